import type { Selectable } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink } from '../audit/index.ts'
import { criterionOf } from './in-force.ts'
import { type CriterionResult, tooEarly } from './propose.ts'

export interface CriterionDecision {
  readonly id: string
  readonly action: 'release' | 'refuse'
  /** From the token, never from the request */
  readonly actor: Account
  readonly reason: string
}

type Row = Selectable<Tables['criterion']>

/**
 * Releases or refuses a proposed criterion. A reviewer does, and to release it not the one who proposed it (four
 * eyes). An attempt that is not allowed is an answer, so that its audit entry commits.
 */
export const decideCriterion = async (
  trx: Db,
  decision: CriterionDecision,
  nowMs: number,
): Promise<CriterionResult> => {
  const row = await trx.selectFrom('criterion').selectAll().where('id', '=', decision.id).executeTakeFirst()
  if (!row) return { refused: refusal('not-found', `There is no criterion ${decision.id}.`) }
  const refused = refusalOf(row, decision, nowMs)
  const audit_head = await record(trx, decision, nowMs, refused)
  const decided = refused
    ? { audit_head }
    : {
        audit_head,
        state: decision.action === 'release' ? ('released' as const) : ('refused' as const),
        decided_by: decision.actor.name,
        decided_at: nowMs,
      }
  await trx.updateTable('criterion').set(decided).where('id', '=', row.id).execute()
  return refused ? { refused } : { criterion: criterionOf({ ...row, ...decided }) }
}

const refusalOf = (
  row: Row,
  { action, actor, reason }: CriterionDecision,
  nowMs: number,
): Refusal | undefined => {
  if (actor.role !== 'reviewer') {
    return refusal('forbidden', `To ${action} a criterion takes the role reviewer.`)
  }
  if (row.state !== 'proposed') return refusal('wrong-state', `The criterion is ${row.state} already.`)
  if (action === 'refuse') {
    return reason.trim() === '' ? refusal('bad-request', 'To refuse a criterion give a reason.') : undefined
  }
  if (row.proposed_by === actor.name) {
    return refusal('same-person', 'Four eyes: who proposed a criterion cannot release it.')
  }
  const late = tooEarly(row.valid_from, nowMs)
  return late === undefined ? undefined : refusal('wrong-state', `Its first day has come. ${late}`)
}

const record = (
  trx: Db,
  { id, action, actor, reason }: CriterionDecision,
  nowMs: number,
  refused: Refusal | undefined,
): Promise<string> => {
  const deed = { chainId: id, atMs: nowMs, actor: actor.name, reason }
  if (refused) {
    const detail = { attempted: action, code: refused.code }
    return appendLink(trx, { ...deed, action: 'refused', detail })
  }
  return appendLink(trx, { ...deed, action: action === 'release' ? 'release' : 'decline' })
}
