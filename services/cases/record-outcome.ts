import type { Case, Charge } from '../../schemas/case.ts'
import type { OutcomeBody, RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, parseDay } from '../../schemas/day.ts'
import { Finding, type Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { customerDigest } from '../registry/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { changeCase } from './change-case.ts'
import { BY_HAND } from './charge-by-hand.ts'
import { type Answered, afterClosing, closing, confirmedCharges, type OutcomeDeps } from './close-case.ts'
import { doneWith } from './done.ts'
import { holdFault, holdOf, isWider } from './hold.ts'
import { leadOf } from './members.ts'
import { outcomeOf, outcomesOf } from './outcomes.ts'
import { isWithDistrict } from './transitions.ts'

export interface OutcomeCommand extends CaseCommand {
  readonly signature: Signature
  readonly outcome: OutcomeBody
}

export type OutcomeResult =
  | { readonly case: Case; readonly outcome: RecordedOutcome; readonly undoableUntil: string | null }
  | { readonly refused: Refusal }

/**
 * Puts on record what an inspection found of a charge. Once a case is reported a reviewer does; before that two people
 * do: an analyst proposes, a reviewer records the same. With the last charge's outcome the case closes.
 */
export const recordOutcome = async (
  trx: Db,
  command: OutcomeCommand,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<OutcomeResult> => {
  const { caseId, signature, actor } = command
  const admission = await admit(trx, command, 'outcome')
  if ('refused' in admission) return admission
  const { before } = admission
  const charge = before.charges.find(held => held.signature === signature)
  if (!charge) return { refused: refusal('not-found', `The case has no charge ${signature}.`) }
  const recorded = await outcomesOf(trx, caseId)
  // What may be recorded of a merged case goes by where its lead stands.
  const { state } = await leadOf(trx, before)
  const refused =
    refusalOf({ ...before, state }, command, recorded, nowMs) ??
    holdFault(command.outcome, charge.attributableKw, nowMs)
  if (refused) return { refused }
  const outcome = await insert(trx, before, charge, command, recorded, nowMs)
  const all = outcome.final ? await closing(trx, before) : []
  await changeCase(trx, before, all.length > 0 ? { state: 'closed', closed_at: nowMs } : {}, {
    ...{ actor: actor.name, action: 'outcome', nowMs, reason: outcome.note },
    detail: detailOf(command, outcome),
    // Several that closed together are opened again one by one, and what a district is told stands.
    stands: all.length > 1 || all.some(isTold) || all.some(one => confirmedCharges(one).length > 0),
  })
  await afterClosing(trx, all, caseId, nowMs, deps)
  const { case: done, undoableUntil } = await doneWith(trx, command, nowMs)
  return { case: done, outcome, undoableUntil }
}

const isTold = ({ held }: Answered): boolean => held.toldDistrict !== null

const refusalOf = (
  before: Case,
  command: OutcomeCommand,
  recorded: readonly RecordedOutcome[],
  nowMs: number,
): Refusal | undefined => {
  const { outcome, cause, inspectedOn, passedTo = '' } = command.outcome
  if ((outcome === 'dismissed') !== (cause !== null)) {
    return refusal('bad-request', 'A dismissed charge needs a cause, and no other outcome has one.')
  }
  if ((outcome === 'passed-on') !== (passedTo !== '')) {
    return refusal(
      'bad-request',
      'Of a charge passed on (转办) say to whom in passedTo, and of no other outcome.',
    )
  }
  if (inspectedOn !== null && parseDay(inspectedOn) > dayOf(nowMs)) {
    return refusal('bad-request', 'An inspection cannot lie in the future.')
  }
  return command.actor.role === 'reviewer' && !isWithDistrict(before.state)
    ? withoutProposal(command, recorded)
    : undefined
}

/** What one person proposed last of a charge, and counts still. */
const proposalOf = (recorded: readonly RecordedOutcome[], signature: Signature) =>
  recorded.findLast(one => one.signature === signature && !one.final && !one.lapsed)

/** Nobody dismisses alone what was never reported. */
const withoutProposal = (
  { signature, outcome, actor }: OutcomeCommand,
  recorded: readonly RecordedOutcome[],
): Refusal | undefined => {
  const proposal = proposalOf(recorded, signature)
  if (proposal?.outcome !== outcome.outcome || proposal.cause !== outcome.cause) {
    return refusal(
      'wrong-state',
      'Before a case is reported an outcome takes two people: an analyst records the same outcome first.',
    )
  }
  if (isWider(outcome, proposal)) {
    return refusal('wrong-state', 'A dismissal may be narrowed, not widened, by who makes it final.')
  }
  return proposal.recordedBy === actor.name
    ? refusal('same-person', 'Four eyes: who proposed an outcome cannot make it final.')
    : undefined
}

const insert = async (
  trx: Db,
  before: Case,
  charge: Charge,
  { signature, outcome, actor }: OutcomeCommand,
  recorded: readonly RecordedOutcome[],
  nowMs: number,
): Promise<RecordedOutcome> => {
  const hold = holdOf(outcome, charge.attributableKw, proposalOf(recorded, signature), nowMs)
  const row = {
    case_id: before.id,
    signature,
    sequence: 1 + recorded.filter(one => one.signature === signature).length,
    outcome: outcome.outcome,
    cause: outcome.cause,
    note: outcome.note,
    inspected_on: outcome.inspectedOn === null ? null : parseDay(outcome.inspectedOn),
    met_running: outcome.metRunning === null ? null : Number(outcome.metRunning),
    final: Number(actor.role === 'reviewer'),
    recorded_by: actor.name,
    recorded_at: nowMs,
    customer_id: before.customerId,
    district_code: before.districtCode,
    level: charge.level,
    score: charge.score,
    detector_version: await detectorVersionOf(trx, charge),
    criterion_id: charge.findingId === null ? BY_HAND : (charge.criterion?.id ?? `built-in-${signature}`),
    attributable_kw: charge.attributableKw,
    hold_until: hold?.until ?? null,
    hold_kw: hold?.kw ?? null,
    registry_digest: hold && (await customerDigest(trx, before.customerId))(dayOf(nowMs)),
    passed_to: outcome.passedTo ?? '',
  }
  await trx.insertInto('charge_outcome').values(row).execute()
  return outcomeOf({ ...row, lapsed: false })
}

const detectorVersionOf = async (trx: Db, { findingId }: Charge): Promise<string> => {
  if (findingId === null) return BY_HAND
  const { body } = await trx
    .selectFrom('finding')
    .select('body')
    .where('id', '=', findingId)
    .executeTakeFirstOrThrow()
  return Finding.parse(JSON.parse(body)).detectorVersion
}

const detailOf = (
  { signature, outcome }: OutcomeCommand,
  { final, sequence, holdUntil, holdKw }: RecordedOutcome,
) => {
  const { note: _, ...found } = outcome
  return { signature, sequence, ...found, holdUntil, holdKw, final }
}
