import type { Selectable } from 'kysely'
import { type ImportJob, type ImportOptions, type ImportState, IntakeAnswer } from '../../schemas/import.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import type { Reached } from './record-job.ts'

/** An import as it is worked off. */
export interface Job {
  readonly id: string
  readonly options: ImportOptions
}

/** The import that has waited longest; undefined when none does. */
export const nextWaiting = async (db: Db): Promise<Job | undefined> => {
  const row = await db
    .selectFrom('import_job')
    .select(['id', 'options'])
    .where('state', '=', 'waiting')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return row && { id: row.id, options: JSON.parse(row.options) as ImportOptions }
}

export const idsIn = async (db: Db, state: ImportState): Promise<string[]> =>
  (await db.selectFrom('import_job').select('id').where('state', '=', state).execute()).map(({ id }) => id)

export interface ImportQuery {
  /** Id of the last import of the page before */
  readonly before?: string | undefined
  readonly limit: number
}

/** A page of imports, newest first. `live` tells how far one that runs has come. */
export const listImports = async (
  db: Db,
  { before, limit }: ImportQuery,
  live: ReadonlyMap<string, Reached>,
): Promise<ImportJob[]> => {
  let query = db.selectFrom('import_job').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.execute()).map(row => toJob(row, live.get(row.id)))
}

export const findImport = async (
  db: Db,
  id: string,
  live: ReadonlyMap<string, Reached>,
): Promise<ImportJob | undefined> => {
  const row = await db.selectFrom('import_job').selectAll().where('id', '=', id).executeTakeFirst()
  return row && toJob(row, live.get(id))
}

const toJob = (row: Selectable<Tables['import_job']>, live: Reached | undefined): ImportJob => {
  const { profileName, backfill } = JSON.parse(row.options) as ImportOptions
  const reached = live ?? (row.result === null ? null : (JSON.parse(row.result) as Reached))
  return {
    id: row.id,
    state: row.state,
    fileName: row.file_name,
    bytes: row.bytes,
    bytesRead: reached?.bytesRead ?? 0,
    profileName,
    backfill,
    createdBy: row.created_by,
    createdAt: new Date(row.created_at).toISOString(),
    startedAt: textOf(row.started_at),
    endedAt: textOf(row.ended_at),
    result: reached && IntakeAnswer.parse(reached),
    problem: row.problem,
  }
}

const textOf = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString())
