import type { Case, Charge } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Db } from '../adapters/store/index.ts'
import { enqueueAlert, type Telling } from '../alerts/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'
import { keepCharges } from './keep-charges.ts'
import { leadOf, membersOf } from './members.ts'
import { noteSuspicions } from './note-suspicions.ts'
import { outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'
import { leadNumberFor } from './release-members.ts'
import { closedTelling } from './tell-closing.ts'
import { TRANSITIONS } from './transitions.ts'

export type Outcomes = ReadonlyMap<string, RecordedOutcome>

/** What a district is told of a case that closes; of one that is over with what was found unless told. */
export type TellClosing = (closed: Case, final: Outcomes) => Telling

export interface OutcomeDeps {
  /** Hears, in the same transaction, of a case that closes with these charges confirmed */
  readonly onConfirmed: (trx: Db, closed: Case, confirmed: readonly Charge[], nowMs: number) => Promise<void>
  /** What the districts that were told are told of it */
  readonly tellClosing?: TellClosing
}

/** The outcome that counts of each charge: the last final one that has not lapsed. */
export const finalOutcomes = (recorded: readonly RecordedOutcome[]): Outcomes =>
  new Map(
    recorded.filter(({ final, lapsed }) => final && !lapsed).map(outcome => [outcome.signature, outcome]),
  )

/** A case that closes, and what counts of its charges. */
export interface Answered {
  readonly held: Case
  readonly final: Outcomes
}

/**
 * What closes (销号) by what is recorded of a case: it with its lead and the other members, once every charge of all of
 * them has its outcome. Until then nothing does.
 */
export const closing = async (db: Db, answered: Case): Promise<readonly Answered[]> => {
  const lead = await leadOf(db, answered)
  if (!TRANSITIONS.some(({ action, from }) => action === 'close' && from === lead.state)) return []
  const all: Answered[] = []
  for (const held of [lead, ...(await membersOf(db, lead.id))]) {
    const final = finalOutcomes(await outcomesOf(db, held.id))
    if (held.charges.some(({ signature }) => !final.has(signature))) return []
    if (held.state !== 'closed') all.push({ held, final })
  }
  return all
}

export const confirmedCharges = ({ held: { charges }, final }: Answered): Charge[] =>
  charges.filter(({ signature }) => final.get(signature)?.outcome === 'confirmed')

/** What follows when the last outcome was recorded, of `caseId`: all that goes with it closes by itself, as the table says. */
export const afterClosing = async (
  trx: Db,
  all: readonly Answered[],
  caseId: string,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<void> => {
  const [lead] = all
  if (lead) await keepCharges(trx, lead.held, 'closed')
  for (const one of all) {
    if (one.held.id !== caseId) await closeBeside(trx, one.held, nowMs)
    await noteClosing(trx, one, lead!.held, nowMs, deps)
  }
}

const closeBeside = async (trx: Db, { id, version }: Case, nowMs: number): Promise<void> => {
  await trx
    .updateTable('cases')
    .set({ closed_at: nowMs, version: version + 1 })
    .where('id', '=', id)
    .execute()
  await enterState(trx, id, 'closed', nowMs)
}

const noteClosing = async (
  trx: Db,
  answered: Answered,
  lead: Case,
  nowMs: number,
  { onConfirmed, tellClosing = closedTelling }: OutcomeDeps,
): Promise<void> => {
  const { held, final } = answered
  const { id, customerId, charges, state } = held
  const outcomes = Object.fromEntries([...final].map(([signature, { outcome }]) => [signature, outcome]))
  await recordDeed(trx, {
    ...{ caseId: id, atMs: nowMs, actor: 'system', action: 'close' as const },
    ...{ from: state, to: 'closed' as const },
    detail: id === lead.id ? { outcomes } : { outcomes, lead: lead.number },
  })
  // Days after the closing may have been judged by now: they wait for no further finding.
  await noteSuspicions(
    trx,
    charges.map(({ signature }) => ({ customerId, signature })),
  )
  const confirmed = confirmedCharges(answered)
  if (confirmed.length > 0) await onConfirmed(trx, held, confirmed, nowMs)
  if (held.toldDistrict === null) return
  const closed = { ...(await findCase(trx, id))!, leadNumber: leadNumberFor(held, lead) }
  await enqueueAlert(trx, closed, nowMs, tellClosing(closed, final))
}
