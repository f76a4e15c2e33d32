import type { ImportProfile } from '../../../schemas/profile.ts'
import { isOurs } from './columns.ts'

/**
 * What each of an input's columns means: our name in small letters, with p1, p2 … and q1, q2 … for the points;
 * null when it is not known. What the profile maps comes before a column that has our own name.
 */
export const meaningsOf = (names: readonly string[], profile: ImportProfile): (string | null)[] => {
  const theirs = names.map(name => name.toLowerCase())
  const mapped = new Map(
    Object.entries(profile.columns).map(([ours, name]) => [name.trim().toLowerCase(), ours.toLowerCase()]),
  )
  const taken = new Set(theirs.flatMap(name => mapped.get(name) ?? []))
  const pointOf = pointNames(profile)
  return theirs.map(name => {
    const known = mapped.get(name)
    if (known !== undefined) return known
    const own = pointOf(name) ?? name
    return isOurs(own) && !taken.has(own) ? own : null
  })
}

/** Reads the profile's names of points, P1 or P01. */
const pointNames = ({ points, reactivePoints }: ImportProfile): ((name: string) => string | undefined) => {
  const prefixes = [
    ['p', points.toLowerCase()],
    ['q', reactivePoints.toLowerCase()],
  ] as const
  return name => {
    for (const [ours, prefix] of prefixes) {
      const number = name.startsWith(prefix) ? name.slice(prefix.length) : ''
      if (/^\d{1,4}$/.test(number)) return `${ours}${Number(number)}`
    }
    return undefined
  }
}
