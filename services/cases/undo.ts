import type { Account } from '../../schemas/account.ts'
import type { AuditEntry, Case } from '../../schemas/case.ts'
import type { CaseDone } from '../../schemas/case-moves.ts'
import type { Signature } from '../../schemas/finding.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { followDepartment } from '../alerts/index.ts'
import { admit, type CaseCommand } from './admit.ts'
import { recordDeed } from './audit.ts'
import { changesSince, sentenceOf } from './changes.ts'
import { doneWith } from './done.ts'
import { keepCharges } from './keep-charges.ts'
import { countAgain, lapse } from './lapse.ts'
import { otherOpenCase } from './other-open-case.ts'
import { noteSuspicions } from './settle.ts'
import { lastDeed, type UndoableDeed, undoableUntilMs } from './undoable.ts'

/**
 * Takes back the last deed of a case: by who did it, within 15 minutes, while nothing changed since. What was told to a
 * government, and a closing with 查实, stand. It is a deed itself, which nobody undoes.
 */
export const undoDeed = async (
  trx: Db,
  command: CaseCommand,
  nowMs: number,
): Promise<CaseDone | { readonly refused: Refusal }> => {
  const admission = await admit(trx, command, 'undo')
  if ('refused' in admission) return admission
  const { before } = admission
  const deed = await lastDeed(trx, before.id)
  if (!deed) return { refused: NOTHING }
  const refused = await whyItStands(trx, before, deed, command.actor, nowMs)
  if (refused) return { refused }
  await restore(trx, before, deed, nowMs)
  await recordDeed(trx, {
    ...{ caseId: before.id, atMs: nowMs, actor: command.actor.name, action: 'undo' as const },
    ...{ from: before.state, to: deed.before.state ?? before.state, reason: command.reason ?? '' },
    detail: { undone: deed.action, restored: deed.before },
  })
  return doneWith(trx, command, nowMs)
}

const NOTHING = refusal('wrong-state', 'Nothing was done with this case that could be undone.')

/** Why a deed stands; undefined when it may be undone. */
export const whyItStands = async (
  db: Db,
  before: Case,
  deed: UndoableDeed,
  actor: Account,
  nowMs: number,
): Promise<Refusal | undefined> => {
  if (deed.caseVersion !== before.version) {
    const changes = await changesSince(db, before.id, deed.caseVersion, actor)
    const since = sentenceOf(changes, deed.caseVersion)
    return refusal('wrong-state', `The case changed since the last deed that can be undone.${since}`)
  }
  if (deed.actor !== actor.name) {
    return refusal('wrong-state', 'Only who did the last deed undoes it: take the next step instead.')
  }
  if (undoableUntilMs(deed, actor.name, before.version, nowMs) === null) {
    return refusal('wrong-state', 'A deed is undone within 15 minutes: take the next step instead.')
  }
  return before.state === 'closed' ? otherOpenCase(db, before) : undefined
}

/** Sets back what the deed had changed; a state with the time it had. */
const restore = async (trx: Db, before: Case, deed: UndoableDeed, nowMs: number): Promise<void> => {
  const { id, version, customerId, charges } = before
  await trx
    .updateTable('cases')
    .set({ ...deed.before, version: version + 1 })
    .where('id', '=', id)
    .execute()
  if (deed.before.department !== undefined) await followDepartment(trx, id, nowMs)
  await TAKE_BACK[deed.action]?.(trx, before, deed)
  const { state = before.state } = deed.before
  if (state !== before.state) await keepCharges(trx, before, state)
  if (before.state === 'closed') {
    await noteSuspicions(
      trx,
      charges.map(({ signature }) => ({ customerId, signature })),
    )
  }
}

/** What else a deed had written. */
const TAKE_BACK: Partial<
  Record<AuditEntry['action'], (trx: Db, before: Case, deed: UndoableDeed) => Promise<void>>
> = {
  outcome: (trx, { id: caseId, version }, { detail }) => {
    const { signature, sequence } = detail as { signature: Signature; sequence: number }
    return lapse(trx, [{ caseId, signature, sequence }], version + 1)
  },
  reopen: (trx, { id }, { caseVersion }) => countAgain(trx, id, caseVersion),
  answer: async (trx, { id }, { detail }) => {
    const { sequence } = detail as { sequence: number }
    await trx.insertInto('lapsed_feedback').values({ case_id: id, sequence }).execute()
  },
}
