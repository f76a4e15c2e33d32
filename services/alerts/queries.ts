import type { Selectable } from 'kysely'
import type { AlertAttempt, AlertDelivery, AlertRecord, AlertStatus, AlertType } from '../../schemas/alert.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'
import {
  alertWithin,
  type Condition,
  inStatus,
  type OutboxBuilder,
  ofAlert,
  statusOf,
} from './alert-status.ts'
import { asAttempt } from './attempts.ts'
import { isoText, toldTo } from './endpoint-view.ts'

export interface AlertsAsked {
  /** Only of cases that are seen from behind it; all unless told */
  readonly wall?: Wall
  readonly status?: AlertStatus | undefined
  readonly type?: AlertType | undefined
  /** Id of an endpoint it goes to */
  readonly endpoint?: string | undefined
  /** Id of a case */
  readonly case?: string | undefined
  /** Made at this instant or later, ISO 8601 */
  readonly from?: string | undefined
  /** Made before this instant */
  readonly to?: string | undefined
  /** `creation@id` of the last alert of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest alerts, newest first, each with its deliveries and their attempts in order. */
export const listAlerts = async (
  db: Db,
  { wall = NO_WALL, after, limit, ...asked }: AlertsAsked,
): Promise<AlertRecord[]> => {
  let newest = db
    .selectFrom('outbox')
    .select(['id', 'case_id', 'case_version', 'district_code', 'department', 'type', 'created_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .where(alertWithin(wall))
    .where(asAsked(asked))
  if (after !== undefined) newest = newest.where(olderThan(after))
  const rows = await newest.execute()
  const deliveries = await deliveriesOf(
    db,
    rows.map(row => row.id),
    toldTo(wall),
  )
  return rows.map(row => recordOf(row, deliveries.get(row.id) ?? []))
}

const asAsked =
  ({ status, type, endpoint, case: caseId, from, to }: Omit<AlertsAsked, 'wall' | 'after' | 'limit'>) =>
  (eb: OutboxBuilder): Condition => {
    const conditions = []
    if (status !== undefined) conditions.push(inStatus(status)(eb))
    if (type !== undefined) conditions.push(eb('outbox.type', '=', type))
    if (caseId !== undefined) conditions.push(eb('outbox.case_id', '=', caseId))
    if (from !== undefined) conditions.push(eb('outbox.created_at', '>=', Date.parse(from)))
    if (to !== undefined) conditions.push(eb('outbox.created_at', '<', Date.parse(to)))
    if (endpoint !== undefined) {
      conditions.push(eb.exists(ofAlert(eb).where('delivery.endpoint_id', '=', endpoint)))
    }
    return eb.and(conditions)
  }

const olderThan = (after: string) => {
  const [, createdAt, id] = /^(\d+)@(.*)$/s.exec(after) ?? []
  return ({ or, and, eb }: OutboxBuilder) =>
    or([
      eb('created_at', '<', Number(createdAt)),
      and([eb('created_at', '=', Number(createdAt)), eb('id', '>', id ?? '')]),
    ])
}

/** Asks for the page behind an alert. */
export const afterAlert = ({ createdAt, id }: AlertRecord): string => `${Date.parse(createdAt)}@${id}`

const IDS_PER_QUERY = 500

type Told = <T extends { readonly url: string }>(told: T) => T

const deliveriesOf = async (
  db: Db,
  ids: readonly string[],
  told: Told,
): Promise<Map<string, AlertDelivery[]>> => {
  const found = new Map<string, AlertDelivery[]>()
  for (const some of chunks(ids, IDS_PER_QUERY)) {
    const attempts = await attemptsOf(db, some, told)
    const rows = await db
      .selectFrom('delivery')
      .selectAll()
      .where('alert_id', 'in', some)
      .orderBy('alert_id')
      .orderBy('endpoint_id')
      .execute()
    for (const row of rows) {
      const made = attempts.get(placeOf(row.alert_id, row.endpoint_id)) ?? []
      found.set(row.alert_id, [...(found.get(row.alert_id) ?? []), deliveryOf(row, made)])
    }
  }
  return found
}

const attemptsOf = async (
  db: Db,
  ids: readonly string[],
  told: Told,
): Promise<Map<string, AlertAttempt[]>> => {
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('alert_id', 'in', ids)
    .orderBy('alert_id')
    .orderBy('endpoint_id')
    .orderBy('number')
    .execute()
  return Map.groupBy(rows.map(asAttempt).map(told), one => placeOf(one.alertId, one.endpointId))
}

const placeOf = (alertId: string, endpointId: string): string => `${alertId} ${endpointId}`

const deliveryOf = (row: Selectable<Tables['delivery']>, attempts: AlertAttempt[]): AlertDelivery => ({
  endpointId: row.endpoint_id,
  status: row.status,
  nextAttemptAt: row.status === 'waiting' ? isoText(row.next_attempt_at) : null,
  deliveredAt: isoText(row.delivered_at),
  attempts,
})

type OutboxRow = Pick<
  Selectable<Tables['outbox']>,
  'id' | 'case_id' | 'case_version' | 'district_code' | 'department' | 'type' | 'created_at'
>

const recordOf = (row: OutboxRow, deliveries: AlertDelivery[]): AlertRecord => ({
  id: row.id,
  caseId: row.case_id,
  caseVersion: row.case_version,
  districtCode: row.district_code,
  department: row.department,
  type: row.type,
  status: statusOf(deliveries),
  createdAt: isoText(row.created_at)!,
  deliveries,
})
