import type { Selectable } from 'kysely'
import type { SavedProfile } from '../../schemas/import.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** Saves an import profile under a name, in the place of one that has it. */
export const saveProfile = async (
  trx: Db,
  name: string,
  profile: ImportProfile,
  actor: string,
  nowMs: number,
): Promise<void> => {
  const values = { body: JSON.stringify(profile), updated_at: nowMs, updated_by: actor }
  await trx
    .insertInto('import_profile')
    .values({ name, ...values })
    .onConflict(conflict => conflict.column('name').doUpdateSet(values))
    .execute()
}

/** Answers whether there was one of that name. */
export const removeProfile = async (trx: Db, name: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('import_profile')
    .where('name', '=', name)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const listProfiles = async (db: Db): Promise<SavedProfile[]> =>
  (await db.selectFrom('import_profile').selectAll().orderBy('name').execute()).map(toProfile)

/** Throws ProblemError `not-found` when there is none of that name. */
export const findProfile = async (db: Db, name: string): Promise<SavedProfile> => {
  const row = await db.selectFrom('import_profile').selectAll().where('name', '=', name).executeTakeFirst()
  if (row) return toProfile(row)
  throw noProfile(name)
}

/** The profile of a name; undefined for no name. Throws ProblemError `not-found`. */
export const profileNamed = async (db: Db, name: string | undefined): Promise<ImportProfile | undefined> =>
  name === undefined ? undefined : (await findProfile(db, name)).profile

export const noProfile = (name: string): ProblemError =>
  new ProblemError('not-found', `There is no import profile ${name}: PUT /v1/profiles/${name} saves one.`)

const toProfile = (row: Selectable<Tables['import_profile']>): SavedProfile => ({
  name: row.name,
  profile: JSON.parse(row.body) as ImportProfile,
  updatedAt: new Date(row.updated_at).toISOString(),
  updatedBy: row.updated_by,
})
