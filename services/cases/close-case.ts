import type { Case, Charge } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { keepCharges } from './keep-charges.ts'
import { leadOf, membersOf } from './members.ts'
import { outcomesOf } from './outcomes.ts'
import { noteSuspicions } from './settle.ts'
import { TRANSITIONS } from './transitions.ts'

export interface OutcomeDeps {
  /** Hears, in the same transaction, of a case that closes with these charges confirmed */
  readonly onConfirmed: (trx: Db, closed: Case, confirmed: readonly Charge[], nowMs: number) => Promise<void>
}

/** The outcome that counts of each charge: the last final one. */
export const finalOutcomes = (recorded: readonly RecordedOutcome[]): Map<string, RecordedOutcome> =>
  new Map(recorded.filter(({ final }) => final).map(outcome => [outcome.signature, outcome]))

/** A case that closes, and what counts of its charges. */
interface Answered {
  readonly held: Case
  readonly final: Map<string, RecordedOutcome>
}

/** Closes a case (销号) with its members when every charge of all of them has its outcome. */
export const closeWhenAnswered = async (
  trx: Db,
  answered: Case,
  actor: string,
  nowMs: number,
  deps: OutcomeDeps,
): Promise<void> => {
  const lead = await leadOf(trx, answered)
  const closing = TRANSITIONS.find(({ action, from }) => action === 'close' && from === lead.state)
  if (!closing) return
  const all: Answered[] = []
  for (const held of [lead, ...(await membersOf(trx, lead.id))]) {
    const final = finalOutcomes(await outcomesOf(trx, held.id))
    if (held.charges.some(({ signature }) => !final.has(signature))) return
    if (held.state !== 'closed') all.push({ held, final })
  }
  await keepCharges(trx, lead, closing.to)
  for (const one of all) {
    const by = one.held.id === lead.id ? { actor } : { actor: 'system', leadNumber: lead.number }
    await close(trx, one, by, nowMs, deps)
  }
}

/** Who closes it; of a member the number of the lead it closes with. */
interface Closer {
  readonly actor: string
  readonly leadNumber?: string
}

const close = async (
  trx: Db,
  { held, final }: Answered,
  { actor, leadNumber }: Closer,
  nowMs: number,
  { onConfirmed }: OutcomeDeps,
): Promise<void> => {
  const { id, customerId, charges, state } = held
  await trx.updateTable('cases').set({ state: 'closed', closed_at: nowMs }).where('id', '=', id).execute()
  const outcomes = Object.fromEntries([...final].map(([signature, { outcome }]) => [signature, outcome]))
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor,
    action: 'close',
    from: state,
    to: 'closed',
    detail: leadNumber === undefined ? { outcomes } : { outcomes, lead: leadNumber },
  })
  // Days after the closing may have been judged by now: they wait for no further finding.
  await noteSuspicions(
    trx,
    charges.map(({ signature }) => ({ customerId, signature })),
  )
  const confirmed = charges.filter(({ signature }) => final.get(signature)!.outcome === 'confirmed')
  if (confirmed.length > 0) await onConfirmed(trx, held, confirmed, nowMs)
}
