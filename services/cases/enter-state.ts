import type { CaseState } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'

/** The one place where a case comes into a state. */
export const enterState = async (trx: Db, caseId: string, state: CaseState, nowMs: number): Promise<void> => {
  await trx.updateTable('cases').set({ state, entered_at: nowMs }).where('id', '=', caseId).execute()
}
