import type { Store } from './port.ts'
import { openWriter } from './sqlite-connection.ts'
import { createSqliteStore } from './sqlite-store.ts'

export { chunks } from './chunks.ts'
export { isCounting } from './counting.ts'
export type { Db, Store, Tables } from './port.ts'
export { openPostgresReader, openPostgresStore } from './postgres-store.ts'
export type { Durability } from './sqlite-connection.ts'

/** The embedded store alone, in a file or in `:memory:` (where there can be but one connection). */
export const openEmbeddedStore = (path: string): Promise<Store> => {
  const connection = openWriter(path, 'durable')
  return createSqliteStore(connection, () => (path === ':memory:' ? connection : openWriter(path, 'durable')))
}
