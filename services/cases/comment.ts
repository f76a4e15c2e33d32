import type { Account } from '../../schemas/account.ts'
import type { CaseComment, CaseDone, CommentAudience } from '../../schemas/case-moves.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { recordDeed } from './audit.ts'
import { doneWith } from './done.ts'

export interface Comment extends CaseCommand {
  readonly text: string
  /** Internal unless told; of a district it is always all */
  readonly audience?: CommentAudience | undefined
}

/** Says something about a case. It changes nothing of it and stands in its audit. */
export const commentOn = async (
  trx: Db,
  command: Comment,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'comment')
  if ('refused' in admission) return admission
  const { state } = admission.before
  const { caseId, actor, text } = command
  const isDistrict = actor.role === 'district'
  if (isDistrict && command.audience === 'internal') {
    return {
      refused: refusal(
        'bad-request',
        'What a district says is for all: leave the audience out, or say "all".',
      ),
    }
  }
  const audience = command.audience ?? (isDistrict ? 'all' : 'internal')
  await recordDeed(trx, {
    ...{ caseId, atMs: nowMs, actor: actor.name, action: 'comment' as const, from: state, to: state },
    detail: { text, audience },
  })
  return doneWith(trx, command, nowMs)
}

const INSIDE: ReadonlySet<Account['role']> = new Set(['analyst', 'reviewer', 'supervisor', 'auditor'])

/** Comments on a case, oldest first, as far as who asks may read them. */
export const commentsOn = async (db: Db, caseId: string, { role }: Account): Promise<CaseComment[]> => {
  const rows = await db
    .selectFrom('audit')
    .select(['sequence', 'at', 'actor', 'detail'])
    .where('case_id', '=', caseId)
    .where('action', '=', 'comment')
    .orderBy('sequence')
    .execute()
  const comments = rows.map(({ sequence, at, actor, detail }) => {
    const { text, audience } = JSON.parse(detail) as Pick<CaseComment, 'text' | 'audience'>
    return { sequence, at: new Date(at).toISOString(), by: actor, text, audience }
  })
  return comments.filter(({ audience }) => audience === 'all' || INSIDE.has(role))
}
