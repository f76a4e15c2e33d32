import type { Account } from '../../schemas/account.ts'
import type { Case } from '../../schemas/case.ts'
import type { CaseDone } from '../../schemas/case-moves.ts'
import { dayOf } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { enqueueAlert } from '../alerts/index.ts'
import { districtToTell } from '../territory/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase, type PlainColumns } from './change-case.ts'
import { doneWith } from './done.ts'
import { keepCharges } from './keep-charges.ts'
import { lapse } from './lapse.ts'
import { membersOf } from './members.ts'
import { noteSuspicions } from './note-suspicions.ts'
import { otherOpenCase } from './other-open-case.ts'
import { outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'
import { releaseBySwitch } from './release-by-switch.ts'
import { releaseMembers } from './release-members.ts'
import { AWAKE } from './snooze.ts'
import { isWithDistrict, TRANSITIONS, type Transition } from './transitions.ts'

export interface Move extends CaseCommand {
  /** A case closes by the outcomes of its charges alone, and is answered with a feedback */
  readonly action: Exclude<Transition['action'], 'close' | 'charge' | 'answer'>
}

export type MoveResult = CaseDone | { readonly refused: Refusal }

/**
 * Moves a case on by the table of transitions. A release puts its alert in the outbox in the same transaction.
 * A refused move is an answer, not an exception, so that whoever carries it out can put it on record.
 */
export const moveCase = async (trx: Db, move: Move, nowMs: number): Promise<MoveResult> => {
  const admission = await admit(trx, move, move.action)
  if ('refused' in admission) return admission
  const { before } = admission
  const transition = TRANSITIONS.find(({ action, from }) => action === move.action && from === before.state)!
  const refused = await whyItStays(trx, before, transition, move.actor)
  if (refused) return { refused }
  const districtCode = await followRegistry(trx, before)
  await changeCase(trx, before, columnsOf(transition, move.actor, districtCode, nowMs), {
    ...{ actor: move.actor.name, action: move.action, nowMs, reason: move.reason },
    stands: transition.leavesTheHouse,
  })
  await keepCharges(trx, before, transition.to)
  if (move.action === 'reopen') await beginAnew(trx, before)
  if (transition.leavesTheHouse) return doneWith(trx, move, nowMs, await tell(trx, before.id, nowMs))
  const released = move.action === 'submit' ? await releaseBySwitch(trx, before.id, nowMs) : undefined
  return doneWith(trx, move, nowMs, released?.alertId ?? null)
}

/** Tells the districts of a case and of what was merged into it. Answers the alert of the case itself. */
const tell = async (trx: Db, caseId: string, nowMs: number): Promise<string | null> => {
  const released = (await findCase(trx, caseId))!
  const alertId = await enqueueAlert(trx, released, nowMs)
  await releaseMembers(trx, released, nowMs)
  return alertId
}

/** Why a case stays where it is although its state and a role would let it go. */
export const whyItStays = async (
  db: Db,
  before: Case,
  { action, byAnotherPerson, carried }: Transition,
  actor: Account,
): Promise<Refusal | undefined> => {
  if (byAnotherPerson && before.submittedBy === actor.name) {
    return refusal('same-person', `Four eyes: who submitted a case cannot ${action} it.`)
  }
  if (byAnotherPerson && before.openedBy === actor.name) {
    return refusal('same-person', `Four eyes: who opened a case by hand cannot ${action} it.`)
  }
  const charges = [before, ...(await membersOf(db, before.id))].flatMap(held => held.charges)
  if (carried && charges.length > 0 && charges.every(({ unsupported }) => unsupported)) {
    return refusal(
      'wrong-state',
      'No current finding carries this case any more: its readings were corrected, or its peers moved too.',
    )
  }
  return action === 'reopen' ? otherOpenCase(db, before) : undefined
}

/** Until the release name and district are those of the registry as of now: they decide who is told. */
const followRegistry = async (trx: Db, { id, state, customerId, districtCode }: Case): Promise<string> => {
  if (isWithDistrict(state)) return districtCode
  const customer = await trx
    .selectFrom('meter')
    .select(['customer_name', 'district_code'])
    .where('customer_id', '=', customerId)
    .orderBy('meter_id')
    .limit(1)
    .executeTakeFirst()
  if (!customer) return districtCode
  await trx.updateTable('cases').set(customer).where('id', '=', id).execute()
  return customer.district_code
}

/** What a move sets. Whoever has to act next sees the case: it sleeps no longer. */
const columnsOf = (
  { action, to }: Transition,
  actor: Account,
  districtCode: string,
  nowMs: number,
): Partial<PlainColumns> => ({
  state: to,
  ...AWAKE,
  ...(action === 'submit' ? { submitted_by: actor.name } : {}),
  ...(action === 'release'
    ? { reported_at: nowMs, told_district: toldOf(districtCode, nowMs), department: '' }
    : {}),
  // A district was told of what was closed, and not yet of what is found now.
  ...(action === 'reopen'
    ? { closed_at: null, told_district: null, department: '', withdrawn_at: null }
    : {}),
})

const toldOf = (districtCode: string, nowMs: number): string | null =>
  districtToTell(districtCode, dayOf(nowMs))?.code ?? null

/** What was found before counts no more, and the charges follow the findings there are by now. */
const beginAnew = async (trx: Db, { id, version, customerId, charges }: Case): Promise<void> => {
  const counting = (await outcomesOf(trx, id)).filter(({ lapsed }) => !lapsed)
  await lapse(trx, counting, version + 1)
  await noteSuspicions(
    trx,
    charges.map(({ signature }) => ({ customerId, signature })),
  )
}
