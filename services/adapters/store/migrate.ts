import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import type { Db } from './port.ts'

/** By name; their order is that of the names. */
export type Migrations = Readonly<Record<string, Migration>>

/** A migration that runs statements one after another. */
export const statements = (list: readonly string[]): Migration => ({
  async up(db: Kysely<unknown>) {
    for (const statement of list) await sql.raw(statement).execute(db)
  },
})

/** Brings the store to the newest version. Throws with the migration's name, and the cause, when one fails. */
export const migrate = async (db: Db, migrations: Migrations): Promise<void> => {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error, results } = await migrator.migrateToLatest()
  if (!error) return
  const failed = results?.find(result => result.status === 'Error')?.migrationName ?? 'before the first'
  throw new Error(`The store could not be brought up to date (migration ${failed}): ${String(error)}`, {
    cause: error,
  })
}
