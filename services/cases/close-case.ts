import type { Case, Charge } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'
import { keepCharges } from './keep-charges.ts'
import { noteSuspicions } from './settle.ts'
import { TRANSITIONS } from './transitions.ts'

export interface OutcomeDeps {
  /** Hears, in the same transaction, of a case that closes with these charges confirmed */
  readonly onConfirmed: (trx: Db, closed: Case, confirmed: readonly Charge[], nowMs: number) => Promise<void>
}

/** The outcome that counts of each charge: the last final one. */
export const finalOutcomes = (recorded: readonly RecordedOutcome[]): Map<string, RecordedOutcome> =>
  new Map(recorded.filter(({ final }) => final).map(outcome => [outcome.signature, outcome]))

/** Closes a case (销号) when every charge has its outcome. */
export const closeWhenAnswered = async (
  trx: Db,
  before: Case,
  recorded: readonly RecordedOutcome[],
  actor: string,
  nowMs: number,
  { onConfirmed }: OutcomeDeps,
): Promise<void> => {
  const final = finalOutcomes(recorded)
  const closing = TRANSITIONS.find(({ action, from }) => action === 'close' && from === before.state)
  if (!closing || before.charges.some(({ signature }) => !final.has(signature))) return
  const { id } = before
  await keepCharges(trx, before, closing.to)
  await trx.updateTable('cases').set({ closed_at: nowMs }).where('id', '=', id).execute()
  await enterState(trx, id, closing.to, nowMs)
  const outcomes = Object.fromEntries([...final].map(([signature, { outcome }]) => [signature, outcome]))
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor,
    action: 'close',
    from: before.state,
    to: closing.to,
    detail: { outcomes },
  })
  // Days after the closing may have been judged by now: they wait for no further finding.
  const { customerId } = before
  await noteSuspicions(
    trx,
    before.charges.map(({ signature }) => ({ customerId, signature })),
  )
  const confirmed = before.charges.filter(({ signature }) => final.get(signature)!.outcome === 'confirmed')
  if (confirmed.length > 0) await onConfirmed(trx, before, confirmed, nowMs)
}
