import type { EpochDay } from '../../schemas/day.ts'
import type { PointDay, StoredDay } from '../adapters/history/index.ts'
import type { Displaced } from './displaced.ts'
import { type Misplaced, moveSlots } from './move-slots.ts'
import { type ResettleDeps, resettleRegisters } from './resettle-registers.ts'
import type { FillingDay } from './slot-rule.ts'

/** A day whose values went from one point to another. */
export interface MovedDay {
  readonly day: EpochDay
  /** Points that hold values of it now, all of those that values went among */
  readonly held: readonly string[]
  /** Points that hold nothing of it any more */
  readonly emptied: readonly string[]
}

/** What became of stored days that were brought in line with the registry. */
export interface Resettled {
  readonly moved: MovedDay[]
  /** Values that lost their slot where they went */
  readonly displaced: Displaced[]
  /** Days of other points that register rows went to */
  readonly registersTaken: PointDay[]
}

/**
 * Brings the stored days of a point in line with the registry as it is now: values of the secondary side get the
 * multiplier of their day, and values of a meter that stood elsewhere go there by the slot rule, those that are in
 * their way going on first: two meters may have stood each in the other's place. What is stored for a day nobody
 * stands in for stays where it is.
 */
export const resettle = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  deps: ResettleDeps,
): Promise<Resettled> => {
  const result: Resettled = { moved: [], displaced: [], registersTaken: [] }
  for (const stored of await deps.history.window(pointId, from, to)) {
    const first = misplaced(stored, deps)
    if (!isSettled(first)) await settle(await reachedFrom(first, deps), deps, result)
  }
  const registers = await resettleRegisters(pointId, from, to, deps)
  result.displaced.push(...registers.displaced)
  result.registersTaken.push(...registers.taken)
  return result
}

const misplaced = (stored: StoredDay, { registry }: ResettleDeps): Misplaced => {
  const entries = stored.sources.map(({ meterId }) => registry.find(meterId, stored.day))
  return {
    stored,
    sources: stored.sources.map(({ meterId, multiplier }, i) => ({
      meterId,
      multiplier: multiplier === null ? null : (entries[i]?.multiplier ?? multiplier),
    })),
    places: entries.map(meter => meter?.pointId ?? stored.pointId),
  }
}

const isSettled = ({ stored, sources, places }: Misplaced): boolean =>
  places.every(place => place === stored.pointId) &&
  sources.every(({ multiplier }, i) => multiplier === stored.sources[i]!.multiplier)

/** A day with the same day of every point that its values go to, and on from there. */
const reachedFrom = async (first: Misplaced, deps: ResettleDeps): Promise<Misplaced[]> => {
  const reached = [first]
  const seen = new Set([first.stored.pointId])
  for (const { stored, places } of reached) {
    for (const place of places) {
      if (seen.has(place)) continue
      seen.add(place)
      const there = await deps.history.read(place, stored.day)
      if (there) reached.push(misplaced(there, deps))
    }
  }
  return reached
}

/** Makes the days anew: first what stays, then what comes. */
const settle = async (
  days: readonly Misplaced[],
  { history, mark }: ResettleDeps,
  result: Resettled,
): Promise<void> => {
  const fresh = new Map<string, FillingDay>()
  for (const stay of [true, false]) {
    for (const day of days) result.displaced.push(...moveSlots(day, fresh, stay))
  }
  await history.write([...fresh.values()], await mark())
  const { day } = days[0]!.stored
  const emptied = days.map(({ stored }) => stored.pointId).filter(pointId => !fresh.has(pointId))
  for (const pointId of emptied) await history.remove(pointId, day, await mark())
  if (fresh.size + emptied.length > 1) result.moved.push({ day, held: [...fresh.keys()], emptied })
}
