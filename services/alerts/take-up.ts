import { chunks, type Db } from '../adapters/store/index.ts'
import { addDeliveries, BEGUN_ANEW, inOrder } from './deliveries.ts'
import type { EndpointRow } from './endpoint-view.ts'
import { type Message, messageOf } from './message.ts'
import { isWanted, wishesOf } from './wishes.ts'

const IDS_PER_QUERY = 500

/**
 * Gives an endpoint the alerts of its district that it wants and that nobody has and nobody is tried for: those that
 * found no endpoint, were given up everywhere, or wait for endpoints that are off. Answers how many.
 */
export const takeUpStranded = async (trx: Db, endpoint: EndpointRow, nowMs: number): Promise<number> => {
  const rows = await trx
    .selectFrom('outbox')
    .select(['id', 'department', 'type', 'level', 'signatures'])
    .where('district_code', '=', endpoint.district_code)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('delivery')
            .innerJoin('endpoint', 'endpoint.id', 'delivery.endpoint_id')
            .select('delivery.alert_id')
            .whereRef('delivery.alert_id', '=', 'outbox.id')
            .where(({ or, and, eb }) =>
              or([
                eb('delivery.endpoint_id', '=', endpoint.id),
                eb('delivery.delivered_at', 'is not', null),
                and([eb('delivery.status', '=', 'waiting'), eb('endpoint.state', '<>', 'off')]),
              ]),
            ),
        ),
      ),
    )
    .orderBy('created_at')
    .execute()
  const wishes = wishesOf(endpoint)
  const wanted = rows.filter(row => isWanted(messageOf(row), wishes))
  const keys = wanted.map(({ id }) => ({ alertId: id, endpointId: endpoint.id }))
  await addDeliveries(trx, inOrder(keys, nowMs), nowMs)
  return wanted.length
}

/** What waits at an endpoint, or was given up there, goes out at once, by a schedule that begins anew. */
export const beginAnew = async (
  trx: Db,
  { id, department }: Pick<EndpointRow, 'id' | 'department'>,
  nowMs: number,
): Promise<void> => {
  const restart = trx
    .updateTable('delivery')
    .set({ ...BEGUN_ANEW, next_attempt_at: nowMs })
    .where('endpoint_id', '=', id)
    .where('status', '<>', 'delivered')
  await (department === ''
    ? restart
    : restart.where('alert_id', 'in', eb =>
        // What is no longer passed to the department stays given up.
        eb.selectFrom('outbox').select('outbox.id').where('outbox.department', '=', department),
      )
  ).execute()
}

/**
 * Follows a case that was passed to a department of its district, or taken back: endpoints of this department get its
 * alerts now, those of others no more.
 */
export const followDepartment = async (trx: Db, caseId: string, nowMs: number): Promise<void> => {
  const held = await trx
    .selectFrom('cases')
    .select('department')
    .where('id', '=', caseId)
    .executeTakeFirstOrThrow()
  const { department } = held
  const rows = await trx
    .selectFrom('outbox')
    .select(['id', 'district_code', 'department', 'type', 'level', 'signatures'])
    .where('case_id', '=', caseId)
    .where('department', '<>', department)
    .execute()
  for (const ids of chunks(
    rows.map(({ id }) => id),
    IDS_PER_QUERY,
  )) {
    await trx.updateTable('outbox').set({ department }).where('id', 'in', ids).execute()
    await endElsewhere(trx, ids, department)
  }
  if (department === '') return
  for (const row of rows) await giveTo(trx, row.district_code, { ...messageOf(row), department }, nowMs)
}

const endElsewhere = async (trx: Db, alertIds: readonly string[], department: string): Promise<void> => {
  const elsewhere = trx
    .selectFrom('endpoint')
    .select('endpoint.id')
    .where('endpoint.department', 'not in', ['', department])
  await trx
    .deleteFrom('delivery')
    .where('alert_id', 'in', alertIds)
    .where('endpoint_id', 'in', elsewhere)
    .where('attempts', '=', 0)
    .execute()
  await trx
    .updateTable('delivery')
    .set({ status: 'given-up' })
    .where('alert_id', 'in', alertIds)
    .where('endpoint_id', 'in', elsewhere)
    .where('status', '=', 'waiting')
    .execute()
}

const giveTo = async (
  trx: Db,
  districtCode: string,
  message: Pick<Message, 'id' | 'department' | 'type' | 'level' | 'signatures'>,
  nowMs: number,
): Promise<void> => {
  const endpoints = await trx
    .selectFrom('endpoint')
    .selectAll()
    .where('district_code', '=', districtCode)
    .where('department', '=', message.department)
    .execute()
  const keys = endpoints
    .filter(endpoint => isWanted(message, wishesOf(endpoint)))
    .map(({ id }) => ({ alertId: message.id, endpointId: id }))
  await addDeliveries(trx, keys, nowMs)
}
