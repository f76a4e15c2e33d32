import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'

/** A line that puts a customer on the list, as corrections and exits leave it. */
export interface StandingEntry extends ReleasedEntry {
  /** Last day it holds, inclusive; null: until further notice. Before `from`: it never does */
  readonly lastDay: string | null
  /** The line that ended it early; null: none did */
  readonly endedBy: string | null
}

/**
 * What stands of the released lines of one customer, in the order of their release. A line that was corrected stands no
 * more, from its beginning; of several corrections, as of several ends, of a line the one released last counts, and a
 * correction drops all ends. The checks of a change let no second one in; the answer is total all the same.
 */
export const standingEntries = (released: readonly ReleasedEntry[]): StandingEntry[] => {
  const corrected = new Map(
    released.flatMap(({ action, entryId, id }) =>
      action === 'correct' && entryId !== null ? [[entryId, id] as const] : [],
    ),
  )
  const ends = new Map(
    released.flatMap(entry =>
      entry.action === 'end' && entry.entryId !== null ? [[entry.entryId, entry] as const] : [],
    ),
  )
  return released
    .filter(({ action, id, entryId }) => {
      if (action === 'end' || corrected.has(id)) return false
      return action === 'apply' || entryId === null || corrected.get(entryId) === id
    })
    .map(entry => standing(entry, ends.get(entry.id)))
}

const standing = (entry: ReleasedEntry, end: ReleasedEntry | undefined): StandingEntry => {
  const dayBefore = end && dayText(parseDay(end.from) - 1)
  const isEnded = dayBefore !== undefined && (entry.to === null || dayBefore < entry.to)
  return { ...entry, lastDay: isEnded ? dayBefore : entry.to, endedBy: isEnded ? end!.id : null }
}

/** Whether a line holds on a plant's day. */
export const holdsOn = ({ from, lastDay }: StandingEntry, day: EpochDay): boolean => {
  const date = dayText(day)
  return from <= date && (lastDay === null || date <= lastDay)
}

/**
 * Whether two lines ask for the same energy on the same day: no kWh is charged twice. A line on a point and another on
 * one that hangs behind it do not: what the hindmost measures is taken off the line of the one above (services/billing).
 */
export const collide = (a: StandingEntry, b: StandingEntry): boolean =>
  meetInTime(a, b) && meetInPoints(a.pointIds, b.pointIds)

const meetInTime = (a: StandingEntry, b: StandingEntry): boolean =>
  holdsEver(a) &&
  holdsEver(b) &&
  (a.lastDay === null || b.from <= a.lastDay) &&
  (b.lastDay === null || a.from <= b.lastDay)

const holdsEver = ({ from, lastDay }: StandingEntry): boolean => lastDay === null || from <= lastDay

/** No points means every point. */
const meetInPoints = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === 0 || b.length === 0 || a.some(point => b.includes(point))
