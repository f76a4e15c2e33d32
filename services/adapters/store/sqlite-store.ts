import { migrate } from './migrate.ts'
import { SQLITE_MIGRATIONS } from './migrations.ts'
import type { Db, Store } from './port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { kyselyOver } from './sqlite-dialect.ts'

/**
 * The store on one SQLite connection that writes, and one that asks: so `db` never sees what is under way.
 * Whatever else writes through `connection` inside `transact` (log, history) commits with it.
 */
export const createSqliteStore = async (
  connection: SqliteConnection,
  openAsking: () => SqliteConnection,
): Promise<Store> => {
  const writing = kyselyOver(connection)
  // Whole or not at all: a process may be killed while a folder is made.
  await inTransaction(connection, () => migrate(writing, SQLITE_MIGRATIONS))
  const asking = openAsking()
  let tail: Promise<unknown> = Promise.resolve()
  return {
    db: kyselyOver(asking),
    transact<T>(work: (trx: Db) => Promise<T>): Promise<T> {
      const result = tail.then(() => inTransaction(connection, () => work(writing)))
      tail = result.catch(() => {})
      return result
    },
    // Transactions run alone as it is.
    async lock() {},
    async close() {
      await tail
      if (asking !== connection) asking.close()
      connection.close()
    },
  }
}

const inTransaction = async <T>(connection: SqliteConnection, work: () => Promise<T>): Promise<T> => {
  connection.raw.exec('BEGIN IMMEDIATE')
  try {
    const result = await work()
    connection.raw.exec('COMMIT')
    return result
  } catch (error) {
    if (connection.raw.isTransaction) connection.raw.exec('ROLLBACK')
    throw error
  }
}
