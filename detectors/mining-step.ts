import type { DayFeatures } from './day-features.ts'
import { kindOf, type LevelStep } from './level-step.ts'
import { SIGNS } from './mining-thresholds.ts'
import { median, quantile } from './statistics.ts'
import { medianBetween, medianOfKind, type Pick, quantileBetween } from './window-medians.ts'

/** What came with a step of the floor. */
export interface AddedLoad {
  /** Height: the median over the hours of the day, kW */
  readonly kw: number
  /** Over the mean power since */
  readonly share: number
  /** How unequal it is over the hours: the 75 % quantile of the distances from its height, over it */
  readonly uneven: number
  /** How unequal between working days and days of rest, over its height */
  readonly restGap: number
  /** How far it follows the host's shape: 0 alike at every hour, 1 the host grown larger */
  readonly growth: number
  /** Share of it that no tenth of the days before had */
  readonly novel: number
  /** Share of the floor's rise that came within three days */
  readonly sudden: number
  /** Share of it that the last four days still have */
  readonly kept: number
  /** Noise of the floor that came with it, over its height */
  readonly noise: number
  /** kvar that came with it, per kW */
  readonly tan: number
  /** kvar per kW of the load before */
  readonly tanBefore: number
  /** How unequal the hours of the load before were: highest less lowest three hours over their mean */
  readonly hostShape: number
}

const UNKNOWN: AddedLoad = {
  kw: Number.NaN,
  share: Number.NaN,
  uneven: Number.NaN,
  restGap: Number.NaN,
  growth: Number.NaN,
  novel: Number.NaN,
  sudden: Number.NaN,
  kept: Number.NaN,
  noise: Number.NaN,
  tan: Number.NaN,
  tanBefore: Number.NaN,
  hostShape: Number.NaN,
}

const HOURS: readonly Pick[] = [
  day => day.from00Kw,
  day => day.from03Kw,
  day => day.from06Kw,
  day => day.from09Kw,
  day => day.from12Kw,
  day => day.from15Kw,
  day => day.from18Kw,
  day => day.from21Kw,
]
const KINDS = [0, 1] as const
const LEAST_DAYS = 2

const floor: Pick = day => day.floorKw
const mean: Pick = day => day.meanKw
const floorNoise: Pick = day => day.floorNoise * day.floorKw
const kvar: Pick = day => day.meanKw * Math.sqrt(Math.max(0, 1 / (day.pfMean * day.pfMean) - 1))

const rises = new Float64Array(2 * HOURS.length)
const kindRises = new Float64Array(2)
const profile = new Float64Array(HOURS.length)
const distances = new Float64Array(2 * HOURS.length)

const countKind = (days: readonly DayFeatures[], from: number, to: number, kind: number): number => {
  let count = 0
  for (let i = from; i < to; i++) count += Number(kindOf(days[i]!) === kind)
  return count
}

/** Rise of each three hours, kind against kind; how many there are. */
const readRises = (days: readonly DayFeatures[], at: number): number => {
  let count = 0
  kindRises.fill(Number.NaN)
  for (const kind of KINDS) {
    const both = Math.min(countKind(days, 0, at, kind), countKind(days, at, days.length, kind))
    if (both < LEAST_DAYS) continue
    for (let i = 0; i < HOURS.length; i++) {
      const pick = HOURS[i]!
      const rise = medianOfKind(days, at, days.length, kind, pick) - medianOfKind(days, 0, at, kind, pick)
      rises[count + i] = rise
      distances[i] = rise
    }
    kindRises[kind] = median(distances, HOURS.length)
    count += HOURS.length
  }
  return count
}

const unevenness = (kw: number, count: number): number => {
  for (let i = 0; i < count; i++) distances[i] = Math.abs(rises[i]! - kw)
  return quantile(distances, count, 0.75) / kw
}

/** The host's hours before, and the slope of the rises over them, times their mean over the height. */
const readHost = (days: readonly DayFeatures[], at: number, kind: number, kw: number) => {
  let sum = 0
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < HOURS.length; i++) {
    const value = medianOfKind(days, 0, at, kind, HOURS[i]!)
    profile[i] = value
    sum += value
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  const level = sum / HOURS.length
  let slope = 0
  let spread = 0
  for (let i = 0; i < HOURS.length; i++) {
    const above = profile[i]! - level
    slope += above * rises[i]!
    spread += above * above
  }
  return { growth: ((slope / spread) * level) / kw, hostShape: (high - low) / level }
}

const riseOf = (days: readonly DayFeatures[], at: number, kind: number, pick: Pick): number =>
  medianOfKind(days, at, days.length, kind, pick) - medianOfKind(days, 0, at, kind, pick)

/** Measures what a step brought, hour by hour and day of rest by day of rest. Unknown where it is no clear step. */
export const readAddedLoad = (
  days: readonly DayFeatures[],
  { at, kw: floorKw, clarity }: LevelStep,
): AddedLoad => {
  if (clarity <= SIGNS.stepClearFrom) return UNKNOWN
  const count = readRises(days, at)
  const kw = median(rises, count)
  if (!(kw > 0)) return UNKNOWN
  const n = days.length
  const kind = Number.isNaN(kindRises[0]!) ? 1 : 0
  const floorBetween = (from: number, to: number) => medianBetween(days, from, to, floor)
  return {
    kw,
    share: kw / medianBetween(days, at, n, mean),
    uneven: unevenness(kw, count),
    restGap: Math.abs(kindRises[0]! - kindRises[1]!) / kw,
    ...readHost(days, at, kind, kw),
    novel: 1 - (quantileBetween(days, 0, at, floor, 0.9) - floorBetween(0, at)) / floorKw,
    sudden: (floorBetween(at, Math.min(n, at + 3)) - floorBetween(Math.max(0, at - 3), at)) / floorKw,
    kept: (floorBetween(Math.max(at, n - 4), n) - floorBetween(Math.max(0, at - 7), at)) / floorKw,
    noise: (medianBetween(days, at, n, floorNoise) - medianBetween(days, 0, at, floorNoise)) / kw,
    tan: riseOf(days, at, kind, kvar) / riseOf(days, at, kind, mean),
    tanBefore: medianOfKind(days, 0, at, kind, kvar) / medianOfKind(days, 0, at, kind, mean),
  }
}
