import type { Db } from '../adapters/store/port.ts'
import type { DeliveryKey } from './deliveries.ts'

/** An alert whose time has come, with the endpoint it goes to. */
export interface DueAlert extends DeliveryKey {
  readonly body: string
  /** Attempts made before at this endpoint */
  readonly attempts: number
  /** Of these those of the schedule that runs */
  readonly tries: number
  /** Of the schedule that runs */
  readonly firstAttemptAtMs: number | null
  readonly url: string
  /** The newest first; each signs */
  readonly secrets: readonly string[]
}

/** Where alerts are due. */
export interface DueEndpoint {
  readonly id: string
  /** Whether the last that was sent there failed */
  readonly isFailing: boolean
}

/** What waits at endpoints that are switched off is not due. */
const dueDeliveries = (db: Db, nowMs: number) =>
  db
    .selectFrom('delivery')
    .innerJoin('endpoint', 'endpoint.id', 'delivery.endpoint_id')
    .where('delivery.status', '=', 'waiting')
    .where('delivery.next_attempt_at', '<=', nowMs)
    .where('endpoint.state', '<>', 'off')

/** Endpoints that have alerts due, the one that waits longest first. */
export const dueEndpoints = async (db: Db, nowMs: number): Promise<DueEndpoint[]> => {
  const rows = await dueDeliveries(db, nowMs)
    .select(({ fn }) => ['endpoint.id', fn.max('endpoint.failing_since').as('failing_since')])
    .groupBy('endpoint.id')
    .orderBy(order => order.fn.min('delivery.next_attempt_at'))
    .orderBy('endpoint.id')
    .execute()
  return rows.map(({ id, failing_since }) => ({ id, isFailing: failing_since !== null }))
}

/** The alert that has been due the longest at one endpoint; what is sent again comes behind what is new. */
export const nextDueAlert = async (
  db: Db,
  endpointId: string,
  nowMs: number,
): Promise<DueAlert | undefined> =>
  (await nextOf(db, endpointId, FRESH, nowMs)) ?? nextOf(db, endpointId, RESENT, nowMs)

const FRESH = 0
const RESENT = 1

/** Each asked for by itself: so an index finds the first, however many wait. */
const nextOf = async (
  db: Db,
  endpointId: string,
  resent: typeof FRESH | typeof RESENT,
  nowMs: number,
): Promise<DueAlert | undefined> => {
  const row = await dueDeliveries(db, nowMs)
    .innerJoin('outbox', 'outbox.id', 'delivery.alert_id')
    .where('delivery.endpoint_id', '=', endpointId)
    .where('delivery.resent', '=', resent)
    .select(['delivery.alert_id', 'delivery.attempts', 'delivery.tries', 'delivery.first_attempt_at'])
    .select(['outbox.body', 'endpoint.url', 'endpoint.secret', 'endpoint.old_secret'])
    .select('endpoint.old_secret_until')
    .orderBy('delivery.next_attempt_at')
    .orderBy('delivery.alert_id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { alert_id: alertId, first_attempt_at: firstAttemptAtMs, attempts, tries, body, url } = row
  return { alertId, endpointId, body, attempts, tries, firstAttemptAtMs, url, secrets: secretsOf(row, nowMs) }
}

/** The secrets that sign now: for a time after a rotation the old one besides, so that nothing is turned away. */
export const secretsOf = (
  {
    secret,
    old_secret,
    old_secret_until,
  }: { secret: string; old_secret: string | null; old_secret_until: number | null },
  nowMs: number,
): string[] => (old_secret !== null && nowMs < (old_secret_until ?? 0) ? [secret, old_secret] : [secret])
