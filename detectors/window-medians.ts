import type { DayFeatures } from './day-features.ts'
import { WINDOW_DAYS } from './detector.ts'
import { median, quantile } from './statistics.ts'

export type Pick = (day: DayFeatures) => number

const scratch = new Float64Array(WINDOW_DAYS)

/** Median of what is known over the days [from, to); NaN when nothing is. */
export const medianBetween = (days: readonly DayFeatures[], from: number, to: number, pick: Pick): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    const value = pick(days[i]!)
    if (value - value === 0) scratch[count++] = value
  }
  return median(scratch, count)
}

export const medianOf = (days: readonly DayFeatures[], pick: Pick): number =>
  medianBetween(days, 0, days.length, pick)

/** The distance from `centre` that four days of five stay within. */
export const spreadAround = (days: readonly DayFeatures[], pick: Pick, centre: number): number => {
  let count = 0
  for (const day of days) {
    const value = Math.abs(pick(day) - centre)
    if (value - value === 0) scratch[count++] = value
  }
  return quantile(scratch, count, 0.8)
}
