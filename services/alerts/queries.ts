import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely'
import type {
  AlertAttempt,
  AlertDelivery,
  AlertRecord,
  AlertStatus,
  AlertType,
  DeliveryStatus,
} from '../../schemas/alert.ts'
import { NO_WALL, type Wall, withinWall } from '../access/index.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'
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

type OutboxBuilder = ExpressionBuilder<Tables, 'outbox'>
type Condition = ExpressionWrapper<Tables, 'outbox', SqlBool>

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

const ofAlert = (eb: OutboxBuilder) =>
  eb.selectFrom('delivery').select('delivery.alert_id').whereRef('delivery.alert_id', '=', 'outbox.id')

/** What `statusOf` says, as a condition. */
const inStatus =
  (status: AlertStatus) =>
  (eb: OutboxBuilder): Condition => {
    const any = eb.exists(ofAlert(eb))
    const arrived = eb.exists(ofAlert(eb).where('delivery.delivered_at', 'is not', null))
    const missing = eb.exists(ofAlert(eb).where('delivery.delivered_at', 'is', null))
    const waiting = eb.exists(
      ofAlert(eb).where('delivery.delivered_at', 'is', null).where('delivery.status', '=', 'waiting'),
    )
    switch (status) {
      case 'no-endpoint':
        return eb.and([eb.not(any)])
      case 'delivered':
        return eb.and([any, eb.not(missing)])
      case 'partly':
        return eb.and([arrived, missing])
      case 'waiting':
        return eb.and([waiting, eb.not(arrived)])
      case 'given-up':
        return eb.and([any, eb.not(arrived), eb.not(waiting)])
    }
  }

/** How far an alert has come, over all endpoints it goes to. What was delivered stays so while it is sent again. */
export const statusOf = (
  deliveries: readonly { readonly status: DeliveryStatus; readonly deliveredAt: string | null }[],
): AlertStatus => {
  if (deliveries.length === 0) return 'no-endpoint'
  const arrived = deliveries.filter(({ deliveredAt }) => deliveredAt !== null).length
  if (arrived > 0) return arrived === deliveries.length ? 'delivered' : 'partly'
  return deliveries.some(({ status }) => status === 'waiting') ? 'waiting' : 'given-up'
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

/** Alerts of cases that are seen; a district's own alone. */
export const alertWithin =
  (wall: Wall) =>
  (eb: OutboxBuilder): Condition => {
    if (wall.kind === 'none') return eb.and([])
    const seen = eb.selectFrom('cases').select('cases.id').where(withinWall(wall, 'cases'))
    const isSeen = eb('outbox.case_id', 'in', seen)
    return eb.and(wall.kind === 'district' ? [isSeen, eb('outbox.district_code', '=', wall.code)] : [isSeen])
  }

/** Alerts that have not arrived wherever they are to go, and are not given up there. */
export const countWaiting = async (db: Db, wall: Wall): Promise<number> => {
  const row = await db
    .selectFrom('outbox')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where(alertWithin(wall))
    .where(eb =>
      eb.or([
        eb.not(eb.exists(ofAlert(eb))),
        eb.exists(
          ofAlert(eb).where('delivery.delivered_at', 'is', null).where('delivery.status', '=', 'waiting'),
        ),
      ]),
    )
    .executeTakeFirst()
  return Number(row?.n)
}

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
