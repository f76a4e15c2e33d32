import type { Db } from '../adapters/store/index.ts'
import { addDeliveries } from './deliveries.ts'
import type { Message } from './message.ts'
import { isWanted, wishesOf } from './wishes.ts'

/**
 * Puts a message into the outbox together with its deliveries to the endpoints that want it, inside the caller's
 * transaction: what happened and its alert are committed together or not at all. The same message a second time
 * changes nothing. Throws RangeError when its id holds a full stop.
 */
export const putInOutbox = async (trx: Db, message: Message, nowMs: number): Promise<void> => {
  const { id, caseId, caseVersion, districtCode, department, type, level, signatures, body } = message
  if (id.includes('.')) throw new RangeError(`The alert id "${id}" holds a full stop.`)
  await trx
    .insertInto('outbox')
    .values({
      ...{ id, case_id: caseId, case_version: caseVersion, district_code: districtCode, department },
      ...{ type, level, signatures: JSON.stringify(signatures), body, created_at: nowMs },
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  const endpoints = await trx
    .selectFrom('endpoint')
    .selectAll()
    .where('district_code', '=', districtCode)
    .orderBy('id')
    .execute()
  // Those that are off get theirs as well: it waits until they are on again.
  const wanting = endpoints.filter(endpoint => isWanted(message, wishesOf(endpoint)))
  await addDeliveries(
    trx,
    wanting.map(endpoint => ({ alertId: id, endpointId: endpoint.id })),
    nowMs,
  )
}
