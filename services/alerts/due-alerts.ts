import type { Db } from '../adapters/store/port.ts'

/** An alert whose time has come, with the endpoint it goes to. */
export interface DueAlert {
  readonly id: string
  readonly body: string
  /** Attempts made before */
  readonly attempts: number
  readonly firstAttemptAtMs: number | null
  readonly url: string
  readonly secret: string
}

// An alert that found no endpoint stays due, and goes out as soon as its district has one.
const dueOutbox = (db: Db, nowMs: number) =>
  db
    .selectFrom('outbox')
    .where('outbox.status', 'in', ['waiting', 'no-endpoint'])
    .where('outbox.next_attempt_at', '<=', nowMs)

const dueWithEndpoint = (db: Db, nowMs: number) =>
  dueOutbox(db, nowMs).innerJoin('endpoint', 'endpoint.district_code', 'outbox.district_code')

/** Addresses that have alerts due, the one that waits longest first. */
export const dueUrls = async (db: Db, nowMs: number): Promise<string[]> => {
  const rows = await dueWithEndpoint(db, nowMs)
    .select('endpoint.url')
    .groupBy('endpoint.url')
    .orderBy(order => order.fn.min('outbox.next_attempt_at'))
    .execute()
  return rows.map(row => row.url)
}

/** The alert that has been due the longest at one address. */
export const nextDueAlert = async (db: Db, url: string, nowMs: number): Promise<DueAlert | undefined> => {
  const row = await dueWithEndpoint(db, nowMs)
    .where('endpoint.url', '=', url)
    .select(['outbox.id', 'outbox.body', 'outbox.attempts', 'endpoint.url', 'endpoint.secret'])
    .select(select =>
      select
        .selectFrom('attempt')
        .whereRef('attempt.alert_id', '=', 'outbox.id')
        .select(attempt => attempt.fn.min('attempt.at').as('at'))
        .as('first_attempt_at'),
    )
    .orderBy('outbox.next_attempt_at')
    .orderBy('outbox.id')
    .limit(1)
    .executeTakeFirst()
  if (!row) return undefined
  const { first_attempt_at: firstAttemptAtMs, ...alert } = row
  return { ...alert, firstAttemptAtMs }
}

/** Ids of due alerts whose district has no endpoint and that are not marked so yet. */
export const dueWithoutEndpoint = async (db: Db, nowMs: number): Promise<string[]> => {
  const rows = await db
    .selectFrom('outbox')
    .leftJoin('endpoint', 'endpoint.district_code', 'outbox.district_code')
    .where('outbox.status', '=', 'waiting')
    .where('outbox.next_attempt_at', '<=', nowMs)
    .where('endpoint.district_code', 'is', null)
    .select('outbox.id')
    .execute()
  return rows.map(row => row.id)
}
