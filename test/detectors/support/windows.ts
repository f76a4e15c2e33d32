import {
  type DayContext,
  type DayFeatures,
  type DetectorWindow,
  extractDayFeatures,
  type RegistryFacts,
  WINDOW_DAYS,
} from '../../../detectors/index.ts'
import type { Curve } from './curve.ts'

/** 2024-01-01, a Monday, as an epoch day. */
export const FIRST_DAY = 19_723

const TOU = {
  valley: [[0, 8]] as [number, number][],
  peak: [
    [11, 17],
    [20, 22],
  ] as [number, number][],
}

/** Days of a period, from one up to, without, another. */
interface Span {
  readonly from: number
  readonly to: number
}

const kindOf = (day: number, holidays: Span | undefined): DayContext['kind'] => {
  if (holidays && day >= holidays.from && day < holidays.to) return 'holiday'
  return day % 7 >= 5 ? 'weekend' : 'working'
}

/** The day features of a curve. `without` drops kvar. */
export const featuresOf = (curve: Curve, without?: 'kvar', holidays?: Span): DayFeatures[] => {
  const slots = 1440 / curve.intervalMinutes
  return Array.from({ length: curve.days }, (_, i) => {
    const block = {
      day: FIRST_DAY + i,
      intervalMinutes: curve.intervalMinutes,
      kw: Float32Array.from(curve.kw.subarray(i * slots, (i + 1) * slots)),
      kvar: without === 'kvar' ? null : Float32Array.from(curve.kvar.subarray(i * slots, (i + 1) * slots)),
    }
    return extractDayFeatures(block, { kind: kindOf(i, holidays), tou: TOU })
  })
}

/** A small works of an everyday trade, unless told otherwise. */
export const registryOf = (facts: Partial<RegistryFacts> = {}): RegistryFacts => ({
  industryCode: '3311',
  industryEdition: '2017',
  contractKva: 0,
  voltageKv: 10,
  intervalMinutes: 15,
  licensedProcesses: [],
  ...facts,
})

/** The window of every day, as a service would build it. */
export const windowsOf = (days: readonly DayFeatures[], registry: RegistryFacts): DetectorWindow[] =>
  days.map((features, i) => ({
    day: features.day,
    days: days.slice(Math.max(0, i + 1 - WINDOW_DAYS), i + 1),
    registry,
  }))
