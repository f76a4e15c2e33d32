import type { CaseDone } from '../../schemas/case-moves.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { doneWith } from './done.ts'

export interface Passing extends CaseCommand {
  /** Of the district; empty: the case is taken back */
  readonly department: string
}

/** A district passes a case to one of its departments, or takes it back. A department itself passes nothing. */
export const passOn = async (
  trx: Db,
  command: Passing,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'pass')
  if ('refused' in admission) return admission
  const { actor, department, reason } = command
  if (actor.department !== '') {
    return {
      refused: refusal('forbidden', 'Only an account of the whole district passes a case: ask one of these.'),
    }
  }
  await changeCase(
    trx,
    admission.before,
    { department },
    {
      ...{ actor: actor.name, action: 'pass', nowMs, reason, detail: { department } },
    },
  )
  return doneWith(trx, command, nowMs)
}
