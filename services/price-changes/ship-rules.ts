import type { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'
import { nextChangeId, nextRelease, SYSTEM } from './change.ts'
import { insertRows } from './rows.ts'

/** What comes with the program is on record in a chain of its own: nobody at the desk did it. */
const SHIPPED_CHAIN = 'shipped-rules'

/**
 * Takes in, at start and under the lock "cases", the rules of the program that the store does not know yet. They are
 * released by the system: which of them may decide is for their source status to say.
 */
export const shipRules = async (trx: Db, shipped: readonly TariffRule[], nowMs: number): Promise<void> => {
  const known = await trx.selectFrom('tariff_rule').select('rule_id').distinct().execute()
  const ids = new Set(known.map(({ rule_id }) => rule_id))
  const fresh = shipped.filter(({ id }) => !ids.has(id))
  if (fresh.length === 0) return
  const id = await nextChangeId(trx)
  const reason = 'Rules that come with the program.'
  const decided = { decided_by: SYSTEM, decided_at: nowMs, released: await nextRelease(trx) }
  await trx
    .insertInto('price_change')
    .values({
      ...{ id, kind: 'rules' as const, state: 'released' as const, rows: fresh.length, reason },
      ...{ proposed_by: SYSTEM, proposed_at: nowMs, ...decided },
    })
    .execute()
  await insertRows(trx, id, { kind: 'rules', rules: [...fresh] })
  const detail = { priceChange: id, kind: 'rules', rows: fresh.length }
  await appendLink(trx, {
    chainId: SHIPPED_CHAIN,
    atMs: nowMs,
    actor: SYSTEM,
    action: 'activate',
    reason,
    detail,
  })
}
