import type { Account, Role } from '../../schemas/account.ts'
import type { Case, CaseState } from '../../schemas/case.ts'
import { CaseAction } from '../../schemas/case-moves.ts'
import type { Db } from '../adapters/store/index.ts'
import { ruleOf } from './admit.ts'
import { whyItStays } from './move-case.ts'
import { isSnoozed } from './snooze.ts'
import { TRANSITIONS } from './transitions.ts'
import { whyItStands } from './undo.ts'
import { lastDeed } from './undoable.ts'

/** What a role may do with cases, and in which of their states. */
export const actionsOf = (role: Role): { action: CaseAction; states: CaseState[] }[] =>
  CaseAction.options.flatMap(action => {
    const { roles, states } = ruleOf(action)
    return roles.includes(role) ? [{ action, states: [...states] }] : []
  })

/** What somebody may do with a case now. */
export const nextActions = async (
  db: Db,
  found: Case,
  actor: Account,
  nowMs: number,
): Promise<CaseAction[]> => {
  const next: CaseAction[] = []
  for (const action of CaseAction.options) {
    const { roles, states } = ruleOf(action)
    if (!roles.includes(actor.role) || !states.includes(found.state)) continue
    if (await isOpenTo(db, action, found, actor, nowMs)) next.push(action)
  }
  return next
}

/** What role and state alone do not tell. */
const isOpenTo = async (
  db: Db,
  action: CaseAction,
  found: Case,
  actor: Account,
  nowMs: number,
): Promise<boolean> => {
  if (action === 'wake') return isSnoozed(found, nowMs)
  if (action === 'pass') return actor.department === ''
  if (action === 'undo') {
    const deed = await lastDeed(db, found.id)
    return deed !== undefined && (await whyItStands(db, found, deed, actor, nowMs)) === undefined
  }
  const transition = TRANSITIONS.find(one => one.action === action && one.from === found.state)
  return transition === undefined || (await whyItStays(db, found, transition, actor)) === undefined
}
