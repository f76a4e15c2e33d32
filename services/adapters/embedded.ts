import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { createSqliteHistory, prepareHistory } from './history/sqlite-history.ts'
import { createSqliteLog, prepareLog } from './log/sqlite-log.ts'
import type { Ports, ReadPorts } from './ports.ts'
import {
  type Durability,
  openReader,
  openWriter,
  type SqliteConnection,
  takeLock,
} from './store/sqlite-connection.ts'
import { kyselyOver } from './store/sqlite-dialect.ts'
import { createSqliteStore } from './store/sqlite-store.ts'

/** The folder cannot be used; the message is one sentence for the operator. */
export class FolderError extends Error {
  override name = 'FolderError'
}

const FILE = 'dianshao.sqlite'

/**
 * Opens a data folder to write: one SQLite file behind all three ports, so that a checkpoint is one commit.
 * Throws FolderError when the folder cannot be written or another process works in it.
 */
export const openEmbedded = async (folder: string, durability: Durability): Promise<Ports> => {
  makeWritable(folder)
  const lock = lockOf(folder)
  try {
    return await openLocked(folder, durability, lock)
  } catch (error) {
    lock.close()
    throw unusable(folder, error)
  }
}

const openLocked = async (folder: string, durability: Durability, lock: SqliteConnection): Promise<Ports> => {
  const path = join(folder, FILE)
  const connection = openWriter(path, durability)
  prepareHistory(connection)
  prepareLog(connection)
  const store = await createSqliteStore(connection, () => openWriter(path, durability))
  return {
    store,
    log: createSqliteLog(connection),
    history: createSqliteHistory(connection),
    async close() {
      await store.close()
      lock.close()
    },
  }
}

const lockOf = (folder: string): SqliteConnection => {
  let lock: SqliteConnection | undefined
  try {
    lock = takeLock(join(folder, 'lock.sqlite'))
  } catch (error) {
    throw unusable(folder, error)
  }
  if (lock) return lock
  throw new FolderError(
    `Another Dianshao process works in ${folder}: stop it, or choose another data folder.`,
  )
}

const unusable = (folder: string, error: unknown): FolderError =>
  new FolderError(
    `The data folder ${folder} cannot be used (${(error as Error).message}): choose another one.`,
  )

export interface EmbeddedReader extends ReadPorts {
  /** Readings that are durable and wait to be judged */
  backlog(): Promise<number>
  close(): void
}

/** Opens a data folder to read, beside whoever writes it. Throws FolderError when there is nothing to read. */
export const openEmbeddedReader = (folder: string): EmbeddedReader => {
  const connection = readerOf(folder)
  return {
    db: kyselyOver(connection),
    history: createSqliteHistory(connection),
    backlog: createSqliteLog(connection).backlog,
    close: () => connection.close(),
  }
}

const readerOf = (folder: string): SqliteConnection => {
  try {
    return openReader(join(folder, FILE))
  } catch (error) {
    throw new FolderError(
      `There is no data of Dianshao to read in ${folder} (${(error as Error).message}): name another folder with DIANSHAO_DATA.`,
    )
  }
}

/** Level by level: making folders recursively never ends where none can be made, such as under /proc. */
const makeFolder = (folder: string): void => {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Makes a data folder where there is none. Throws FolderError when it cannot be written. */
export const makeWritable = (folder: string): void => {
  try {
    makeFolder(resolve(folder))
    accessSync(folder, constants.W_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new FolderError(`The data folder ${folder} cannot be written (${why}): choose another one.`)
  }
}
