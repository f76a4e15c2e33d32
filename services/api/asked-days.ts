import { type EpochDay, parseDay } from '../../schemas/day.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { RegistryView } from '../registry/index.ts'

const DAYS_AT_MOST = 400

/** The days of a point that are asked for, both ends included. Throws a problem when they cannot be answered. */
export const askedDays = (
  registry: Pick<RegistryView, 'hasPoint'>,
  point: string,
  query: { from: string; to: string },
): [EpochDay, EpochDay] => {
  const [from, to] = [parseDay(query.from), parseDay(query.to)]
  if (to < from || to - from >= DAYS_AT_MOST) {
    throw new ProblemError('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days, "from" before "to".`)
  }
  if (!registry.hasPoint(point)) {
    throw new ProblemError('not-found', `There is no metering point ${point}.`)
  }
  return [from, to]
}
