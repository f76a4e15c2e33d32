import type { Account } from '../../schemas/account.ts'
import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { districtToTell, enqueueAlert } from '../alerts/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'
import { keepCharges } from './keep-charges.ts'
import { findCase } from './queries.ts'
import { releaseBySwitch } from './release-by-switch.ts'
import { STATE_NAMES, TRANSITIONS, type Transition } from './transitions.ts'

export interface Move {
  readonly caseId: string
  /** A case closes by the outcomes of its charges alone */
  readonly action: Exclude<Transition['action'], 'close'>
  /** From the token, never from the request */
  readonly actor: Account
  readonly reason: string
  /** The version the person looked at; refused when the case has changed since */
  readonly version?: number | undefined
}

/** The moved case, and the alert it put in the outbox (null: nobody to tell in this district). */
export interface Moved {
  readonly case: Case
  readonly alertId: string | null
}

export type MoveResult = Moved | { readonly refused: Refusal }

/**
 * Moves a case on by the table of transitions. A release puts its alert in the outbox in the same transaction.
 * A refused move is an answer, not an exception, so that whoever carries it out can put it on record.
 */
export const moveCase = async (trx: Db, move: Move, nowMs: number): Promise<MoveResult> => {
  const before = await findCase(trx, move.caseId)
  if (!before) return { refused: refusal('not-found', `There is no case ${move.caseId}.`) }
  const transition = TRANSITIONS.find(({ action, from }) => action === move.action && from === before.state)
  const refused = refusalOf(before, move, transition)
  if (refused || !transition) return { refused: refused ?? wrongState(before, move) }
  await write(trx, before, transition, move, nowMs)
  await enterState(trx, before.id, transition.to, nowMs)
  await followRegistry(trx, before)
  await record(trx, before, move, nowMs, transition)
  await keepCharges(trx, before, transition.to)
  const moved = (await findCase(trx, move.caseId))!
  const released = move.action === 'submit' ? await releaseBySwitch(trx, moved, nowMs) : undefined
  if (released) return released
  const alertId = transition.action === 'release' ? await enqueueAlert(trx, moved, nowMs) : null
  return { case: moved, alertId }
}

const refusalOf = (before: Case, move: Move, transition: Transition | undefined): Refusal | undefined => {
  const role = TRANSITIONS.find(({ action }) => action === move.action)!.role
  if (move.actor.role !== role) {
    return refusal(
      'forbidden',
      `To ${move.action} a case takes the role ${role}; this token has the role ${move.actor.role}.`,
    )
  }
  if (!transition) return wrongState(before, move)
  if (transition.byAnotherPerson && before.submittedBy === move.actor.name) {
    return refusal('same-person', 'Four eyes: who submitted a case cannot release it.')
  }
  if (transition.reasonNeeded && move.reason.trim() === '') {
    return refusal('bad-request', `To ${move.action} a case give a reason.`)
  }
  if (move.action !== 'return' && before.charges.every(({ unsupported }) => unsupported)) {
    return refusal(
      'wrong-state',
      'No current finding carries this case any more: its readings were corrected, or its peers moved too.',
    )
  }
  if (move.version !== undefined && move.version !== before.version) {
    return refusal(
      'version-conflict',
      `The case is at version ${before.version}, not ${move.version}: look at it again first.`,
    )
  }
  return undefined
}

const wrongState = (before: Case, move: Move): Refusal => {
  const { zh, en } = STATE_NAMES[before.state]
  return refusal('wrong-state', `A case that is ${en} (${zh}) cannot be moved by "${move.action}".`)
}

/** Name and district are those of the registry as of now: they decide who is told. */
const followRegistry = async (trx: Db, { id, customerId }: Case): Promise<void> => {
  const customer = await trx
    .selectFrom('meter')
    .select(['customer_name', 'district_code'])
    .where('customer_id', '=', customerId)
    .orderBy('meter_id')
    .limit(1)
    .executeTakeFirst()
  if (customer) await trx.updateTable('cases').set(customer).where('id', '=', id).execute()
}

const write = (trx: Db, before: Case, { action }: Transition, { actor }: Move, nowMs: number) =>
  trx
    .updateTable('cases')
    .set({
      version: before.version + 1,
      ...(action === 'submit' ? { submitted_by: actor.name } : {}),
      ...(action === 'release' ? { reported_at: nowMs, told_district: toldOf(before, nowMs) } : {}),
    })
    .where('id', '=', before.id)
    .where('version', '=', before.version)
    .execute()

const toldOf = ({ districtCode }: Case, nowMs: number): string | null =>
  districtToTell(districtCode, dayOf(nowMs))?.code ?? null

const record = (
  trx: Db,
  before: Case,
  move: Move,
  nowMs: number,
  { action, to }: Transition,
): Promise<void> =>
  recordDeed(trx, {
    caseId: before.id,
    atMs: nowMs,
    actor: move.actor.name,
    action,
    from: before.state,
    to,
    reason: move.reason,
    detail: { version: before.version },
  })
