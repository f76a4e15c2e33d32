import type { CaseState } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { dueAtOf } from '../deadlines/index.ts'

/** Brings a case into a state, from where its deadline counts anew. Whoever does it records why. */
export const enterState = async (trx: Db, caseId: string, state: CaseState, nowMs: number): Promise<void> => {
  const due_at = await dueAtOf(trx, state, nowMs)
  await trx
    .updateTable('cases')
    .set({ state, entered_at: nowMs, due_at, reminded_at: null, escalated_at: null })
    .where('id', '=', caseId)
    .execute()
}
