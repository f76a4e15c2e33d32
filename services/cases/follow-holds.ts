import { WINDOW_DAYS } from '../../detectors/index.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db, isCounting } from '../adapters/store/index.ts'
import { runOut } from '../known-good/index.ts'
import { noteSuspicions } from './note-suspicions.ts'

const CUSTOMERS_PER_QUERY = 500
const RUN_OUT_AT_ONCE = 500

/** Whether anything is hidden still for which nobody answers any more. */
export const hasRunOut = async (db: Db, nowMs: number): Promise<boolean> =>
  (await runOut(db, nowMs, 1)).length > 0

/**
 * Puts down whose dismissal has ended in the last days (a service may have stood still), and whose entry of the
 * known-good list has run out.
 */
export const followHolds = async (trx: Db, nowMs: number): Promise<void> => {
  const today = dayOf(nowMs)
  const ended = await dismissals(trx)
    .where('hold_until', '<', today)
    .where('hold_until', '>=', today - WINDOW_DAYS)
    .execute()
  await noteSuspicions(trx, ended.map(suspicionOf))
  await noteSuspicions(trx, await runOut(trx, nowMs, RUN_OUT_AT_ONCE))
}

/**
 * Puts down the dismissed charges of customers of whom the registry says otherwise now; answers whether there were
 * any.
 */
export const suspectChanged = async (trx: Db, customerIds: readonly string[]): Promise<boolean> => {
  let isAny = false
  for (const chunk of chunks([...new Set(customerIds)], CUSTOMERS_PER_QUERY)) {
    const held = await dismissals(trx)
      .where('registry_digest', 'is not', null)
      .where('customer_id', 'in', chunk)
      .execute()
    await noteSuspicions(trx, held.map(suspicionOf))
    isAny ||= held.length > 0
  }
  return isAny
}

const dismissals = (trx: Db) =>
  trx
    .selectFrom('charge_outcome')
    .select(['customer_id', 'signature'])
    .distinct()
    .where('outcome', '=', 'dismissed')
    .where('final', '=', 1)
    .where(isCounting)

const suspicionOf = (row: { customer_id: string; signature: Signature }) => ({
  customerId: row.customer_id,
  signature: row.signature,
})
