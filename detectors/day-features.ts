import type { TouHours } from '../schemas/context.ts'
import type { EpochDay } from '../schemas/day.ts'
import { measureLevels, measureStillness, measureTariff } from './day-levels.ts'
import { type DayBlock, shapeSlots } from './day-slots.ts'
import { measureHeats } from './heats.ts'
import { measurePowerFactor } from './power-factor.ts'

/** What kind of day it was, and the tariff hours in force. */
export interface DayContext {
  readonly kind: 'working' | 'weekend' | 'holiday'
  readonly tou: TouHours
}

/** What is kept of a day: numbers only, each an f32 value. Not measurable is NaN. Shares are 0..1. */
export interface DayFeatures {
  readonly day: EpochDay
  readonly intervalMinutes: number
  /** 0 working day, 1 weekend, 2 holiday */
  readonly dayKind: number
  /** Share of slots with a reading */
  readonly coverage: number
  /** Energy of the readings there are, kWh */
  readonly kwh: number
  readonly meanKw: number
  readonly sdKw: number
  readonly minKw: number
  readonly p05Kw: number
  readonly p25Kw: number
  readonly medianKw: number
  readonly p75Kw: number
  readonly p95Kw: number
  /** The 97 % quantile: the usual top, free of single spikes */
  readonly ceilingKw: number
  readonly maxKw: number
  /** Mean of the lowest quarter of slots */
  readonly floorKw: number
  /** Means by tariff period; flat is every hour that is neither */
  readonly valleyKw: number
  readonly flatKw: number
  readonly peakKw: number
  /** Mean of 00-06 */
  readonly nightKw: number
  /** Mean of 08-18 */
  readonly workKw: number
  /** Median step from slot to slot over the median level */
  readonly stepNoise: number
  /** The same among slots under the median, over the floor */
  readonly floorNoise: number
  /** Share of steps that are exactly 0 */
  readonly stuckShare: number
  readonly zeroShare: number
  /** (highest - lowest) of the six four-hour means over the mean */
  readonly fourHourRange: number
  /** Hours above half way from p05 to the ceiling */
  readonly onHours: number
  /** The same with pauses of up to an hour filled */
  readonly blockHours: number
  /** Mean power above and below half way */
  readonly onKw: number
  readonly offKw: number
  /** Share of the hours on that stand within 6 % of the swing under the ceiling */
  readonly ceilingShare: number
  /** Share of the hours well above the floor that stand between 15 and 85 % of the swing: charging and climbing */
  readonly partialShare: number
  /** Share of the steps inside the block that are under 1.5 % of the ceiling */
  readonly stillShare: number
  /** Mean step inside the block over the ceiling */
  readonly roughness: number
  /** Hour and height (over the swing) of the sharpest half-hour rise and fall */
  readonly riseHour: number
  readonly riseSharpness: number
  readonly fallHour: number
  readonly fallSharpness: number
  /** Heats: swings of a quarter of floor-to-ceiling and more; count, minutes from one to the next, depth and spread over the ceiling */
  readonly heats: number
  readonly heatMinutes: number
  readonly heatDepth: number
  readonly heatSpread: number
  /** The same with swings from 5 % of the ceiling on: two crucibles on one supply leave only these */
  readonly ripples: number
  readonly rippleMinutes: number
  readonly rippleDepth: number
  /** Power factor: all day, at the ceiling, at 15-55 % of the swing, in the lowest quarter */
  readonly pfMean: number
  readonly pfHigh: number
  readonly pfPartial: number
  readonly pfFloor: number
}

/** Grows whenever a feature's meaning, or the order of packing, changes. */
export const FEATURES_VERSION = 1

/** A packed row as features; the order written here is the order of packing. */
export const unpackFeatures = (row: Float32Array): DayFeatures => ({
  day: row[0]!,
  intervalMinutes: row[1]!,
  dayKind: row[2]!,
  coverage: row[3]!,
  kwh: row[4]!,
  meanKw: row[5]!,
  sdKw: row[6]!,
  minKw: row[7]!,
  p05Kw: row[8]!,
  p25Kw: row[9]!,
  medianKw: row[10]!,
  p75Kw: row[11]!,
  p95Kw: row[12]!,
  ceilingKw: row[13]!,
  maxKw: row[14]!,
  floorKw: row[15]!,
  valleyKw: row[16]!,
  flatKw: row[17]!,
  peakKw: row[18]!,
  nightKw: row[19]!,
  workKw: row[20]!,
  stepNoise: row[21]!,
  floorNoise: row[22]!,
  stuckShare: row[23]!,
  zeroShare: row[24]!,
  fourHourRange: row[25]!,
  onHours: row[26]!,
  blockHours: row[27]!,
  onKw: row[28]!,
  offKw: row[29]!,
  ceilingShare: row[30]!,
  partialShare: row[31]!,
  stillShare: row[32]!,
  roughness: row[33]!,
  riseHour: row[34]!,
  riseSharpness: row[35]!,
  fallHour: row[36]!,
  fallSharpness: row[37]!,
  heats: row[38]!,
  heatMinutes: row[39]!,
  heatDepth: row[40]!,
  heatSpread: row[41]!,
  ripples: row[42]!,
  rippleMinutes: row[43]!,
  rippleDepth: row[44]!,
  pfMean: row[45]!,
  pfHigh: row[46]!,
  pfPartial: row[47]!,
  pfFloor: row[48]!,
})

/** Order of packing. */
export const FEATURE_NAMES = Object.freeze(
  Object.keys(unpackFeatures(new Float32Array())),
) as readonly (keyof DayFeatures)[]

/** The features as one row of f32, in the order of `FEATURE_NAMES`. */
export const packFeatures = (features: DayFeatures): Float32Array => {
  const row = new Float32Array(FEATURE_NAMES.length)
  for (let i = 0; i < row.length; i++) row[i] = features[FEATURE_NAMES[i]!]
  return row
}

const DAY_KIND = { working: 0, weekend: 1, holiday: 2 }

/** Measures one day. Pure; every value is rounded to f32, so that a packed row and its features are the same. */
export const extractDayFeatures = (block: DayBlock, context: DayContext): DayFeatures => {
  const slots = shapeSlots(block)
  const levels = measureLevels(slots)
  const features: DayFeatures = {
    day: block.day,
    intervalMinutes: block.intervalMinutes,
    dayKind: DAY_KIND[context.kind],
    ...levels,
    ...measureTariff(slots, levels.meanKw, context.tou),
    ...measureStillness(slots, levels),
    ...measureHeats(slots, levels),
    ...measurePowerFactor(slots, levels),
  }
  return unpackFeatures(packFeatures(features))
}
