import type { DayFeatures } from './day-features.ts'

/** A day with less of its readings does not count. */
const COVERAGE_LEAST = 0.75

/** Whether a day is whole enough, with a mean power that can be reckoned with. */
export const isKnownDay = ({ coverage, meanKw }: DayFeatures): boolean =>
  coverage >= COVERAGE_LEAST && meanKw >= 0 && meanKw < Infinity

export const knownDays = (days: readonly DayFeatures[]): DayFeatures[] => days.filter(isKnownDay)

/** Energy of a day as if none of its readings were missing, kWh. */
export const dayKwh = ({ meanKw }: DayFeatures): number => 24 * meanKw

/** Whether a day is known by its registers alone. */
export const isRegisterDay = ({ intervalMinutes }: DayFeatures): boolean => intervalMinutes >= 1440

/** The highest power of a day that is no single spike, kW: of a day of registers the highest demand it tells. */
export const topKw = (day: DayFeatures): number => (isRegisterDay(day) ? day.maxKw : day.ceilingKw)

/** The level that `count` of the values reach; NaN when not so many are known. */
export const reachedBy = (values: readonly number[], count: number): number =>
  values.filter(value => !Number.isNaN(value)).sort((a, b) => b - a)[count - 1] ?? Number.NaN
