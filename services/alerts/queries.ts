import type { AlertAttempt, AlertStatus } from '../../schemas/alert.ts'
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

/** The newest alerts, newest first, each with its attempts in order. */
export const listAlerts = async (db: Db, { limit }: { readonly limit: number }): Promise<AlertRecord[]> => {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute()
  const attempts = await attemptsOf(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => asRecord(row, attempts.get(row.id) ?? []))
}

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
