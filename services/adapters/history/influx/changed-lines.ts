import type { StoredDay, WriteMark, WrittenDay } from '../port.ts'
import { goneLine, lineWriter } from './reading-lines.ts'
import { type HeldDay, nextVersion, type Slots } from './slots.ts'

/** The lines that make a day, as it is held, the day it is to be; none when it is the same. */
export function* changedLines(
  day: WrittenDay,
  held: HeldDay | undefined,
  mark: WriteMark,
): Generator<string> {
  const own = held?.series.get(day.intervalMinutes)
  const line = lineWriter(day)
  for (let slot = 0; slot < day.kw.length; slot++) {
    if (isSame(day, own, slot)) continue
    yield line(slot, { version: nextVersion(own, slot), mark, salt: mark.offset })
  }
  if (held) yield* goneLines(held, mark, intervalMinutes => intervalMinutes !== day.intervalMinutes)
}

/** The lines that take away what a day holds, of some of its intervals. */
export function* goneLines(
  { pointId, day, series }: HeldDay,
  mark: WriteMark,
  isToGo: (intervalMinutes: number) => boolean,
): Generator<string> {
  for (const slots of series.values()) {
    const { intervalMinutes, kw } = slots
    if (!isToGo(intervalMinutes)) continue
    for (let slot = 0; slot < kw.length; slot++) {
      if (Number.isNaN(kw[slot]!)) continue
      const placing = { version: nextVersion(slots, slot), mark, salt: mark.offset }
      yield goneLine({ pointId, day, intervalMinutes }, slot, placing)
    }
  }
}

const isSame = (day: StoredDay, held: Slots | undefined, slot: number): boolean => {
  const kw = day.kw[slot]!
  const heldKw = held?.kw[slot] ?? Number.NaN
  if (Number.isNaN(kw) || !held) return Number.isNaN(kw) && Number.isNaN(heldKw)
  const source = day.sources[day.source?.[slot] ?? 0]
  const heldSource = held.sources[held.source[slot]!]
  return (
    Object.is(kw, heldKw) &&
    Object.is(day.kvar?.[slot] ?? Number.NaN, held.kvar[slot]) &&
    (day.revision?.[slot] ?? 0) === held.revision[slot] &&
    Boolean(day.clashed?.[slot]) === Boolean(held.clashed[slot]) &&
    source?.meterId === heldSource?.meterId &&
    source?.multiplier === heldSource?.multiplier
  )
}
