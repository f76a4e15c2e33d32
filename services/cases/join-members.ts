import type { Case, CaseState } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'
import { membersOf } from './members.ts'

/** A case becomes a member of a lead, and with it the members it had itself. */
export const join = async (trx: Db, joining: Case, lead: Case, nowMs: number): Promise<void> => {
  for (const member of [joining, ...(await membersOf(trx, joining.id))]) {
    await enterState(trx, member.id, 'merged', nowMs)
    await goWith(trx, member, lead.id)
    await noteMember(trx, member, lead, nowMs, 'merge', 'merged')
  }
}

/** A member stands by itself again, to be checked. */
export const standAlone = async (trx: Db, member: Case, lead: Case, nowMs: number): Promise<void> => {
  await enterState(trx, member.id, 'to-check', nowMs)
  await goWith(trx, member, null)
  await noteMember(trx, member, lead, nowMs, 'split', 'to-check')
}

const goWith = (trx: Db, { id, version }: Case, leadId: string | null) =>
  trx
    .updateTable('cases')
    .set({ merged_into: leadId, version: version + 1 })
    .where('id', '=', id)
    .execute()

/** The deed of the person stands in the chain of the lead; a member's own chain points to it. */
const noteMember = (
  trx: Db,
  { id, state }: Case,
  lead: Case,
  nowMs: number,
  action: 'merge' | 'split',
  to: CaseState,
): Promise<void> =>
  recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: 'system',
    action,
    from: state,
    to,
    detail: { lead: lead.number },
  })

/** A case is another version of itself with every change. */
export const grow = (trx: Db, { id, version }: Case) =>
  trx
    .updateTable('cases')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute()
