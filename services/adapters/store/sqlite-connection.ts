import { DatabaseSync, type StatementSync } from 'node:sqlite'

/** `durable`: every commit is on the disk before it returns. `scratch`: for replays that are thrown away. */
export type Durability = 'durable' | 'scratch'

/** One SQLite connection that keeps its prepared statements. */
export interface SqliteConnection {
  readonly raw: DatabaseSync
  prepare(sql: string): StatementSync
  close(): void
}

const PREPARED_AT_MOST = 500

const open = (database: DatabaseSync): SqliteConnection => {
  const prepared = new Map<string, StatementSync>()
  return {
    raw: database,
    prepare(sql) {
      let statement = prepared.get(sql)
      if (!statement) {
        if (prepared.size >= PREPARED_AT_MOST) prepared.clear()
        statement = database.prepare(sql)
        prepared.set(sql, statement)
      }
      return statement
    },
    close() {
      prepared.clear()
      database.close()
    },
  }
}

/** Opens the file to write (the writer thread alone does so), creating it when absent. */
export const openWriter = (path: string, durability: Durability): SqliteConnection => {
  const database = new DatabaseSync(path)
  database.exec(`PRAGMA journal_mode = WAL;
    PRAGMA synchronous = ${durability === 'durable' ? 'FULL' : 'OFF'};
    PRAGMA busy_timeout = 5000;
    PRAGMA cache_size = -65536;
    PRAGMA wal_autocheckpoint = 4000;
    PRAGMA foreign_keys = ON;`)
  return open(database)
}

/** Opens an existing file to read beside the writer. */
export const openReader = (path: string): SqliteConnection => {
  const database = new DatabaseSync(path, { readOnly: true })
  database.exec('PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;')
  return open(database)
}

/**
 * Takes the folder's lock: an exclusive SQLite transaction on a file of its own, which the operating system
 * lets go when the process ends, however it ends. Undefined when another process holds it.
 */
export const takeLock = (path: string): SqliteConnection | undefined => {
  const database = new DatabaseSync(path)
  try {
    database.exec('PRAGMA busy_timeout = 0; BEGIN EXCLUSIVE;')
  } catch (error) {
    database.close()
    if (/locked|busy/i.test(String(error))) return undefined
    throw error
  }
  return open(database)
}
