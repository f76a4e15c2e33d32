import type { Account } from '../../schemas/account.ts'
import { dayOf } from '../../schemas/day.ts'
import { Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN, type Deed } from '../audit/index.ts'
import type { KnownGoodResult } from './propose.ts'
import { findRow, knownGoodOf, type Row, seesCustomer, stateOf } from './queries.ts'

export interface KnownGoodDecision {
  readonly id: string
  readonly action: 'release' | 'refuse'
  readonly reason: string
}

export interface KnownGoodEnding {
  readonly id: string
  readonly reason: string
}

/** Puts down customers whose charges may have to be made anew. */
export type Suspect = (
  trx: Db,
  suspicions: readonly { customerId: string; signature: Signature }[],
) => Promise<void>

/** Releases or refuses a proposed entry: a reviewer does, and not the one who proposed it (four eyes). */
export const decideKnownGood = async (
  trx: Db,
  { id, action, reason }: KnownGoodDecision,
  actor: Account,
  nowMs: number,
  suspect: Suspect,
): Promise<KnownGoodResult> => {
  const row = await seenRow(trx, id, actor)
  if (!row) return { refused: refusal('not-found', `There is no entry ${id}.`) }
  const refused = decisionFault(row, action, reason, actor, nowMs)
  if (refused) return { refused }
  const state = action === 'release' ? ('released' as const) : ('refused' as const)
  const decided = { state, decided_by: actor.name, decided_at: nowMs }
  return change(trx, row, decided, suspect, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: action === 'release' ? 'release' : 'decline',
    reason,
    detail: { knownGood: id, customerId: row.customer_id, signature: row.signature },
  })
}

/** Ends an entry that is proposed or in force; what it hid comes up again. */
export const endKnownGood = async (
  trx: Db,
  { id, reason }: KnownGoodEnding,
  actor: Account,
  nowMs: number,
  suspect: Suspect,
): Promise<KnownGoodResult> => {
  const row = await seenRow(trx, id, actor)
  if (!row) return { refused: refusal('not-found', `There is no entry ${id}.`) }
  const state = stateOf(row, nowMs)
  if (state !== 'active' && state !== 'proposed') {
    return { refused: refusal('wrong-state', `The entry is ${state} already: there is nothing to end.`) }
  }
  if (reason.trim() === '') return { refused: refusal('bad-request', 'To end an entry give a reason.') }
  const ended = { state: 'ended' as const, ended_by: actor.name, ended_at: nowMs, end_reason: reason }
  return change(trx, row, ended, suspect, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'end',
    reason,
    detail: { knownGood: id, customerId: row.customer_id, signature: row.signature },
  })
}

const decisionFault = (
  row: Row,
  action: 'release' | 'refuse',
  reason: string,
  { role, name }: Account,
  nowMs: number,
): Refusal | undefined => {
  if (role !== 'reviewer') return refusal('forbidden', `To ${action} an entry takes the role reviewer.`)
  if (row.state !== 'proposed') {
    return refusal('wrong-state', `The entry is ${stateOf(row, nowMs)}: only a proposed one is decided.`)
  }
  if (row.proposed_by === name) {
    return refusal('same-person', `Four eyes: who proposed an entry cannot ${action} it.`)
  }
  if (action === 'refuse' && reason.trim() === '') {
    return refusal('bad-request', 'To refuse an entry give a reason.')
  }
  return action === 'release' && row.until_day < dayOf(nowMs)
    ? refusal('wrong-state', 'Its last day has gone by: propose another.')
    : undefined
}

const seenRow = async (trx: Db, id: string, actor: Account): Promise<Row | undefined> => {
  const row = await findRow(trx, id)
  return row && (await seesCustomer(trx, actor, row.customer_id)) ? row : undefined
}

const change = async (
  trx: Db,
  row: Row,
  changed: Partial<Row>,
  suspect: Suspect,
  deed: Deed,
): Promise<KnownGoodResult> => {
  await trx.updateTable('known_good').set(changed).where('id', '=', row.id).execute()
  await appendLink(trx, deed)
  const signatures = row.signature === null ? Signature.options : [row.signature]
  await suspect(
    trx,
    signatures.map(signature => ({ customerId: row.customer_id, signature })),
  )
  return { knownGood: knownGoodOf({ ...row, ...changed }, deed.atMs) }
}
