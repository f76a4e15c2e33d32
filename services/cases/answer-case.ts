import type { Case } from '../../schemas/case.ts'
import { type CaseDone, Feedback, MEASURE_NAMES, type RecordedFeedback } from '../../schemas/case-moves.ts'
import { dayOf, parseDay } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { doneWith } from './done.ts'

export interface Answering extends CaseCommand {
  readonly feedback: Feedback
}

/** A district reports back what it found and did (反馈), or a reviewer puts its letter on record. */
export const answerCase = async (
  trx: Db,
  command: Answering,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'answer')
  if ('refused' in admission) return admission
  const { before } = admission
  const { actor, feedback, reason } = command
  const wrong = whatIsWrong(before, feedback, nowMs) ?? (await strangeFile(trx, before, feedback))
  if (wrong !== undefined) return { refused: refusal('bad-request', wrong) }
  const sequence = await insert(trx, before.id, actor.name, feedback, nowMs)
  const detail = { sequence, feedback }
  await changeCase(
    trx,
    before,
    { state: 'answered' },
    {
      ...{ actor: actor.name, action: 'answer', nowMs, reason, detail },
    },
  )
  return doneWith(trx, command, nowMs)
}

const whatIsWrong = (
  { charges }: Case,
  { found, inspectedOn }: Feedback,
  nowMs: number,
): string | undefined => {
  const told = found.map(({ signature }) => signature)
  const missing = charges.filter(({ signature }) => !told.includes(signature))
  if (missing.length > 0) return `Say what was found of ${missing.map(one => one.signature).join(', ')} too.`
  const strange = told.find((one, i) => i >= charges.length || told.indexOf(one) !== i)
  if (strange !== undefined) return `Say once of each charge what was found; ${strange} is one too many.`
  return inspectedOn !== null && parseDay(inspectedOn) > dayOf(nowMs)
    ? 'An inspection cannot lie in the future.'
    : undefined
}

const strangeFile = async (trx: Db, { id }: Case, { fileIds }: Feedback): Promise<string | undefined> => {
  if (fileIds.length === 0) return undefined
  const rows = await trx
    .selectFrom('case_file')
    .select('id')
    .where('case_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .where('id', 'in', fileIds)
    .execute()
  const missing = fileIds.find(fileId => !rows.some(row => row.id === fileId))
  return missing === undefined ? undefined : `The case has no file ${missing}: add it to the case first.`
}

const insert = async (
  trx: Db,
  caseId: string,
  by: string,
  feedback: Feedback,
  nowMs: number,
): Promise<number> => {
  const last = await trx
    .selectFrom('feedback')
    .select('sequence')
    .where('case_id', '=', caseId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()
  const sequence = (last?.sequence ?? 0) + 1
  await trx
    .insertInto('feedback')
    .values({ case_id: caseId, sequence, by, at: nowMs, body: JSON.stringify(feedback) })
    .execute()
  return sequence
}

/** What was reported back of a case and not taken back, in order. */
export const feedbackOf = async (db: Db, caseId: string): Promise<RecordedFeedback[]> => {
  const lapsed = db.selectFrom('lapsed_feedback').select('sequence').where('case_id', '=', caseId)
  const rows = await db
    .selectFrom('feedback')
    .selectAll()
    .where('case_id', '=', caseId)
    .where('sequence', 'not in', lapsed)
    .orderBy('sequence')
    .execute()
  return rows.map(({ sequence, by, at, body }) => {
    const feedback = Feedback.parse(JSON.parse(body))
    const words = feedback.measures.map(measure => MEASURE_NAMES[measure])
    return { ...feedback, sequence, by, at: new Date(at).toISOString(), words }
  })
}
