import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import type { CaseFile, FileMediaType } from '../../schemas/case-file.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { findFile } from './files-seen.ts'
import { findStoredCase } from './queries.ts'

export interface NewFile {
  readonly caseId: string
  readonly name: string
  readonly mediaType: FileMediaType
  readonly note: string
  readonly shared: boolean
  readonly sha256: string
  /** No Buffer: it crosses a thread, and stands in no fingerprint */
  readonly content: Uint8Array
  /** From the token, never from the request */
  readonly actor: Account
}

export interface FileWithdrawal {
  readonly caseId: string
  readonly fileId: string
  readonly reason: string
  readonly actor: Account
}

export type FileResult = { readonly file: CaseFile } | { readonly refused: Refusal }

const ROLES: readonly Account['role'][] = ['analyst', 'reviewer', 'district']

/** Keeps a file of a case. What it is stands in the chain of the case: its name, length and hash. */
export const addFile = async (trx: Db, fresh: NewFile, nowMs: number): Promise<FileResult> => {
  const { caseId, name, mediaType, note, shared, sha256, content, actor } = fresh
  const refused = refusalOf(actor, 'Adding')
  if (refused) return { refused }
  const id = await newId(trx, caseId)
  await trx
    .insertInto('case_file')
    .values({
      id,
      case_id: caseId,
      name,
      media_type: mediaType,
      bytes: content.length,
      sha256,
      note,
      uploaded_by: actor.name,
      uploaded_at: nowMs,
      withdrawn_at: null,
      shared: Number(shared && actor.role !== 'district'),
      district_code: districtOf(actor),
      content,
    })
    .execute()
  const detail = { file: id, name, mediaType, sha256, bytes: content.length, shared }
  await record(trx, caseId, actor, nowMs, { action: 'file', reason: note, detail })
  return { file: (await findFile(trx, actor, caseId, id))!.file }
}

/** Withdraws a file: it is kept, and no district sees it any more. Each side withdraws its own. */
export const withdrawFile = async (
  trx: Db,
  { caseId, fileId, reason, actor }: FileWithdrawal,
  nowMs: number,
): Promise<FileResult> => {
  const refused = refusalOf(actor, 'Withdrawing')
  if (refused) return { refused }
  const found = await findFile(trx, actor, caseId, fileId)
  if (!found) return { refused: refusal('not-found', `The case has no file ${fileId}.`) }
  const { file, districtCode } = found
  if (districtCode !== districtOf(actor)) {
    const detail = 'A district withdraws its own files, and the grid company those of its people.'
    return { refused: refusal('forbidden', detail) }
  }
  if (file.withdrawnAt !== null) {
    return { refused: refusal('wrong-state', `The file ${file.name} was withdrawn already.`) }
  }
  await trx.updateTable('case_file').set({ withdrawn_at: nowMs }).where('id', '=', fileId).execute()
  const detail = { file: fileId, name: file.name, sha256: file.sha256 }
  await record(trx, file.caseId, actor, nowMs, { action: 'withdraw-file', reason, detail })
  return { file: { ...file, withdrawnAt: new Date(nowMs).toISOString() } }
}

const refusalOf = ({ role }: Account, doing: string): Refusal | undefined =>
  ROLES.includes(role)
    ? undefined
    : refusal(
        'forbidden',
        `${doing} files takes one of the roles ${ROLES.join(', ')}; this token has the role ${role}.`,
      )

const districtOf = ({ role, districtCode }: Account): string | null =>
  role === 'district' ? districtCode : null

/** No file is ever taken out, so that a case's count of files names the next. */
const newId = async (trx: Db, caseId: string): Promise<string> => {
  const { n } = await trx
    .selectFrom('case_file')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('case_id', '=', caseId)
    .executeTakeFirstOrThrow()
  return `file-${createHash('sha256')
    .update(`${caseId}\n${Number(n)}`)
    .digest('hex')
    .slice(0, 20)}`
}

interface FileDeed {
  readonly action: 'file' | 'withdraw-file'
  readonly reason: string
  readonly detail: Record<string, unknown>
}

const record = async (trx: Db, caseId: string, { name }: Account, nowMs: number, deed: FileDeed) => {
  const { state } = (await findStoredCase(trx, caseId))!
  await recordDeed(trx, { ...deed, caseId, atMs: nowMs, actor: name, from: state, to: state })
}
