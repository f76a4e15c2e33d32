import type { DayFeatures } from './day-features.ts'
import { WINDOW_DAYS } from './detector.ts'
import { quantile } from './statistics.ts'

/**
 * What is asked of nearly every window, read out of its days once: a column each, in the order of the days.
 * Overwritten by the next window.
 */
export const columns = {
  /** 0 working day, 1 day of rest */
  kind: new Uint8Array(WINDOW_DAYS),
  meanKw: new Float64Array(WINDOW_DAYS),
  floorKw: new Float64Array(WINDOW_DAYS),
  floorNoise: new Float64Array(WINDOW_DAYS),
  /** kvar per kW at the floor */
  floorTan: new Float64Array(WINDOW_DAYS),
  /** (95 % quantile - median) over the median, and (median - 5 % quantile) over it */
  above: new Float64Array(WINDOW_DAYS),
  below: new Float64Array(WINDOW_DAYS),
  peakDropKw: new Float64Array(WINDOW_DAYS),
  /** Height of the kvar line at 0 kW over the mean power */
  lineHeight: new Float64Array(WINDOW_DAYS),
}

export const fillColumns = (days: readonly DayFeatures[]): void => {
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    const { meanKw, medianKw, pfFloor } = day
    columns.kind[i] = day.dayKind > 0 ? 1 : 0
    columns.meanKw[i] = meanKw
    columns.floorKw[i] = day.floorKw
    columns.floorNoise[i] = day.floorNoise
    columns.floorTan[i] = Math.sqrt(Math.max(0, 1 / (pfFloor * pfFloor) - 1))
    columns.above[i] = (day.p95Kw - medianKw) / medianKw
    columns.below[i] = (medianKw - day.p05Kw) / medianKw
    columns.peakDropKw[i] = day.peakDropKw
    columns.lineHeight[i] = day.zeroKvar / meanKw
  }
}

const scratch = new Float64Array(WINDOW_DAYS)

/** Median, or another quantile (nearest rank), of what is known of a column over the days [from, to). */
export const middle = (column: Float64Array, from: number, to: number, share = 0.5): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    const value = column[i]!
    if (value - value === 0) scratch[count++] = value
  }
  return quantile(scratch, count, share)
}

/** The same over the days of one kind. */
export const middleOfKind = (column: Float64Array, from: number, to: number, kind: number): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    const value = column[i]!
    if (columns.kind[i] === kind && value - value === 0) scratch[count++] = value
  }
  return quantile(scratch, count, 0.5)
}

/** `share` quantile of the distances from `centre` over the days [from, to). */
export const distance = (
  column: Float64Array,
  from: number,
  to: number,
  centre: number,
  share: number,
): number => {
  let count = 0
  for (let i = from; i < to; i++) {
    const value = Math.abs(column[i]! - centre)
    if (value - value === 0) scratch[count++] = value
  }
  return quantile(scratch, count, share)
}
