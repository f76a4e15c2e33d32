import type { Account } from '../../schemas/account.ts'
import type { Deadline, DeadlineBody, TimedState } from '../../schemas/deadline.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { listDeadlines } from './in-force.ts'

export interface SetDeadline extends DeadlineBody {
  readonly state: TimedState
}

/** Sets how long a case may stay in a state. Holds for cases that come into it from now on. */
export const setDeadline = async (
  trx: Db,
  { state, workingDays, reason }: SetDeadline,
  actor: Account,
  nowMs: number,
): Promise<{ deadline: Deadline }> => {
  const before = (await listDeadlines(trx)).find(one => one.state === state)!
  const row = { state, working_days: workingDays, set_by: actor.name, set_at: nowMs }
  await trx
    .insertInto('deadline')
    .values(row)
    .onConflict(conflict =>
      conflict.column('state').doUpdateSet({
        working_days: workingDays,
        set_by: actor.name,
        set_at: nowMs,
      }),
    )
    .execute()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'deadline',
    reason,
    detail: { state, workingDays, before: before.workingDays },
  })
  return { deadline: { state, workingDays, setBy: actor.name, setAt: new Date(nowMs).toISOString() } }
}
