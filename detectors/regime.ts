import { WINDOW_DAYS } from './detector.ts'
import { CURVE } from './mining-thresholds.ts'
import { median, quantile } from './statistics.ts'

/** The latest days that stand near one level. */
export interface Regime {
  /** Place of its first day; the number of days when there is none */
  readonly from: number
  /** Median of its levels; NaN without one */
  readonly kw: number
  /**
   * How far its days stand from their median, as a share of it: the 80 % quantile of the distances, so that
   * weekends count and a day of bad readings does not.
   */
  readonly drift: number
}

const scratch = new Float64Array(WINDOW_DAYS)

const medianBetween = (levels: Float64Array, from: number, to: number): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    const level = levels[i]!
    if (level - level === 0) scratch[count++] = level
  }
  return median(scratch, count)
}

/**
 * Looking back, a regime ends where three days in a row stand elsewhere than the latest ones, so that the days
 * before a mine was switched on do not count, but every weekend does.
 */
const startOf = (levels: Float64Array, count: number): number => {
  const now = medianBetween(levels, Math.max(0, count - CURVE.latestDays), count)
  let elsewhere = 0
  let from = count
  for (let i = count - 1; i >= 0 && elsewhere < CURVE.regimeBreakDays; i--) {
    const near = Math.abs(levels[i]! - now) <= CURVE.regimeBand * now
    elsewhere = near ? 0 : elsewhere + 1
    if (near) from = i
  }
  return from
}

const driftOf = (levels: Float64Array, from: number, to: number, kw: number): number => {
  for (let i = from; i < to; i++) scratch[i - from] = Math.abs(levels[i]! - kw)
  return quantile(scratch, to - from, CURVE.driftQuantile) / kw
}

/** The regime that the last day belongs to; `levels` holds the level of each day, kW, the first `count` of it. */
export const readRegime = (levels: Float64Array, count: number): Regime => {
  const from = startOf(levels, count)
  const kw = medianBetween(levels, from, count)
  return { from, kw, drift: driftOf(levels, from, count, kw) }
}
