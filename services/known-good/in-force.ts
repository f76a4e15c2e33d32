import { dayOf, dayText } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { KnownGoodNote } from '../../schemas/known-good.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const CUSTOMERS_PER_QUERY = 500

/** Whom somebody answers for now. */
export interface KnownGoods {
  holds(customerId: string, signature: Signature): boolean
}

/** Reads the entries in force of some customers; most have none. */
export const loadKnownGood = async (
  db: Db,
  customerIds: readonly string[],
  nowMs: number,
): Promise<KnownGoods> => {
  const good = new Set<string>()
  for (const chunk of chunks([...new Set(customerIds)], CUSTOMERS_PER_QUERY)) {
    const rows = await db
      .selectFrom('known_good')
      .select(['customer_id', 'signature'])
      .where('state', '=', 'released')
      .where('until_day', '>=', dayOf(nowMs))
      .where('customer_id', 'in', chunk)
      .execute()
    for (const { customer_id, signature } of rows) good.add(`${customer_id} ${signature ?? '*'}`)
  }
  return {
    holds: (customerId, signature) => good.has(`${customerId} ${signature}`) || good.has(`${customerId} *`),
  }
}

/** The entries that hide current findings of a customer, each with how many. */
export const knownGoodNotes = async (db: Db, customerId: string): Promise<KnownGoodNote[]> => {
  const entries = await db
    .selectFrom('known_good')
    .select(['id', 'signature', 'owner', 'until_day'])
    .where('state', '=', 'released')
    .where('customer_id', '=', customerId)
    .orderBy('id')
    .execute()
  if (entries.length === 0) return []
  const held = await db
    .selectFrom('held')
    .innerJoin('finding', 'finding.id', 'held.finding_id')
    .select(['held.signature', ({ fn }) => fn.countAll<number>().as('n')])
    .where('held.customer_id', '=', customerId)
    .where('held.reason', '=', 'known-good')
    .where('finding.current', '=', 1)
    .groupBy('held.signature')
    .execute()
  const notes = entries.map(({ id, signature, owner, until_day }) => ({
    id,
    signature,
    owner,
    until: dayText(until_day),
    hides: held
      .filter(row => signature === null || row.signature === signature)
      .reduce((sum, { n }) => sum + Number(n), 0),
  }))
  return notes.filter(({ hides }) => hides > 0)
}

/** Whose findings are still hidden though nobody answers for them any more: their entry has run out. */
export const runOut = async (
  db: Db,
  nowMs: number,
  limit: number,
): Promise<{ customerId: string; signature: Signature }[]> => {
  const rows = await db
    .selectFrom('held')
    .select(['customer_id', 'signature'])
    .distinct()
    .where('reason', '=', 'known-good')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('known_good')
            .select('known_good.id')
            .where('known_good.state', '=', 'released')
            .where('known_good.until_day', '>=', dayOf(nowMs))
            .whereRef('known_good.customer_id', '=', 'held.customer_id')
            .where(({ or, eb, ref }) =>
              or([
                eb('known_good.signature', 'is', null),
                eb('known_good.signature', '=', ref('held.signature')),
              ]),
            ),
        ),
      ),
    )
    .limit(limit)
    .execute()
  return rows.map(({ customer_id, signature }) => ({ customerId: customer_id, signature }))
}
