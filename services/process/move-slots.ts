import { dayStartMs, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { Source, StoredDay } from '../adapters/history/index.ts'
import { type Displaced, displacedReading } from './displaced.ts'
import {
  emptyDay,
  type FillingDay,
  fillingDay,
  heldIn,
  partSlots,
  putReading,
  type Value,
} from './slot-rule.ts'

/** A stored day with its sources as the registry has them now, and the point that each of them stands at. */
export interface Misplaced {
  readonly stored: StoredDay
  readonly sources: readonly Source[]
  readonly places: readonly string[]
}

interface Lost {
  readonly reason: 'corrected' | 'superseded'
  readonly lost: Value
}

/**
 * Puts a day's values into the `fresh` days of the points they belong to, by the slot rule: those that stay where
 * they are, or those that leave. Answers the values that have no slot.
 */
export const moveSlots = (
  { stored, sources, places }: Misplaced,
  fresh: Map<string, FillingDay>,
  stay: boolean,
): Displaced[] => {
  const from = { ...fillingDay(stored), sources: [...sources] }
  const displaced: Displaced[] = []
  for (let slot = 0; slot < from.kw.length; slot++) {
    const place = places[from.source?.[slot] ?? 0]!
    if (Number.isNaN(from.kw[slot]!) || (place === from.pointId) !== stay) continue
    const there = fresh.get(place) ?? emptyDay(place, from.day, from.intervalMinutes)
    fresh.set(place, there)
    partSlots(there, from.intervalMinutes)
    const parts = from.intervalMinutes / there.intervalMinutes
    for (let at = slot * parts; at < (slot + 1) * parts; at++) {
      const lost = put(there, at, heldIn(from, slot))
      if (lost) {
        const endMs = dayStartMs(there.day) + (at + 1) * there.intervalMinutes * MS_PER_MINUTE
        displaced.push(displacedReading(lost.reason, endMs, lost.lost, heldIn(there, at)))
      }
      if (from.clashed?.[slot]) noteClash(there, at)
    }
  }
  return displaced
}

const noteClash = (day: FillingDay, slot: number): void => {
  day.clashed ??= new Uint8Array(day.kw.length)
  day.clashed[slot] = 1
}

/** Puts a value where it belongs; answers what has no slot now: this value, or the one that held it. */
const put = (there: FillingDay, slot: number, value: Value): Lost | undefined => {
  const held = heldIn(there, slot)
  if (isNewer(held, value)) return isEqual(held, value) ? undefined : { reason: 'corrected', lost: value }
  const reason = putReading(there, slot, value)
  if (reason === 'corrected') return { reason, lost: held }
  return reason === 'superseded' ? { reason, lost: value } : undefined
}

/** What a meter sent to where it stands came after what it had sent elsewhere. */
const isNewer = (held: Value, value: Value): boolean =>
  !Number.isNaN(held.kw) && held.source.meterId === value.source.meterId && held.revision === value.revision

const isEqual = (a: Value, b: Value): boolean => {
  const [own, other] = [a.source.multiplier ?? 1, b.source.multiplier ?? 1]
  return (
    Object.is(Math.fround(a.kw * own), Math.fround(b.kw * other)) &&
    Object.is(Math.fround(a.kvar * own), Math.fround(b.kvar * other))
  )
}
