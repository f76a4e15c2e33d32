import { migrate } from './migrations.ts'
import type { Db, Store } from './port.ts'
import type { SqliteConnection } from './sqlite-connection.ts'
import { kyselyOver } from './sqlite-dialect.ts'

/**
 * The store on one SQLite connection. Whatever else writes through the same connection inside `transact`
 * (log, history) commits with it.
 */
export const createSqliteStore = async (connection: SqliteConnection): Promise<Store> => {
  const db = kyselyOver(connection)
  await migrate(db)
  let tail: Promise<unknown> = Promise.resolve()
  return {
    db,
    transact<T>(work: (trx: Db) => Promise<T>): Promise<T> {
      const result = tail.then(() => inTransaction(connection, () => work(db)))
      tail = result.catch(() => {})
      return result
    },
    async close() {
      await tail
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
