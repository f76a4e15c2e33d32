import type { Account } from '../../schemas/account.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import type { OutcomeBody, RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayOf, parseDay } from '../../schemas/day.ts'
import { Finding, type Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { closeWhenAnswered, type OutcomeDeps } from './close-case.ts'
import { outcomeOf, outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'
import { STATE_NAMES } from './transitions.ts'

export interface OutcomeCommand {
  readonly caseId: string
  readonly signature: Signature
  readonly outcome: OutcomeBody
  /** From the token, never from the request */
  readonly actor: Account
}

export type OutcomeResult =
  | { readonly case: Case; readonly outcome: RecordedOutcome }
  | { readonly refused: Refusal }

/**
 * Puts on record what an inspection found of a charge. On a reported case a reviewer does; before that two people
 * do: an analyst proposes, a reviewer records the same. With the last charge's outcome the case closes.
 */
export const recordOutcome = async (
  trx: Db,
  command: OutcomeCommand,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<OutcomeResult> => {
  const { caseId, signature } = command
  const before = await findCase(trx, caseId)
  const charge = before?.charges.find(held => held.signature === signature)
  if (!before || !charge) {
    const what = before ? `The case has no charge ${signature}.` : `There is no case ${caseId}.`
    return { refused: refusal('not-found', what) }
  }
  const recorded = await outcomesOf(trx, caseId)
  const refused = refusalOf(before, command, recorded, nowMs)
  if (refused) return { refused }
  const outcome = await insert(trx, before, charge, command, recorded, nowMs)
  await trx
    .updateTable('cases')
    .set({ version: before.version + 1 })
    .where('id', '=', caseId)
    .execute()
  await note(trx, before, command, nowMs)
  await closeWhenAnswered(trx, before, [...recorded, outcome], command.actor.name, nowMs, deps)
  return { case: (await findCase(trx, caseId))!, outcome }
}

const refusalOf = (
  before: Case,
  command: OutcomeCommand,
  recorded: readonly RecordedOutcome[],
  nowMs: number,
): Refusal | undefined => {
  const { outcome, cause, inspectedOn } = command.outcome
  if (!['analyst', 'reviewer'].includes(command.actor.role)) {
    return refusal('forbidden', 'An analyst proposes an outcome and a reviewer records it; nobody else does.')
  }
  if (before.state === 'closed') {
    return refusal('wrong-state', `The case is closed (${STATE_NAMES.closed.zh}): its outcomes stand.`)
  }
  if ((outcome === 'dismissed') !== (cause !== null)) {
    return refusal('bad-request', 'A dismissed charge needs a cause, and no other outcome has one.')
  }
  if (inspectedOn !== null && parseDay(inspectedOn) > dayOf(nowMs)) {
    return refusal('bad-request', 'An inspection cannot lie in the future.')
  }
  return command.actor.role === 'reviewer' && before.state !== 'reported'
    ? withoutProposal(command, recorded)
    : undefined
}

/** Nobody dismisses alone what was never reported. */
const withoutProposal = (
  { signature, outcome, actor }: OutcomeCommand,
  recorded: readonly RecordedOutcome[],
): Refusal | undefined => {
  const proposal = recorded.findLast(one => one.signature === signature && !one.final)
  if (proposal?.outcome !== outcome.outcome || proposal.cause !== outcome.cause) {
    return refusal(
      'wrong-state',
      'Before a case is reported an outcome takes two people: an analyst records the same outcome first.',
    )
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
    criterion_id: charge.criterion?.id ?? `built-in-${signature}`,
    attributable_kw: charge.attributableKw,
    hold_until: null,
    hold_kw: null,
    registry_digest: null,
  }
  await trx.insertInto('charge_outcome').values(row).execute()
  return outcomeOf(row)
}

const detectorVersionOf = async (trx: Db, { findingId }: Charge): Promise<string> => {
  const { body } = await trx
    .selectFrom('finding')
    .select('body')
    .where('id', '=', findingId)
    .executeTakeFirstOrThrow()
  return Finding.parse(JSON.parse(body)).detectorVersion
}

const note = (
  trx: Db,
  { id, state }: Case,
  { signature, outcome, actor }: OutcomeCommand,
  nowMs: number,
): Promise<void> => {
  const { note: reason, ...found } = outcome
  return recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: actor.name,
    action: 'outcome',
    from: state,
    to: state,
    reason,
    detail: { signature, ...found, final: actor.role === 'reviewer' },
  })
}
