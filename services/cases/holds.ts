import type { Selectable } from 'kysely'
import { WINDOW_DAYS } from '../../detectors/index.ts'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

/** How long a dismissal holds, days. */
const DISMISSED_DAYS = 365
/** Unless the power grows by more than this factor over that of the dismissed charge. */
const GROWN_FACTOR = 1.3

/** What a closed case keeps from opening another on the same ground. */
export interface Hold {
  /** Findings of days up to it carry no new charge … */
  readonly until: EpochDay
  /** … unless those after `from` show more than this, kW; null: whatever they show */
  readonly from: EpochDay
  readonly unlessKwAbove: number | null
}

type Outcome = Pick<Selectable<Tables['charge_outcome']>, 'outcome' | 'attributable_kw'>

/**
 * A dismissal holds for a year or until the power grows; any other outcome as long as windows reach back to what the
 * closed case rested on.
 */
export const holdOf = ({ outcome, attributable_kw }: Outcome, closedDay: EpochDay): Hold =>
  outcome === 'dismissed'
    ? { from: closedDay, until: closedDay + DISMISSED_DAYS, unlessKwAbove: GROWN_FACTOR * attributable_kw }
    : { from: closedDay, until: closedDay + WINDOW_DAYS - 1, unlessKwAbove: null }

/** The holds of a customer's closed cases on charges of one signature. */
const holdsOf = async (trx: Db, customerId: string, signature: Signature): Promise<Hold[]> => {
  const rows = await trx
    .selectFrom('charge_outcome')
    .innerJoin('cases', 'cases.id', 'charge_outcome.case_id')
    .select(['charge_outcome.case_id', 'outcome', 'attributable_kw', 'cases.closed_at'])
    .where('charge_outcome.customer_id', '=', customerId)
    .where('signature', '=', signature)
    .where('final', '=', 1)
    .where('cases.state', '=', 'closed')
    .orderBy('charge_outcome.sequence')
    .execute()
  const last = new Map(rows.map(row => [row.case_id, row]))
  return [...last.values()].map(row => holdOf(row, dayOf(row.closed_at!)))
}

/** Leaves out the grounds that a closed case of the customer has answered already. */
export const withoutHeld = async <T extends { readonly id: string; readonly day: EpochDay }>(
  trx: Db,
  customerId: string,
  signature: Signature,
  grounds: readonly T[],
): Promise<readonly T[]> => {
  const holds = grounds.length === 0 ? [] : await holdsOf(trx, customerId, signature)
  if (holds.length === 0) return grounds
  const kw = await attributableKw(trx, grounds)
  const isHeld = ({ id, day }: T): boolean =>
    holds.some(
      ({ from, until, unlessKwAbove }) =>
        day <= until && !(day > from && unlessKwAbove !== null && kw.get(id)! > unlessKwAbove),
    )
  return grounds.filter(ground => !isHeld(ground))
}

/** Power of the suspected load by finding, kW. */
const attributableKw = async (
  trx: Db,
  grounds: readonly { readonly id: string }[],
): Promise<Map<string, number>> => {
  const kw = new Map<string, number>()
  for (const chunk of chunks(grounds, IDS_PER_QUERY)) {
    const ids = chunk.map(({ id }) => id)
    const rows = await trx.selectFrom('finding').select(['id', 'body']).where('id', 'in', ids).execute()
    for (const { id, body } of rows) {
      kw.set(id, (JSON.parse(body) as { attributableKw: number }).attributableKw)
    }
  }
  return kw
}
