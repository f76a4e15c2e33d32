import type { Case, Charge } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { keepCharges } from './keep-charges.ts'
import { noteSuspicions } from './settle.ts'
import { TRANSITIONS } from './transitions.ts'

export interface OutcomeDeps {
  /** Hears, in the same transaction, of a case that closes with these charges confirmed */
  readonly onConfirmed: (trx: Db, closed: Case, confirmed: readonly Charge[], nowMs: number) => Promise<void>
}

type Outcomes = ReadonlyMap<string, RecordedOutcome>

/** The outcome that counts of each charge: the last final one that has not lapsed. */
export const finalOutcomes = (recorded: readonly RecordedOutcome[]): Outcomes =>
  new Map(
    recorded.filter(({ final, lapsed }) => final && !lapsed).map(outcome => [outcome.signature, outcome]),
  )

/** Whether a case closes (销号) with these outcomes: when every charge has its own. */
export const closes = ({ state, charges }: Case, final: Outcomes): boolean =>
  TRANSITIONS.some(({ action, from }) => action === 'close' && from === state) &&
  charges.every(({ signature }) => final.has(signature))

export const confirmedCharges = ({ charges }: Case, final: Outcomes): Charge[] =>
  charges.filter(({ signature }) => final.get(signature)?.outcome === 'confirmed')

/** What follows when a case was closed by its last outcome: it closes by itself, as the table says. */
export const afterClosing = async (
  trx: Db,
  before: Case,
  final: Outcomes,
  nowMs: number,
  { onConfirmed }: OutcomeDeps,
): Promise<void> => {
  const { id, customerId, state, charges } = before
  await keepCharges(trx, before, 'closed')
  const outcomes = Object.fromEntries([...final].map(([signature, { outcome }]) => [signature, outcome]))
  await recordDeed(trx, {
    ...{
      caseId: id,
      atMs: nowMs,
      actor: 'system',
      action: 'close' as const,
      from: state,
      to: 'closed' as const,
    },
    detail: { outcomes },
  })
  // Days after the closing may have been judged by now: they wait for no further finding.
  await noteSuspicions(
    trx,
    charges.map(({ signature }) => ({ customerId, signature })),
  )
  const confirmed = confirmedCharges(before, final)
  if (confirmed.length > 0) await onConfirmed(trx, before, confirmed, nowMs)
}
