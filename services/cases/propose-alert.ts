import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import type { AlertProposal, AlertProposalBody } from '../../schemas/alert-proposal.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { readRuleBook } from '../pricing/index.ts'
import { chargeDeps } from './accuse.ts'
import { lastWholeAlert, nextProposalId, type ProposalRow, proposalOf } from './alert-proposals.ts'
import { recordDeed } from './audit.ts'
import { chargeAnew } from './charge-anew.ts'
import { finalOutcomes } from './close-case.ts'
import { leadOf, membersOf } from './members.ts'
import { outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'
import { isWithDistrict, STATE_NAMES } from './transitions.ts'

export interface AlertProposing extends AlertProposalBody {
  readonly caseId: string
  /** From the token, never from the request */
  readonly actor: Account
}

export type AlertProposalResult = { readonly proposal: AlertProposal } | { readonly refused: Refusal }

const ROLES: readonly Account['role'][] = ['analyst', 'reviewer']

/**
 * Puts up that a district is told otherwise of a case, or that the case is taken back. Nothing is told, and nothing
 * changes, until another person releases it.
 */
export const proposeAlert = async (
  trx: Db,
  { caseId, actor, kind, reason, cause }: AlertProposing,
  nowMs: number,
): Promise<AlertProposalResult> => {
  const held = (await findCase(trx, caseId))!
  const refused = (await proposingFault(trx, held, actor)) ?? (await kindFault(trx, held, kind, cause))
  if (refused) return { refused }
  const charges = kind === 'update' ? await chargesAnew(trx, held) : []
  const basis = basisOf(kind, charges)
  return { proposal: await putUp(trx, held, { kind, reason, cause, charges, basis, by: actor.name }, nowMs) }
}

const chargesAnew = async (trx: Db, held: Case): Promise<Charge[]> => {
  const deps = await chargeDeps(trx, [held.customerId], {
    book: await readRuleBook(trx),
    meterAt: () => undefined,
  })
  const charges: Charge[] = []
  for (const charge of held.charges) charges.push(await chargeAnew(trx, held, charge, deps))
  return charges
}

const proposingFault = async (trx: Db, held: Case, { role }: Account): Promise<Refusal | undefined> => {
  if (!ROLES.includes(role)) {
    return refusal(
      'forbidden',
      `To propose what a district is told takes one of the roles ${ROLES.join(', ')}; this account has the role ${role}.`,
    )
  }
  const { state } = await leadOf(trx, held)
  if (!isWithDistrict(state)) {
    const { zh, en } = STATE_NAMES[state]
    return refusal(
      'wrong-state',
      `The case is ${en} (${zh}): only what a district was told is updated or withdrawn.`,
    )
  }
  return (await lastWholeAlert(trx, held.id)) === undefined
    ? refusal('wrong-state', 'No district was told of the case: there is nobody to tell otherwise.')
    : undefined
}

/** Why a case cannot be told so; it may have gone on since it was put up. */
export const kindFault = async (
  trx: Db,
  held: Case,
  kind: AlertProposalBody['kind'],
  cause: AlertProposalBody['cause'],
): Promise<Refusal | undefined> => {
  if ((kind === 'withdrawal') !== (cause !== null)) {
    return refusal(
      'bad-request',
      'A withdrawal needs a cause, as which its charges are dismissed; an update has none.',
    )
  }
  if (kind === 'update') return undefined
  if (held.mergedInto !== null) {
    return refusal('wrong-state', 'A merged case is withdrawn with its lead: propose it there.')
  }
  for (const one of [held, ...(await membersOf(trx, held.id))]) {
    const found = [...finalOutcomes(await outcomesOf(trx, one.id)).values()]
    if (found.some(({ outcome }) => outcome === 'confirmed')) {
      return refusal(
        'wrong-state',
        `A charge of case ${one.number} was confirmed on site (查实): record the outcome of the others instead.`,
      )
    }
  }
  return undefined
}

/** What a proposal says of its charges, so that the same is known again. */
export const basisOf = (kind: string, charges: readonly Charge[]): string => {
  const said = charges.map(({ signature, findingId, level, unsupported, estimate }) => [
    ...[signature, findingId, level, unsupported, estimate?.yuan ?? null],
  ])
  return createHash('sha256')
    .update(JSON.stringify([kind, said]))
    .digest('hex')
}

interface PutUp extends Pick<AlertProposal, 'kind' | 'reason' | 'cause' | 'charges'> {
  readonly basis: string
  readonly by: string
}

/** Stores a proposal, with one deed of its case. */
export const putUp = async (
  trx: Db,
  held: Case,
  { charges, by, ...more }: PutUp,
  nowMs: number,
): Promise<AlertProposal> => {
  const row: ProposalRow = {
    ...{ id: await nextProposalId(trx), case_id: held.id, case_version: held.version, state: 'proposed' },
    ...{ ...more, body: JSON.stringify(charges), proposed_by: by, proposed_at: nowMs },
    ...{ decided_by: null, decided_at: null, decided_reason: '', alert_id: null },
  }
  await trx.insertInto('alert_proposal').values(row).execute()
  await recordDeed(trx, {
    ...{ caseId: held.id, atMs: nowMs, actor: by, action: 'propose' as const },
    ...{ from: held.state, to: held.state, reason: more.reason },
    detail: { proposal: row.id, kind: more.kind, cause: more.cause, basis: more.basis },
  })
  return proposalOf(row)
}
