import { MS_PER_DAY } from '../../schemas/day.ts'
import { createRandom } from '../detectors/support/random.ts'
import type { Sample } from './readings.ts'

/** How a set of readings is delivered. */
export interface Delivery {
  readonly seed: number
  /** How late a reading may come, days; at most 7 */
  readonly lateDays: number
  /** Whether whole days of a meter come late together, or every reading by itself */
  readonly together: boolean
  /** Share of readings that come twice */
  readonly doubled: number
}

/** The samples in the order in which they arrive: late by up to `lateDays`, some of them twice. */
export const deliver = (
  samples: readonly Sample[],
  { seed, lateDays, together, doubled }: Delivery,
): Sample[] => {
  const random = createRandom(seed)
  const delays = new Map<string, number>()
  const delayOf = ({ meterId, atMs }: Sample): number => {
    const fresh = random.between(0, lateDays) * MS_PER_DAY
    if (!together) return fresh
    const key = `${meterId} ${Math.floor(atMs / MS_PER_DAY)}`
    if (!delays.has(key)) delays.set(key, fresh)
    return delays.get(key)!
  }
  return samples
    .flatMap(one => (random.chance(doubled) ? [one, one] : [one]))
    .map(one => ({ one, arrivesMs: one.atMs + delayOf(one) }))
    .sort((a, b) => a.arrivesMs - b.arrivesMs)
    .map(({ one }) => one)
}

/** Cuts a list at shares of its length. */
export const cutAt = <T>(list: readonly T[], shares: readonly number[]): T[][] => {
  const cuts = [0, ...shares.map(share => Math.round(share * list.length)).sort((a, b) => a - b), list.length]
  return cuts.slice(1).map((end, i) => list.slice(cuts[i], end))
}
