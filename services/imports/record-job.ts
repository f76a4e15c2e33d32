import type { ImportJob, ImportOptions, ImportState, IntakeAnswer } from '../../schemas/import.ts'
import type { Db } from '../adapters/store/index.ts'

/** Ended imports beyond these newest ones are forgotten. */
const IMPORTS_KEPT = 1_000

/** States in which nothing more happens to an import. */
export const ENDED = ['done', 'failed', 'cancelled'] as const satisfies ImportState[]

/** An import whose upload begins. */
export interface NewImport extends Pick<ImportJob, 'id' | 'fileName' | 'createdBy'> {
  readonly options: ImportOptions
  readonly createdAtMs: number
}

/** What became of an import's file up to some byte of it. */
export type Reached = IntakeAnswer & { readonly bytesRead: number }

/** What an import moves on to; what is not named stays. */
export interface ImportChange {
  readonly state: ImportState
  /** Of the upload */
  readonly bytes?: number
  readonly startedAtMs?: number | null
  readonly endedAtMs?: number
  readonly reached?: Reached | null
  readonly problem?: string
}

/** Puts an import on record whose upload begins now, and forgets old ones. */
export const addImport = async (
  trx: Db,
  { id, fileName, options, createdBy, createdAtMs }: NewImport,
): Promise<void> => {
  await trx
    .insertInto('import_job')
    .values({
      id,
      state: 'uploading',
      file_name: fileName,
      bytes: 0,
      options: JSON.stringify(options),
      created_by: createdBy,
      created_at: createdAtMs,
      started_at: null,
      ended_at: null,
      result: null,
      problem: null,
    })
    .execute()
  await trx
    .deleteFrom('import_job')
    .where('state', 'in', ENDED)
    .where('id', '<=', ({ selectFrom }) =>
      selectFrom('import_job').select('id').orderBy('id', 'desc').offset(IMPORTS_KEPT).limit(1),
    )
    .execute()
}

/** Moves an import on if it still is in the state `from`; answers whether it was. */
export const moveImport = async (
  trx: Db,
  id: string,
  from: ImportState,
  { state, bytes, startedAtMs, endedAtMs, reached, problem }: ImportChange,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('import_job')
    .set({
      state,
      ...(bytes === undefined ? {} : { bytes }),
      ...(startedAtMs === undefined ? {} : { started_at: startedAtMs }),
      ...(endedAtMs === undefined ? {} : { ended_at: endedAtMs }),
      ...(reached === undefined ? {} : { result: reached && JSON.stringify(reached) }),
      ...(problem === undefined ? {} : { problem }),
    })
    .where('id', '=', id)
    .where('state', '=', from)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
