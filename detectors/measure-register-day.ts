import type { TouHours } from '../schemas/context.ts'
import type { EpochDay } from '../schemas/day.ts'
import type { DayFeatures } from './day-features.ts'
import { FEATURE_NAMES } from './feature-row.ts'
import { DAY_KIND, type DayContext } from './measure-day.ts'

/** What a point used in a day by its registers, kWh on the primary side. NaN = not known. */
export interface RegisterDay {
  readonly day: EpochDay
  readonly kwh: number
  readonly sharpKwh: number
  readonly peakKwh: number
  readonly flatKwh: number
  readonly valleyKwh: number
  /** Highest demand of the day, kW */
  readonly maxKw: number
}

const MINUTES_PER_DAY = 1440
const HOURS_PER_DAY = 24

const NOTHING = Object.fromEntries(FEATURE_NAMES.map(name => [name, Number.NaN])) as unknown as DayFeatures

const f32 = Math.fround

/**
 * The features of a day that nothing but registers is known of: energy, means by tariff period, highest demand.
 * Everything else is NaN. The sharp hours are part of the peak.
 */
export const extractRegisterFeatures = (register: RegisterDay, { kind, tou }: DayContext): DayFeatures => {
  const { day, kwh, sharpKwh, peakKwh, flatKwh, valleyKwh, maxKw } = register
  const [peakHours, valleyHours] = [hoursOf(tou.peak), hoursOf(tou.valley)]
  const dearKwh = peakKwh + (Number.isNaN(sharpKwh) ? 0 : sharpKwh)
  return {
    ...NOTHING,
    day: f32(day),
    intervalMinutes: MINUTES_PER_DAY,
    dayKind: f32(DAY_KIND[kind]),
    coverage: 1,
    kwh: f32(kwh),
    meanKw: f32(kwh / HOURS_PER_DAY),
    valleyKw: meanKw(valleyKwh, valleyHours),
    flatKw: meanKw(flatKwh, HOURS_PER_DAY - peakHours - valleyHours),
    peakKw: meanKw(dearKwh, peakHours),
    maxKw: f32(maxKw),
  }
}

const hoursOf = (stretches: TouHours['peak']): number =>
  stretches.reduce((sum, [from, to]) => sum + to - from, 0)

const meanKw = (kwh: number, hours: number): number => (hours > 0 ? f32(kwh / hours) : Number.NaN)
