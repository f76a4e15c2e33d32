import type { DayFeatures, DetectorWindow, RegistryFacts, WatchFacts } from '../../../detectors/index.ts'
import { extractRegisterFeatures } from '../../../detectors/index.ts'
import { FIRST_DAY, registryOf } from './windows.ts'

const TOU = {
  valley: [[0, 8]] as [number, number][],
  peak: [
    [11, 17],
    [20, 22],
  ] as [number, number][],
}

/** Days of registers alone, by the kWh of each; a share of it at valley. */
export const daysOf = (
  kwh: readonly number[],
  valleyShare = 0.33,
  holidays: readonly number[] = [],
): DayFeatures[] =>
  kwh.map((used, i) =>
    extractRegisterFeatures(
      {
        day: FIRST_DAY + i,
        kwh: used,
        sharpKwh: Number.NaN,
        peakKwh: (1 - valleyShare) * 0.5 * used,
        flatKwh: (1 - valleyShare) * 0.5 * used,
        valleyKwh: valleyShare * used,
        maxKw: used / 12,
      },
      { kind: holidays.includes(i) ? 'holiday' : i % 7 >= 5 ? 'weekend' : 'working', tou: TOU },
    ),
  )

/** A red card on the judged customer itself, unless told otherwise. */
export const watchOf = (change: Partial<WatchFacts> = {}): WatchFacts => ({
  reason: 'red-card',
  since: FIRST_DAY,
  by: 'customer',
  customerId: 'C1',
  isNewcomer: false,
  sharedBy: 1,
  watchedFor: null,
  document: '〔2023〕12号',
  ...change,
})

/** The window that ends with the last of these days. */
export const windowOf = (
  days: readonly DayFeatures[],
  facts: Partial<RegistryFacts> = {},
  watch: WatchFacts | null = null,
): DetectorWindow => ({ day: days.at(-1)!.day, days: days.slice(-35), registry: registryOf(facts), watch })

/** As many days of one value, weekends at a share of it. */
export const week = (count: number, kwh: number, { weekend = 1, from = 0 } = {}): number[] =>
  Array.from(
    { length: count },
    (_, i) => (((from + i) % 7 >= 5 ? weekend : 1) * kwh * (20 + ((7 * i) % 3))) / 21,
  )
