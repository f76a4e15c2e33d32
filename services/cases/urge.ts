import type { CaseDone } from '../../schemas/case-moves.ts'
import type { Refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { doneWith } from './done.ts'

/** A supervisor presses for progress (督办). */
export const urgeCase = async (
  trx: Db,
  command: CaseCommand,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'urge')
  if ('refused' in admission) return admission
  const { actor, reason } = command
  await changeCase(
    trx,
    admission.before,
    { urged_at: nowMs },
    {
      ...{ actor: actor.name, action: 'urge', nowMs, reason },
    },
  )
  return doneWith(trx, command, nowMs)
}
