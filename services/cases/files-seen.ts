import type { Account } from '../../schemas/account.ts'
import type { CaseFile, FileMediaType } from '../../schemas/case-file.ts'
import { isOutside, seesCase, wallOf } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** Files of a case and of its members that somebody sees, in the order they came. */
export const listFiles = async (db: Db, account: Account, caseId: string): Promise<CaseFile[]> => {
  const rows = await filesSeen(db, account, await casesSeen(db, account, caseId)).execute()
  return rows.map(fileOf)
}

/** A file of a case, or of a member of it, with whose it is; undefined when there is none, or it is not seen. */
export const findFile = async (
  db: Db,
  account: Account,
  caseId: string,
  fileId: string,
): Promise<{ readonly file: CaseFile; readonly districtCode: string | null } | undefined> => {
  const cases = await casesSeen(db, account, caseId)
  const row = await filesSeen(db, account, cases).where('id', '=', fileId).executeTakeFirst()
  return row && { file: fileOf(row), districtCode: row.district_code }
}

/** The bytes of a file. */
export const readFileContent = async (db: Db, fileId: string): Promise<Uint8Array> => {
  const row = await db
    .selectFrom('case_file')
    .select('content')
    .where('id', '=', fileId)
    .executeTakeFirstOrThrow()
  return row.content
}

const casesSeen = async (db: Db, account: Account, caseId: string): Promise<string[]> => {
  const members = await db.selectFrom('cases').select('id').where('merged_into', '=', caseId).execute()
  const seen: string[] = []
  for (const id of [caseId, ...members.map(member => member.id)]) {
    if (await seesCase(db, wallOf(account), id)) seen.push(id)
  }
  return seen
}

const COLUMNS = [
  ...(['id', 'case_id', 'name', 'media_type', 'bytes', 'sha256', 'note', 'uploaded_by'] as const),
  ...(['uploaded_at', 'withdrawn_at', 'shared', 'district_code'] as const),
]

/** Those outside see what was shared, a district what it uploaded itself too, until that is withdrawn. */
const filesSeen = (db: Db, account: Account, cases: readonly string[]) => {
  const files = db
    .selectFrom('case_file')
    .select(COLUMNS)
    .where('case_id', 'in', [...cases, ''])
    .orderBy('uploaded_at')
    .orderBy('id')
  if (!isOutside(account)) return files
  return files
    .where('withdrawn_at', 'is', null)
    .where(({ or, eb }) => or([eb('shared', '=', 1), eb('district_code', '=', account.districtCode)]))
}

const fileOf = (row: Omit<Tables['case_file'], 'content' | 'shared'> & { shared: number }): CaseFile => ({
  id: row.id,
  caseId: row.case_id,
  name: row.name,
  mediaType: row.media_type as FileMediaType,
  bytes: row.bytes,
  sha256: row.sha256,
  note: row.note,
  shared: row.shared === 1,
  uploadedBy: row.uploaded_by,
  uploadedAt: new Date(row.uploaded_at).toISOString(),
  withdrawnAt: row.withdrawn_at === null ? null : new Date(row.withdrawn_at).toISOString(),
})
