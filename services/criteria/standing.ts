import type { Standing } from '../../schemas/case.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'

/** A charge fades when its score stays below for so many judged days on end. */
export const DAYS_TO_FADE = 7

/** The score of one judged day with the thresholds valid on it. */
export interface DayScore {
  readonly day: EpochDay
  readonly score: number
  readonly yellowFrom: number
  readonly closeBelow: number
}

/**
 * How a charge that opened on the first of these days stands after each of them, as changes: active, faded since the
 * seventh judged day on end below `closeBelow`, active again from `yellowFrom` on. In between it stays what it is,
 * so that a score that swings around a threshold changes nothing.
 */
export const standingChanges = (days: readonly DayScore[]): Standing[] => {
  const changes: Standing[] = []
  let low = 0
  for (const { day, score, yellowFrom, closeBelow } of days) {
    low = score < closeBelow ? low + 1 : 0
    const state = changes.at(-1)?.state
    if (state !== 'active' && score >= yellowFrom) changes.push({ state: 'active', since: dayText(day) })
    else if (state === 'active' && low === DAYS_TO_FADE) changes.push({ state: 'faded', since: dayText(day) })
  }
  return changes
}
