import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { findCaseOf } from './queries.ts'

/**
 * Carries corrected names and districts of customers to their cases, as long as these wait to be checked; what a
 * reviewer looks at, or a government was told, stays as it is.
 */
export const followRegistry = async (trx: Db, meters: readonly Meter[], nowMs: number): Promise<void> => {
  const customers = new Map(meters.map(meter => [meter.customerId, meter]))
  for (const { customerId, customerName, districtCode } of customers.values()) {
    const found = await findCaseOf(trx, customerId)
    if (found?.state !== 'to-check') continue
    if (found.customerName === customerName && found.districtCode === districtCode) continue
    await trx
      .updateTable('cases')
      .set({ customer_name: customerName, district_code: districtCode, version: found.version + 1 })
      .where('id', '=', found.id)
      .execute()
    await recordDeed(trx, {
      caseId: found.id,
      atMs: nowMs,
      actor: 'system',
      action: 'evidence',
      from: found.state,
      to: found.state,
      detail: { customerName, districtCode },
    })
  }
}
