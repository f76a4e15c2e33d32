import type { Account } from '../../schemas/account.ts'
import type { CaseDone } from '../../schemas/case-moves.ts'
import type { Db } from '../adapters/store/index.ts'
import { asSeenBy } from './as-seen-by.ts'
import { findCase } from './queries.ts'
import { lastDeed, undoableUntilMs } from './undoable.ts'

/** What a command answers: the case as who gave it sees it, and until when that may be undone. */
export const doneWith = async (
  trx: Db,
  { caseId, actor }: { readonly caseId: string; readonly actor: Account },
  nowMs: number,
  alertId: string | null = null,
): Promise<CaseDone> => {
  const found = (await findCase(trx, caseId))!
  const until = undoableUntilMs(await lastDeed(trx, caseId), actor.name, found.version, nowMs)
  return {
    case: asSeenBy(actor, found),
    alertId,
    undoableUntil: until === null ? null : new Date(until).toISOString(),
  }
}
