import { dayOf, dayStartMs, type EpochDay, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { Source, StoredDay } from '../adapters/history/index.ts'

export const MINUTES_PER_DAY = 1_440

/** A day while readings arrive for it. */
export interface FillingDay extends StoredDay {
  intervalMinutes: number
  kw: Float32Array<ArrayBuffer>
  kvar: Float32Array<ArrayBuffer> | null
  revision: Uint16Array<ArrayBuffer> | null
  sources: Source[]
  source: Uint8Array<ArrayBuffer> | null
  clashed: Uint8Array<ArrayBuffer> | null
  versions: Uint16Array<ArrayBuffer> | null
  /** Slots that hold a reading */
  filled: number
  /** Whether it waits for more before it is judged */
  open: boolean
  /** Whether it is stored at another interval, so that it is to be written whole */
  parted?: boolean
}

export const emptyDay = (pointId: string, day: EpochDay, intervalMinutes: number): FillingDay => ({
  pointId,
  day,
  intervalMinutes,
  kw: emptySlots(MINUTES_PER_DAY / intervalMinutes),
  kvar: null,
  revision: null,
  sources: [],
  source: null,
  clashed: null,
  versions: null,
  filled: 0,
  open: false,
})

export const fillingDay = (stored: StoredDay): FillingDay => ({
  ...stored,
  sources: [...stored.sources],
  versions: stored.versions ?? null,
  filled: filledSlots(stored.kw),
  open: false,
})

/** How many slots hold a reading. */
export const filledSlots = (kw: Float32Array): number => {
  let filled = 0
  for (let i = 0; i < kw.length; i++) if (!Number.isNaN(kw[i]!)) filled++
  return filled
}

/**
 * Parts a day's slots when its meter now records at a finer interval: each part holds the mean of the whole, so
 * no energy is lost. A day that is as fine already stays as it is.
 */
export const partSlots = (day: FillingDay, intervalMinutes: number): void => {
  const parts = day.intervalMinutes / intervalMinutes
  if (parts <= 1) return
  const slots = { length: day.kw.length * parts }
  const { kw, kvar, revision, source, clashed } = day
  const wholeOf = (i: number): number => Math.floor(i / parts)
  day.kw = Float32Array.from(slots, (_, i) => kw[wholeOf(i)]!)
  day.kvar = kvar && Float32Array.from(slots, (_, i) => kvar[wholeOf(i)]!)
  day.revision = revision && Uint16Array.from(slots, (_, i) => revision[wholeOf(i)]!)
  day.source = source && Uint8Array.from(slots, (_, i) => source[wholeOf(i)]!)
  day.clashed = clashed && Uint8Array.from(slots, (_, i) => clashed[wholeOf(i)]!)
  day.versions = null
  day.parted = day.filled > 0
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

/** A value on its way into a slot: as delivered, with whose it is. */
export interface Value {
  readonly kw: number
  /** NaN when absent */
  readonly kvar: number
  readonly revision: number
  readonly source: Source
}

/**
 * Puts a value in its slot. Of two different values the higher revision wins, else the later in the log;
 * equal ones commute. What is compared is primary power.
 */
export const putReading = (day: FillingDay, slot: number, value: Value): SlotOutcome => {
  const outcome = compare(day, slot, value)
  const held = day.revision?.[slot] ?? 0
  if (outcome === 'corrected' && value.revision === held) {
    day.clashed ??= new Uint8Array(day.kw.length)
    day.clashed[slot] = 1
  }
  if (outcome === 'superseded') return outcome
  if (outcome === 'corrected' || value.revision > held) noteVersion(day, slot, outcome)
  if (value.revision > 0 || day.revision) {
    day.revision ??= new Uint16Array(day.kw.length)
    day.revision[slot] = Math.max(value.revision, held)
  }
  if (outcome === 'duplicate') return outcome
  if (outcome === 'accepted') day.filled++
  day.kw[slot] = value.kw
  if (!Number.isNaN(value.kvar) || day.kvar) {
    day.kvar ??= emptySlots(day.kw.length)
    day.kvar[slot] = value.kvar
  }
  noteSource(day, slot, value.source)
  return outcome
}

/** A slot that held a value gets another version. */
const noteVersion = (day: FillingDay, slot: number, outcome: SlotOutcome): void => {
  if (outcome === 'accepted') return
  day.versions ??= new Uint16Array(day.kw.length)
  day.versions[slot]!++
}

/** What a slot holds, as delivered. */
export const heldIn = (day: FillingDay, slot: number): Value => ({
  kw: day.kw[slot]!,
  kvar: day.kvar?.[slot] ?? Number.NaN,
  revision: day.revision?.[slot] ?? 0,
  source: sourceOf(day, slot)!,
})

const sourceOf = (day: FillingDay, slot: number): Source | undefined => day.sources[day.source?.[slot] ?? 0]

const noteSource = (day: FillingDay, slot: number, source: Source): void => {
  let place = day.sources.findIndex(known => isSameSource(known, source))
  if (place < 0) place = day.sources.push(source) - 1
  if (place > 0) day.source ??= new Uint8Array(day.kw.length)
  if (day.source) day.source[slot] = place
}

const isSameSource = (a: Source, b: Source): boolean =>
  a === b || (a.meterId === b.meterId && a.multiplier === b.multiplier)

const compare = (day: FillingDay, slot: number, value: Value): SlotOutcome => {
  const held = day.kw[slot]!
  if (Number.isNaN(held)) return 'accepted'
  const factor = sourceOf(day, slot)?.multiplier ?? 1
  const own = value.source.multiplier ?? 1
  const heldKvar = (day.kvar?.[slot] ?? Number.NaN) * factor
  if (sameF32(held * factor, value.kw * own) && sameF32(heldKvar, value.kvar * own)) return 'duplicate'
  return value.revision >= (day.revision?.[slot] ?? 0) ? 'corrected' : 'superseded'
}

const sameF32 = (a: number, b: number): boolean =>
  a === b || Math.fround(a) === Math.fround(b) || (Number.isNaN(a) && Number.isNaN(b))

const emptySlots = (slots: number): Float32Array<ArrayBuffer> => new Float32Array(slots).fill(Number.NaN)
