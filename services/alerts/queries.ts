import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { AlertAttempt, AlertStatus } from '../../schemas/alert.ts'
import { NO_WALL, type Wall, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/port.ts'

/** An alert of the outbox with what became of it; instants as ISO 8601, UTC. */
export interface AlertRecord {
  /** The webhook-id */
  readonly id: string
  readonly caseId: string
  readonly caseVersion: number
  readonly districtCode: string
  readonly type: string
  readonly status: AlertStatus
  readonly createdAt: string
  /** null once it is delivered or given up */
  readonly nextAttemptAt: string | null
  readonly deliveredAt: string | null
  readonly attempts: AlertAttempt[]
}

export interface AlertQuery {
  /** Only of cases that are seen from behind it; all unless told */
  readonly wall?: Wall
  /** `creation@id` of the last alert of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** The newest alerts, newest first, each with its attempts in order. */
export const listAlerts = async (
  db: Db,
  { wall = NO_WALL, after, limit }: AlertQuery,
): Promise<AlertRecord[]> => {
  let newest = db.selectFrom('outbox').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit)
  if (after !== undefined) newest = newest.where(olderThan(after))
  const rows = await newest.where(alertWithin(wall)).execute()
  const attempts = await attemptsOf(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => asRecord(row, (attempts.get(row.id) ?? []).map(toldTo(wall))))
}

const olderThan = (after: string) => {
  const [, createdAt, id] = /^(\d+)@(.*)$/s.exec(after) ?? []
  return ({ or, and, eb }: ExpressionBuilder<Tables, 'outbox'>) =>
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
  (eb: ExpressionBuilder<Tables, 'outbox'>): ExpressionWrapper<Tables, 'outbox', SqlBool> => {
    if (wall.kind === 'none') return eb.and([])
    const seen = eb.selectFrom('cases').select('cases.id').where(withinWall(wall, 'cases'))
    const isSeen = eb('outbox.case_id', 'in', seen)
    return eb.and(wall.kind === 'district' ? [isSeen, eb('outbox.district_code', '=', wall.code)] : [isSeen])
  }

/** A district has many people, and the path of an address may hold a secret of one program. */
export const toldTo =
  (wall: Wall) =>
  <T extends { readonly url: string }>(told: T): T =>
    wall.kind === 'district' ? { ...told, url: new URL(told.url).origin } : told

const attemptsOf = async (db: Db, ids: readonly string[]): Promise<Map<string, AlertAttempt[]>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('attempt')
    .selectAll()
    .where('alert_id', 'in', ids)
    .orderBy('alert_id')
    .orderBy('number')
    .execute()
  return Map.groupBy(rows.map(asAttempt), attempt => attempt.alertId)
}

const asAttempt = (row: Tables['attempt']): AlertAttempt => ({
  alertId: row.alert_id,
  number: row.number,
  at: isoText(row.at),
  url: row.url,
  status: row.status,
  error: row.error,
  durationMs: row.duration_ms,
})

const asRecord = (row: Tables['outbox'], attempts: AlertAttempt[]): AlertRecord => {
  const isOpen = row.status === 'waiting' || row.status === 'no-endpoint'
  return {
    id: row.id,
    caseId: row.case_id,
    caseVersion: row.case_version,
    districtCode: row.district_code,
    type: row.type,
    status: row.status,
    createdAt: isoText(row.created_at),
    nextAttemptAt: isOpen ? isoText(row.next_attempt_at) : null,
    deliveredAt: row.delivered_at === null ? null : isoText(row.delivered_at),
    attempts,
  }
}

const isoText = (atMs: number): string => new Date(atMs).toISOString()
