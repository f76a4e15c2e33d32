import type { Account } from '../../schemas/account.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { enqueueAlert } from '../alerts/index.ts'
import { releaseKnownAt } from '../pricing/index.ts'
import { saveCharge } from './accuse.ts'
import { findProposal, lastWholeAlert, type ProposalRow, proposalOf, tellingOf } from './alert-proposals.ts'
import { recordDeed } from './audit.ts'
import { changeCase } from './change-case.ts'
import { finalOutcomes, type OutcomeDeps } from './close-case.ts'
import { leadOf } from './members.ts'
import { outcomesOf } from './outcomes.ts'
import { type AlertProposalResult, kindFault } from './propose-alert.ts'
import { findCase } from './queries.ts'
import { leadNumberFor } from './release-members.ts'
import { isWithDistrict, STATE_NAMES } from './transitions.ts'
import { withdrawCase } from './withdraw-case.ts'

export interface AlertDecision {
  readonly caseId: string
  readonly proposal: string
  readonly action: 'release' | 'refuse'
  readonly reason: string
  /** From the token, never from the request */
  readonly actor: Account
}

/**
 * Releases or refuses what a district is to be told: a reviewer does, and not the one who proposed it (four eyes). An
 * update brings the charges to what was proposed and tells them; a withdrawal dismisses every charge, which closes the
 * case, and takes its alert back. The release and its alert are committed together.
 */
export const decideAlert = async (
  trx: Db,
  decision: AlertDecision,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<AlertProposalResult> => {
  const { caseId, proposal, action, actor, reason } = decision
  const row = await findProposal(trx, proposal)
  if (row?.case_id !== caseId)
    return { refused: refusal('not-found', `The case has no proposal ${proposal}.`) }
  const held = (await findCase(trx, caseId))!
  const refused = (await decisionFault(trx, held, row, decision)) ?? undefined
  if (refused) return { refused }
  const alertId = action === 'refuse' ? null : await tell(trx, held, row, decision, nowMs, deps)
  if (action === 'refuse') {
    await recordDeed(trx, {
      ...{ caseId, atMs: nowMs, actor: actor.name, action: 'decline' as const },
      ...{ from: held.state, to: held.state, reason, detail: { proposal: row.id, kind: row.kind } },
    })
  }
  const decided = {
    state: action === 'release' ? ('released' as const) : ('refused' as const),
    ...{ decided_by: actor.name, decided_at: nowMs, decided_reason: reason, alert_id: alertId },
  }
  await trx.updateTable('alert_proposal').set(decided).where('id', '=', row.id).execute()
  return { proposal: proposalOf({ ...row, ...decided }) }
}

const decisionFault = async (
  trx: Db,
  held: Case,
  row: ProposalRow,
  { action, actor, reason }: AlertDecision,
): Promise<Refusal | undefined> => {
  if (actor.role !== 'reviewer')
    return refusal('forbidden', `To ${action} a proposal takes the role reviewer.`)
  if (row.state !== 'proposed') {
    return refusal('wrong-state', `The proposal is ${row.state}: only a proposed one is decided.`)
  }
  if (row.proposed_by === actor.name) {
    return refusal('same-person', `Four eyes: who proposed it cannot ${action} it.`)
  }
  if (action === 'refuse') {
    return reason.trim() === '' ? refusal('bad-request', 'To refuse a proposal give a reason.') : undefined
  }
  const { state } = await leadOf(trx, held)
  if (!isWithDistrict(state)) {
    const { zh, en } = STATE_NAMES[state]
    return refusal('wrong-state', `The case is ${en} (${zh}) by now: refuse the proposal.`)
  }
  return kindFault(trx, held, row.kind, row.cause)
}

const tell = async (
  trx: Db,
  held: Case,
  row: ProposalRow,
  { actor, reason }: AlertDecision,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<string | null> => {
  if (row.kind === 'withdrawal') return withdrawCase(trx, { held, row, actor, reason }, nowMs, deps)
  const before = (await lastWholeAlert(trx, held.id))!
  await bringUpToDate(trx, held, row, nowMs, actor.name)
  await changeCase(
    trx,
    (await findCase(trx, held.id))!,
    {},
    {
      ...{ actor: actor.name, action: 'update', nowMs, reason, stands: true },
      detail: { proposal: row.id, replaces: before },
    },
  )
  const updated = (await findCase(trx, held.id))!
  const leadNumber = leadNumberFor(updated, await leadOf(trx, updated))
  return enqueueAlert(trx, { ...updated, leadNumber }, nowMs, tellingOf(row, before))
}

/** Charges that have an outcome by now stay as they are. */
const bringUpToDate = async (
  trx: Db,
  { id }: Case,
  proposed: ProposalRow,
  nowMs: number,
  actor: string,
): Promise<void> => {
  const charges = JSON.parse(proposed.body) as Charge[]
  // They are priced as they were put up.
  const release = await releaseKnownAt(trx, proposed.proposed_at)
  const final = finalOutcomes(await outcomesOf(trx, id))
  for (const charge of charges) {
    const held = (await findCase(trx, id))!
    const before = held.charges.find(({ signature }) => signature === charge.signature)
    if (!before || final.has(charge.signature) || JSON.stringify(before) === JSON.stringify(charge)) continue
    await saveCharge(trx, held, charge, nowMs, { action: 'evidence', release, actor })
  }
}
