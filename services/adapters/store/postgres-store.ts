import { sql } from 'kysely'
import type { Pool } from 'pg'
import { migrate } from './migrate.ts'
import { POSTGRES_MIGRATIONS } from './migrations-postgres.ts'
import type { Db, Store } from './port.ts'
import { kyselyOverPool } from './postgres-dialect.ts'
import { postgresFault, type ServerFacts, serverFault } from './postgres-fault.ts'
import { openPool } from './postgres-pool.ts'

export interface PostgresOptions {
  /** `postgres://user:password@host:5432/database` */
  readonly url: string
  /**
   * Hears, of each statement of a transaction that was answered, when it was sent (`performance.now()`): then the
   * session still lived, and held its locks.
   */
  readonly onContact?: (sentMs: number) => void
}

const ASKING_CONNECTIONS = 4
const READER_CONNECTIONS = 8
const STATEMENT_MS = 60_000
/** Beyond it the server itself has given a statement up: nothing is to be heard from it any more. */
const ANSWER_WITHIN_MS = 70_000

const ASKING = { statement_timeout: `${STATEMENT_MS}ms`, idle_in_transaction_session_timeout: '60s' }
const WRITING = { ...ASKING, lock_timeout: '10s', synchronous_commit: 'on' }
/** A migration may take its time, and waits for one that another process is at. */
const MIGRATING = { statement_timeout: '0', lock_timeout: '0', synchronous_commit: 'on' }

/** The advisory locks of this program beside those of others in the same database: "dian". */
const LOCKS = 0x64_69_61_6e

/**
 * The store on a database of PostgreSQL, made or brought up to date: one connection that writes, and a few that ask.
 * Throws EngineError. A transaction whose connection is lost rejects; whether its commit reached the server is then
 * not known, and the caller has to read it again.
 */
export const openPostgresStore = async ({ url, onContact }: PostgresOptions): Promise<Store> => {
  await prepare(url, pool => migrate(kyselyOverPool(pool), POSTGRES_MIGRATIONS))
  const writing = kyselyOverPool(
    openPool({ url, max: 1, settings: WRITING, answerWithinMs: ANSWER_WITHIN_MS }),
    onContact,
  )
  const db = openAsking(url, ASKING_CONNECTIONS, ASKING)
  let tail: Promise<unknown> = Promise.resolve()
  return {
    db,
    transact<T>(work: (trx: Db) => Promise<T>): Promise<T> {
      const result = tail.then(() => inTransaction(writing, work))
      tail = result.catch(() => {})
      return result
    },
    async lock(trx, name) {
      await sql`select pg_advisory_xact_lock(${sql.lit(LOCKS)}, hashtext(${name}))`.execute(trx)
    },
    async close() {
      await tail
      await writing.destroy()
      await db.destroy()
    },
  }
}

/** Asks a database that a store keeps up to date; nothing can be written through it. Throws EngineError. */
export const openPostgresReader = async ({
  url,
}: Pick<PostgresOptions, 'url'>): Promise<{ db: Db; close(): Promise<void> }> => {
  await prepare(url, async () => {})
  const db = openAsking(url, READER_CONNECTIONS, { ...ASKING, default_transaction_read_only: 'on' })
  return { db, close: () => db.destroy() }
}

const openAsking = (url: string, max: number, settings: Record<string, string>): Db =>
  kyselyOverPool(openPool({ url, max, settings, answerWithinMs: ANSWER_WITHIN_MS }))

/** Looks at the server, then does `work` on a connection that has all the time it needs. */
const prepare = async (url: string, work: (pool: Pool) => Promise<void>): Promise<void> => {
  let pool: Pool | undefined
  try {
    pool = openPool({ url, max: 1, settings: MIGRATING })
    const { rows } = await pool.query<ServerFacts>(
      `select current_setting('server_version_num')::int as version,
        current_setting('server_encoding') as encoding, pg_is_in_recovery() as "isStandby"`,
    )
    const fault = serverFault(rows[0]!, url)
    if (fault) throw fault
    await work(pool)
  } catch (error) {
    throw postgresFault(error, url)
  } finally {
    await pool?.end()
  }
}

/** One that could not even begin, since its connection was lost while nobody used it, begins once more. */
const inTransaction = async <T>(writing: Db, work: (trx: Db) => Promise<T>): Promise<T> => {
  let begun = false
  let failure: { error: unknown } | undefined
  const attempt = (): Promise<T> =>
    writing
      .transaction()
      .setIsolationLevel('read committed')
      .execute(async trx => {
        begun = true
        try {
          return await work(trx)
        } catch (error) {
          failure = { error }
          throw error
        }
      })
  try {
    return await attempt().catch(error => {
      if (begun) throw error
      return attempt()
    })
  } catch (error) {
    // A lost connection cannot be rolled back either: why the work failed says more.
    throw failure ? failure.error : error
  }
}
