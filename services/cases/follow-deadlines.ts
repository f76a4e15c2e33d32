import type { CaseState } from '../../schemas/case.ts'
import { shanghaiText } from '../../schemas/day.ts'
import { TimedState } from '../../schemas/deadline.ts'
import type { Db } from '../adapters/store/index.ts'
import { dueAtOf, dueSoonUntil } from '../deadlines/index.ts'
import { recordDeed } from './audit.ts'

const CASES_PER_TRANSACTION = 500

/** Whether a deadline has come near, or is missing, of which nobody has been told yet. */
export const deadlinesWait = async (db: Db, nowMs: number): Promise<boolean> => {
  for (const find of [withoutDue(db), overdue(db, nowMs), dueSoon(db, nowMs)])
    if (await find.limit(1).executeTakeFirst()) return true
  return false
}

/**
 * Gives open cases without a deadline theirs, tells the supervisor of those that are overdue, reminds of those that
 * are due within one working day: each once. Answers whether more of them wait. Under the lock of the cases.
 */
export const followDeadlines = async (trx: Db, nowMs: number): Promise<boolean> => {
  let left = CASES_PER_TRANSACTION
  const fresh = await withoutDue(trx).limit(left).execute()
  for (const { id, state } of fresh) await giveDue(trx, id, state, nowMs)
  left -= fresh.length
  const late = await overdue(trx, nowMs).limit(left).execute()
  for (const found of late) await tell(trx, found, 'escalate', nowMs)
  left -= late.length
  const soon = await dueSoon(trx, nowMs).limit(left).execute()
  for (const found of soon) await tell(trx, found, 'remind', nowMs)
  return left === soon.length
}

const withoutDue = (db: Db) =>
  casesIn(db).where('due_at', 'is', null).where('state', 'in', TimedState.options)

const overdue = (db: Db, nowMs: number) =>
  casesIn(db).where('due_at', '<=', nowMs).where('escalated_at', 'is', null).orderBy('due_at')

const dueSoon = (db: Db, nowMs: number) =>
  casesIn(db)
    .where('due_at', '>', nowMs)
    .where('due_at', '<=', dueSoonUntil(nowMs))
    .where('reminded_at', 'is', null)
    .orderBy('due_at')

const casesIn = (db: Db) => db.selectFrom('cases').select(['id', 'state', 'due_at', 'assignee'])

/** Counted from now: nobody was told before that the case was due. */
const giveDue = async (trx: Db, id: string, state: CaseState, nowMs: number): Promise<void> => {
  const due_at = await dueAtOf(trx, state, nowMs)
  await trx.updateTable('cases').set({ due_at }).where('id', '=', id).execute()
}

interface DueCase {
  readonly id: string
  readonly state: CaseState
  readonly due_at: number | null
  readonly assignee: string | null
}

const tell = async (
  trx: Db,
  { id, state, due_at, assignee }: DueCase,
  action: 'remind' | 'escalate',
  nowMs: number,
): Promise<void> => {
  const told = action === 'remind' ? { reminded_at: nowMs } : { escalated_at: nowMs }
  await trx.updateTable('cases').set(told).where('id', '=', id).execute()
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: 'system',
    action,
    from: state,
    to: state,
    detail: { dueAt: shanghaiText(Number(due_at)), assignee },
  })
}
