import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'

export const FIRST_DAY: EpochDay = 0
/** 9999-12-31: the last a date can be written for, and what "until further notice" is often written as. */
export const LAST_DAY: EpochDay = 2_932_896

/** A registry entry with the days it holds, both included. */
export interface Entry {
  readonly meter: Meter
  readonly from: EpochDay
  readonly to: EpochDay
}

/** First day of an entry as the store keeps it: 0 when it always held. No reading is older than 1970. */
export const firstDayOf = ({ validFrom }: Meter): EpochDay =>
  validFrom === null ? FIRST_DAY : Math.max(FIRST_DAY, parseDay(validFrom))

/** The entries of one meter in the order of their days; each ends, at the latest, where the next begins. */
export const timelineOf = (meters: readonly Meter[]): Entry[] => {
  const sorted = meters.map(meter => ({ meter, from: firstDayOf(meter) })).sort((a, b) => a.from - b.from)
  return sorted.map(({ meter, from }, i) => {
    const own = meter.validTo === null ? LAST_DAY : parseDay(meter.validTo)
    const next = sorted[i + 1]
    return { meter, from, to: next ? Math.min(own, next.from - 1) : own }
  })
}

/** The entry that holds on a day. */
export const entryOn = (timeline: readonly Entry[], day: EpochDay): Entry | undefined => {
  for (let i = timeline.length - 1; i >= 0; i--) {
    const entry = timeline[i]!
    if (entry.from <= day) return entry.to >= day ? entry : undefined
  }
  return undefined
}

/** Sorts the entries of a point so that who speaks for it stands last: the main feed, then who began later. */
export const speakingLast = (a: Entry, b: Entry): number =>
  Number(a.meter.feed === 'main') - Number(b.meter.feed === 'main') ||
  a.from - b.from ||
  (a.meter.meterId < b.meter.meterId ? 1 : -1)

/** Who speaks for a point on a day, of its entries sorted by `speakingLast`. */
export const speakerOn = (entries: readonly Entry[], day: EpochDay): Entry | undefined =>
  entries.findLast(({ from, to }) => from <= day && day <= to)
