import type { Account, Role } from '../../schemas/account.ts'
import type { Case, CaseState } from '../../schemas/case.ts'
import type { CaseAction } from '../../schemas/case-moves.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { versionConflict } from './changes.ts'
import { findCase } from './queries.ts'
import { ACTS, STATE_NAMES, TRANSITIONS } from './transitions.ts'

/** What every command on a case says. */
export interface CaseCommand {
  readonly caseId: string
  /** From the token, never from the request */
  readonly actor: Account
  readonly reason?: string | undefined
  /** The version the person looked at; refused when the case has changed since */
  readonly version?: number | undefined
}

/** Who may do an action, in which states, and who has to say why. */
export interface Rule {
  readonly action: CaseAction
  readonly states: readonly CaseState[]
  readonly roles: readonly Role[]
  readonly reasonFrom: readonly Role[]
}

/** The rule of an action, by the tables. */
export const ruleOf = (action: CaseAction): Rule => {
  const act = ACTS.find(one => one.action === action)
  if (act) return act
  const rows = TRANSITIONS.filter(one => one.action === action)
  const { roles, reasonFrom } = rows[0]!
  return { action, roles, reasonFrom, states: rows.map(({ from }) => from) }
}

export type Admission = { readonly before: Case } | { readonly refused: Refusal }

/**
 * The case as it stands when somebody may do that with it now; else why not, in the order in which a person is told:
 * role, version, state, reason.
 */
export const admit = async (trx: Db, command: CaseCommand, action: CaseAction): Promise<Admission> => {
  const before = await findCase(trx, command.caseId)
  if (!before) return { refused: refusal('not-found', `There is no case ${command.caseId}.`) }
  const refused = await refusalOf(trx, before, command, ruleOf(action))
  return refused ? { refused } : { before }
}

const refusalOf = async (
  trx: Db,
  before: Case,
  { actor, version, reason = '' }: CaseCommand,
  { action, roles, states, reasonFrom }: Rule,
): Promise<Refusal | undefined> => {
  if (!roles.includes(actor.role)) {
    return refusal(
      'forbidden',
      `To ${action} a case takes the role ${roles.join(' or ')}; this account has the role ${actor.role}.`,
    )
  }
  if (before.state === 'merged') return mergedInto(trx, before)
  if (version !== undefined && version !== before.version) {
    return versionConflict(trx, before, version, actor)
  }
  if (!states.includes(before.state)) {
    const { zh, en } = STATE_NAMES[before.state]
    return refusal('wrong-state', `A case that is ${en} (${zh}) takes no "${action}".`)
  }
  if (reasonFrom.includes(actor.role) && reason.trim() === '') {
    return refusal('bad-request', `To ${action} a case give a reason.`)
  }
  return undefined
}

const mergedInto = async (trx: Db, { mergedInto: id }: Case): Promise<Refusal> => {
  const whole = await trx
    .selectFrom('cases')
    .select('number')
    .where('id', '=', id ?? '')
    .executeTakeFirst()
  const where = whole ? ` into case ${whole.number}: act on that one` : ''
  return refusal('wrong-state', `The case was merged (已并案)${where}.`)
}
