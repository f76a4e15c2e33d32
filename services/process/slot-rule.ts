import { dayOf, dayStartMs, type EpochDay, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { StoredDay } from '../adapters/history/index.ts'

const MINUTES_PER_DAY = 1_440

/** A day while readings arrive for it. */
export interface FillingDay extends StoredDay {
  intervalMinutes: number
  kw: Float32Array<ArrayBuffer>
  kvar: Float32Array<ArrayBuffer> | null
  revision: Uint16Array<ArrayBuffer> | null
  /** Slots that hold a reading */
  filled: number
}

export const emptyDay = (pointId: string, day: EpochDay, intervalMinutes: number): FillingDay => ({
  pointId,
  day,
  intervalMinutes,
  kw: emptySlots(MINUTES_PER_DAY / intervalMinutes),
  kvar: null,
  revision: null,
  filled: 0,
})

export const fillingDay = (stored: StoredDay): FillingDay => ({
  ...stored,
  filled: stored.kw.reduce((filled, kw) => filled + (Number.isNaN(kw) ? 0 : 1), 0),
})

/**
 * Parts a day's slots when its meter now records at a finer interval: each part holds the mean of the whole, so
 * no energy is lost. A day that is as fine already stays as it is.
 */
export const partSlots = (day: FillingDay, intervalMinutes: number): void => {
  const parts = day.intervalMinutes / intervalMinutes
  if (parts <= 1) return
  const slots = { length: day.kw.length * parts }
  const { kw, kvar, revision } = day
  day.kw = Float32Array.from(slots, (_, i) => kw[Math.floor(i / parts)]!)
  day.kvar = kvar && Float32Array.from(slots, (_, i) => kvar[Math.floor(i / parts)]!)
  day.revision = revision && Uint16Array.from(slots, (_, i) => revision[Math.floor(i / parts)]!)
  day.filled *= parts
  day.intervalMinutes = intervalMinutes
}

/**
 * Where a reading belongs: whole intervals since 1970 on the plant's clock, of the interval that ENDS nearest
 * to `atMs`. A reading at midnight belongs to the day it closes.
 */
export const placeOf = (atMs: number, intervalMinutes: number): { day: EpochDay; slot: number } => {
  const day = dayOf(atMs)
  const slot = Math.round((atMs - dayStartMs(day)) / (intervalMinutes * MS_PER_MINUTE)) - 1
  return slot < 0 ? { day: day - 1, slot: MINUTES_PER_DAY / intervalMinutes - 1 } : { day, slot }
}

export type SlotOutcome = 'accepted' | 'duplicate' | 'corrected' | 'superseded'

/**
 * Puts a value in its slot. Of two different values the higher revision wins, else the later in the log;
 * equal ones commute.
 */
export const putReading = (
  day: FillingDay,
  slot: number,
  kw: number,
  kvar: number,
  revision: number,
): SlotOutcome => {
  const outcome = compare(day, slot, kw, kvar, revision)
  if (outcome === 'superseded') return outcome
  if (outcome === 'accepted') day.filled++
  day.kw[slot] = kw
  if (!Number.isNaN(kvar) || day.kvar) {
    day.kvar ??= emptySlots(day.kw.length)
    day.kvar[slot] = kvar
  }
  if (revision > 0 || day.revision) {
    day.revision ??= new Uint16Array(day.kw.length)
    day.revision[slot] = Math.max(revision, day.revision[slot]!)
  }
  return outcome
}

const compare = (day: FillingDay, slot: number, kw: number, kvar: number, revision: number): SlotOutcome => {
  const held = day.kw[slot]!
  if (Number.isNaN(held)) return 'accepted'
  if (held === kw && same(day.kvar?.[slot] ?? Number.NaN, kvar)) return 'duplicate'
  return revision >= (day.revision?.[slot] ?? 0) ? 'corrected' : 'superseded'
}

const same = (a: number, b: number): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b))

const emptySlots = (slots: number): Float32Array<ArrayBuffer> => new Float32Array(slots).fill(Number.NaN)
