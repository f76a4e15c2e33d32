import { z } from 'zod'
import type { CaseState } from '../../schemas/case.ts'
import { dayOf, dayStartMs } from '../../schemas/day.ts'
import { type Deadline, TimedState } from '../../schemas/deadline.ts'
import type { Db } from '../adapters/store/index.ts'
import { workingDayFrom, workingDaysAfter } from '../calendar/index.ts'
import data from './deadlines.data.json' with { type: 'json' }

const { workingDays: DEFAULTS } = z
  .object({ note: z.string(), workingDays: z.record(TimedState, z.int().min(1).max(60)) })
  .parse(data)

/** Deadlines of every state that has one, as they are for cases that come into it now. */
export const listDeadlines = async (db: Db): Promise<Deadline[]> => {
  const rows = await db.selectFrom('deadline').selectAll().execute()
  return TimedState.options.map(state => {
    const set = rows.find(row => row.state === state)
    return {
      state,
      workingDays: Number(set?.working_days ?? DEFAULTS[state]),
      setBy: set?.set_by ?? null,
      setAt: set ? new Date(Number(set.set_at)).toISOString() : null,
    }
  })
}

/** When a case that comes into a state is to have left it, UTC ms: the end of the last working day. Null: never. */
export const dueAtOf = async (db: Db, state: CaseState, enteredMs: number): Promise<number | null> => {
  const found = (await listDeadlines(db)).find(one => one.state === state)
  return found ? dueAfter(enteredMs, found.workingDays) : null
}

/** The end of the n-th working day after the day of an instant, UTC ms. */
export const dueAfter = (enteredMs: number, workingDays: number): number =>
  endOf(workingDaysAfter(dayOf(enteredMs), workingDays))

/** What is due by then is due within one working day, UTC ms. */
export const dueSoonUntil = (nowMs: number): number => endOf(workingDayFrom(dayOf(nowMs)))

const endOf = (day: number): number => dayStartMs(day + 1)
