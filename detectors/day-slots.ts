import type { EpochDay } from '../schemas/day.ts'

/** The readings of one plant's day: 1440 / intervalMinutes slots; slot i is the mean over [i, i+1) intervals. */
export interface DayBlock {
  readonly day: EpochDay
  readonly intervalMinutes: number
  /** kW, NaN = missing */
  readonly kw: Float32Array
  /** kvar, NaN = missing; null when the meter does not measure it */
  readonly kvar: Float32Array | null
}

/** A day on the slots that shapes are measured on: 15 minutes, or the meter's own interval when that is longer. */
export interface Slots {
  readonly kw: Float32Array
  readonly kvar: Float32Array | null
  readonly minutes: number
}

const SHAPE_MINUTES = 15

const meanOf = (values: Float32Array, from: number, to: number): number => {
  let sum = 0
  let count = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (value - value !== 0) continue
    sum += value
    count++
  }
  return 2 * count >= to - from ? sum / count : Number.NaN
}

const widen = (values: Float32Array, by: number): Float32Array => {
  const wide = new Float32Array(values.length / by)
  for (let i = 0; i < wide.length; i++) wide[i] = meanOf(values, i * by, (i + 1) * by)
  return wide
}

/**
 * The day on shape slots. Readings of 1 and 5 minutes are averaged to 15, so that one set of thresholds
 * serves every meter; a slot is known when at least half of it is.
 */
export const shapeSlots = (block: DayBlock): Slots => {
  const by = SHAPE_MINUTES / block.intervalMinutes
  if (by <= 1) return { kw: block.kw, kvar: block.kvar, minutes: block.intervalMinutes }
  const kvar = block.kvar === null ? null : widen(block.kvar, by)
  return { kw: widen(block.kw, by), kvar, minutes: SHAPE_MINUTES }
}
