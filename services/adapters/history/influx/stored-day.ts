import type { Source, StoredDay } from '../port.ts'
import { type HeldDay, liveSlots, type Slots } from './slots.ts'

/**
 * A day as the port tells it: the finest interval that holds a reading. One whose readings all went is told without
 * any, for its versions. The day's columns are those of what is held.
 */
export const storedDay = ({ pointId, day, series }: HeldDay): StoredDay => {
  const finest = [...series.values()].sort((a, b) => a.intervalMinutes - b.intervalMinutes)
  const slots = finest.find(one => liveSlots(one) > 0) ?? finest[0]!
  const { intervalMinutes } = slots
  const { kw } = slots
  const isTold = (slot: number): boolean => !Number.isNaN(kw[slot]!)
  return {
    pointId,
    day,
    intervalMinutes,
    kw,
    kvar: slots.kvar.some(value => !Number.isNaN(value)) ? slots.kvar : null,
    revision: unlessZero(slots.revision),
    ...sourcesOf(slots, isTold),
    clashed: unlessZero(slots.clashed),
    versions: unlessZero(versionsOf(slots)),
  }
}

export const hasReadings = ({ kw }: StoredDay): boolean => kw.some(value => !Number.isNaN(value))

const unlessZero = <T extends Uint8Array | Uint16Array>(column: T): T | null =>
  column.some(value => value !== 0) ? column : null

/** Of a slot that holds nothing any more, or yet, the number its next value gets. */
const versionsOf = ({ version, kw }: Slots): Uint16Array<ArrayBuffer> => {
  const versions = new Uint16Array(version.length)
  for (let slot = 0; slot < versions.length; slot++) {
    versions[slot] = version[slot]! + (Number.isNaN(kw[slot]!) ? 1 : 0)
  }
  return versions
}

/** In the order of the slots, so that it does not matter in which order they were read. */
const sourcesOf = (
  slots: Slots,
  isTold: (slot: number) => boolean,
): Pick<StoredDay, 'sources' | 'source'> => {
  const sources: Source[] = []
  const source = new Uint8Array(slots.kw.length)
  const places = new Map<number, number>()
  for (let slot = 0; slot < source.length; slot++) {
    if (!isTold(slot)) continue
    const held = slots.source[slot]!
    const place = places.get(held) ?? sources.push(slots.sources[held]!) - 1
    places.set(held, place)
    source[slot] = place
  }
  return { sources, source: sources.length > 1 ? source : null }
}
