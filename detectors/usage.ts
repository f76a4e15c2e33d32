import type { DayFeatures } from './day-features.ts'

/** Days with less of their readings tell nothing of a whole day. */
export const COVERAGE_LEAST = 0.75

/** How a window of days uses power. Shares are 0..1, NaN where the readings cannot tell. */
export interface Usage {
  /** Days that have enough of their readings */
  readonly days: readonly DayFeatures[]
  /** Mean energy of such a day, kWh */
  readonly dailyKwh: number
  /** Of the mean power by night (00-06) and by day (08-18) together, the night's part */
  readonly nightShare: number
  /** Mean power over the usual top: the 97 % quantile of nine days in ten */
  readonly loadFactor: number
}

/** Reads the usage of the judged days of a window. */
export const usageOf = (window: readonly DayFeatures[]): Usage => {
  const days = window.filter(({ coverage }) => coverage >= COVERAGE_LEAST)
  const night = mean(days, day => day.nightKw)
  const work = mean(days, day => day.workKw)
  const tops = days.map(({ ceilingKw }) => ceilingKw).filter(Number.isFinite)
  const top = tops.sort((a, b) => a - b)[Math.ceil(0.9 * tops.length) - 1] ?? Number.NaN
  return {
    days,
    dailyKwh: mean(days, day => day.kwh / day.coverage),
    nightShare: night + work > 0 ? night / (night + work) : Number.NaN,
    loadFactor: top > 0 ? mean(days, day => day.meanKw) / top : Number.NaN,
  }
}

const mean = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number => {
  const values = days.map(pick).filter(Number.isFinite)
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length
}
