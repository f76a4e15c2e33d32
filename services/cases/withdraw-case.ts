import type { Account } from '../../schemas/account.ts'
import type { Case } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { alertId } from '../alerts/index.ts'
import { lastWholeAlert, type ProposalRow, tellingOf } from './alert-proposals.ts'
import { changeCase } from './change-case.ts'
import { finalOutcomes, type OutcomeDeps } from './close-case.ts'
import { membersOf } from './members.ts'
import { outcomesOf } from './outcomes.ts'
import { findCase } from './queries.ts'
import { recordOutcome } from './record-outcome.ts'

interface Withdrawal {
  readonly held: Case
  readonly row: ProposalRow
  readonly actor: Account
  readonly reason: string
}

/**
 * Takes a case and what was merged into it back: marks them withdrawn, and dismisses every charge that has no outcome
 * yet, with the cause of the proposal, as an outcome is recorded: so holds and the board know it. With the last one the
 * case closes, and each district is told which of its alerts is taken back. Answers the alert of the case itself.
 */
export const withdrawCase = async (
  trx: Db,
  { held, row, actor, reason }: Withdrawal,
  nowMs: number,
  { onConfirmed }: OutcomeDeps,
): Promise<string | null> => {
  const all = [held, ...(await membersOf(trx, held.id))]
  const takenBack = new Map<string, string>()
  for (const one of all) {
    const before = await lastWholeAlert(trx, one.id)
    if (before !== undefined) takenBack.set(one.id, before)
    const deed = { actor: actor.name, action: 'withdraw' as const, nowMs, reason, stands: true }
    const detail = { proposal: row.id, cause: row.cause, withdraws: before ?? null }
    await changeCase(trx, one, { withdrawn_at: nowMs }, { ...deed, detail })
  }
  const tellClosing = ({ id }: Case) => tellingOf(row, takenBack.get(id)!)
  for (const { id: caseId, charges } of all) {
    const final = finalOutcomes(await outcomesOf(trx, caseId))
    for (const { signature } of charges.filter(charge => !final.has(charge.signature))) {
      const outcome = {
        ...{ outcome: 'dismissed' as const, cause: row.cause, note: `撤回：${row.reason}` },
        ...{ inspectedOn: null, metRunning: null },
      }
      const done = await recordOutcome(trx, { caseId, signature, outcome, actor }, nowMs, {
        onConfirmed,
        tellClosing,
      })
      if ('refused' in done) throw new Error(`A charge of case ${caseId} stands: ${done.refused.detail}`)
    }
  }
  const closed = (await findCase(trx, held.id))!
  const before = takenBack.get(held.id)
  return before === undefined ? null : alertId(closed.id, closed.version, tellingOf(row, before))
}
