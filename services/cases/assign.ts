import type { CaseDone } from '../../schemas/case-moves.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { doneWith } from './done.ts'

export interface Assignment extends CaseCommand {
  /** An analyst or reviewer who sees the case; oneself takes it; null: nobody has it any more */
  readonly to: string | null
}

/** Says who sees to a case. */
export const assignCase = async (
  trx: Db,
  command: Assignment,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'assign')
  if ('refused' in admission) return admission
  const { before } = admission
  const { to, actor, reason } = command
  if (to !== null && to !== actor.name && !(await maySeeTo(trx, to, before.supplyUnit))) {
    return {
      refused: refusal(
        'bad-request',
        `${to} is no analyst or reviewer who sees this case: assign it to one of its supply unit.`,
      ),
    }
  }
  const deed = { actor: actor.name, action: 'assign', nowMs, reason, detail: { to } } as const
  await changeCase(trx, before, { assignee: to }, deed)
  return doneWith(trx, command, nowMs)
}

const maySeeTo = async (trx: Db, name: string, supplyUnit: string): Promise<boolean> => {
  const account = await trx
    .selectFrom('account')
    .select('supply_units')
    .where('name', '=', name)
    .where('role', 'in', ['analyst', 'reviewer'])
    .where('disabled_at', 'is', null)
    .executeTakeFirst()
  if (!account) return false
  const { supply_units: units } = account
  return units === null || (JSON.parse(units) as string[]).includes(supplyUnit)
}
