import type { Store } from './port.ts'
import { openWriter } from './sqlite-connection.ts'
import { createSqliteStore } from './sqlite-store.ts'

export type { Db, Store, Tables } from './port.ts'
export type { Durability } from './sqlite-connection.ts'

/** The embedded store alone, in a file or in `:memory:`. */
export const openEmbeddedStore = (path: string): Promise<Store> =>
  createSqliteStore(openWriter(path, 'durable'))
