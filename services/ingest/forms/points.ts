import { POINTS_PER_DAY } from '../../../schemas/day-row.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'

const POINT = /^[pq]\d+$/

/** Whether a column's meaning is a point of a day row. */
export const isPoint = (meaning: string | null): boolean => meaning !== null && POINT.test(meaning)

/** What is wrong with the points a header names: they run from 1 to 96, 48 or 24 without a hole. */
export const faultsOfPoints = (
  meanings: readonly string[],
  { points, reactivePoints }: ImportProfile,
): string[] => {
  const active = countPoints(meanings, 'p')
  const reactive = countPoints(meanings, 'q')
  const faults = []
  if (!(POINTS_PER_DAY as readonly number[]).includes(active) || !isUnbroken(meanings, 'p', active)) {
    faults.push(`${active} points ${points} found`)
  }
  if (reactive > 0 && !(reactive === active && isUnbroken(meanings, 'q', active))) {
    faults.push(`${reactive} points ${reactivePoints} for ${active} of ${points}`)
  }
  return faults
}

/** How many points of a kind a header names. */
export const countPoints = (meanings: readonly string[], kind: 'p' | 'q'): number =>
  meanings.filter(name => isPoint(name) && name.startsWith(kind)).length

const isUnbroken = (meanings: readonly string[], kind: 'p' | 'q', count: number): boolean =>
  Array.from({ length: count }, (_, i) => `${kind}${i + 1}`).every(name => meanings.includes(name))
