import { type EpochDay, parseDay } from '../../schemas/day.ts'
import { ProblemError } from '../../schemas/problem.ts'

/** The days of a period that was asked for. Throws ProblemError when it ends before it begins. */
export const periodOf = ({ from, to }: { from: string; to: string }): { from: EpochDay; to: EpochDay } => {
  const period = { from: parseDay(from), to: parseDay(to) }
  if (period.to < period.from) {
    throw new ProblemError('bad-request', 'Ask for a period with "from" before "to".')
  }
  return period
}
