import type { DayFeatures } from './day-features.ts'
import { type DetectorWindow, WINDOW_DAYS } from './detector.ts'
import { CURVE } from './mining-thresholds.ts'
import { readRegime } from './regime.ts'
import { median, ramp, rampOr } from './statistics.ts'

const scratch = new Float64Array(WINDOW_DAYS)
const levels = new Float64Array(WINDOW_DAYS)

const medianOf = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number => {
  let count = 0
  for (const day of days) {
    const value = pick(day)
    if (value - value === 0) scratch[count++] = value
  }
  return median(scratch, count)
}

const floor = (day: DayFeatures): number => day.floorKw
const mean = (day: DayFeatures): number => day.meanKw
const stepNoise = (day: DayFeatures): number => day.stepNoise
const floorNoise = (day: DayFeatures): number => day.floorNoise
const stuckShare = (day: DayFeatures): number => day.stuckShare
const spreadAbove = (day: DayFeatures): number => (day.p95Kw - day.medianKw) / day.medianKw
const fourHourRange = (day: DayFeatures): number => day.fourHourRange
const workOverNight = (day: DayFeatures): number => day.workKw / day.nightKw
const peakOverValley = (day: DayFeatures): number => day.peakKw / day.valleyKw
const valleyOverFlat = (day: DayFeatures): number => day.valleyKw / day.flatKw
const weakerEdge = (day: DayFeatures): number => Math.min(day.riseSharpness, day.fallSharpness)
const pfMean = (day: DayFeatures): number => day.pfMean
const pfHigh = (day: DayFeatures): number => day.pfHigh
const pfFloor = (day: DayFeatures): number => day.pfFloor

/** What the window's curve says of a constant load, alone or under a host. */
export interface MiningCurve {
  /** 0..1 */
  readonly strength: number
  readonly judgedDays: number
  /** Strength of the single signs, 0..1 */
  readonly alone: number
  readonly hidden: number
  readonly risen: number
  /** The days that stand near the latest floor */
  readonly days: readonly DayFeatures[]
  readonly levelKw: number
  readonly floorKw: number
  readonly drift: number
  readonly floorDrift: number
}

const powerFactorFit = (powerFactor: number): number =>
  ramp(powerFactor, CURVE.powerFactorFrom, CURVE.powerFactorFull) *
  ramp(powerFactor, CURVE.powerFactorOne, CURVE.powerFactorResistive)

const powerFactorWeight = (powerFactor: number, unknown: number = CURVE.powerFactorUnknownWeight): number =>
  Number.isNaN(powerFactor)
    ? unknown
    : CURVE.powerFactorLeastWeight + (1 - CURVE.powerFactorLeastWeight) * powerFactorFit(powerFactor)

/** Spread, steps and drift of the level the load runs at, whenever it runs. */
const runsEven = (days: readonly DayFeatures[], levelKw: number, drift: number): number => {
  const steady = ramp(drift, CURVE.driftFrom, CURVE.driftFull)
  const large = ramp(levelKw, CURVE.loadFromKw, CURVE.loadFullKw)
  if (steady === 0 || large === 0) return 0
  return (
    ramp(medianOf(days, spreadAbove), CURVE.levelSpreadFrom, CURVE.levelSpreadFull) *
    ramp(medianOf(days, stepNoise), CURVE.stepNoiseFrom, CURVE.stepNoiseFull) *
    steady *
    large *
    ramp(medianOf(days, stuckShare), CURVE.stuckShareFrom, CURVE.stuckShareFull)
  )
}

/** It runs at every hour alike: no shape over the day is left when days are laid over one another. */
const everyHour = (days: readonly DayFeatures[]): number => {
  const tilt = Math.max(
    Math.abs(medianOf(days, workOverNight) - 1),
    Math.abs(medianOf(days, peakOverValley) - 1),
  )
  return (
    ramp(medianOf(days, fourHourRange), CURVE.dayRangeFrom, CURVE.dayRangeFull) *
    ramp(tilt, CURVE.tiltFrom, CURVE.tiltFull)
  )
}

/** It runs at every hour alike but the dear ones, when it stops at once. */
const everyHourButPeak = (days: readonly DayFeatures[]): number =>
  ramp(medianOf(days, peakOverValley), CURVE.peakOffFrom, CURVE.peakOffFull) *
  ramp(Math.abs(medianOf(days, valleyOverFlat) - 1), CURVE.valleyFlatFrom, CURVE.valleyFlatFull) *
  ramp(medianOf(days, weakerEdge), CURVE.edgeFrom, CURVE.edgeFull)

/** The whole meter is the constant load. */
const standsAlone = (days: readonly DayFeatures[], levelKw: number, drift: number): number => {
  const even = runsEven(days, levelKw, drift)
  if (even === 0) return 0
  const powerFactor = medianOf(days, pfMean)
  return (
    even *
    Math.max(
      everyHour(days) * powerFactorWeight(powerFactor),
      everyHourButPeak(days) * powerFactorWeight(powerFactor, CURVE.powerFactorUnknownPeakOffWeight),
    )
  )
}

/** A host works over a floor that never moves and has a better power factor than the host. */
const hidesBelow = (days: readonly DayFeatures[], floorKw: number, floorDrift: number): number => {
  const steady = ramp(floorDrift, CURVE.floorDriftFrom, CURVE.floorDriftFull)
  const large = ramp(floorKw, CURVE.loadFromKw, CURVE.loadFullKw)
  if (steady === 0 || large === 0) return 0
  const still = steady * ramp(medianOf(days, floorNoise), CURVE.floorNoiseFrom, CURVE.floorNoiseFull)
  if (still === 0) return 0
  const share = floorKw / medianOf(days, mean)
  const factor = medianOf(days, pfFloor)
  const apart = rampOr(
    ramp(share, CURVE.floorLargeFrom, CURVE.floorLargeFull),
    factor - medianOf(days, pfHigh),
    CURVE.floorFactorLeadFrom,
    CURVE.floorFactorLeadFull,
  )
  return (
    still *
    ramp(share, CURVE.floorShareFrom, CURVE.floorShareFull) *
    large *
    powerFactorWeight(factor) *
    (CURVE.floorPlainWeight + (1 - CURVE.floorPlainWeight) * apart)
  )
}

/** The floor has stepped up against the days before its regime. */
const hasRisen = (earlier: readonly DayFeatures[], floorKw: number): number => {
  if (earlier.length < CURVE.earlierDaysLeast) return 0
  const before = medianOf(earlier, floor)
  return ramp((floorKw - before) / before, CURVE.riseFrom, CURVE.riseFull)
}

const persistence = (days: readonly DayFeatures[]): number =>
  ramp(days.length, CURVE.daysFrom, CURVE.daysFull)

const readAlone = (judged: readonly DayFeatures[]) => {
  for (let i = 0; i < judged.length; i++) levels[i] = judged[i]!.medianKw
  const { from, kw, drift } = readRegime(levels, judged.length)
  const days = judged.slice(from)
  return { levelKw: kw, drift, alone: standsAlone(days, kw, drift) * persistence(days) }
}

const readHidden = (judged: readonly DayFeatures[]) => {
  for (let i = 0; i < judged.length; i++) levels[i] = judged[i]!.floorKw
  const { from, kw, drift } = readRegime(levels, judged.length)
  const days = judged.slice(from)
  const hidden = hidesBelow(days, kw, drift) * persistence(days)
  const risen = hidden === 0 ? 0 : hidden * hasRisen(judged.slice(0, from), kw)
  return { days, floorKw: kw, floorDrift: drift, hidden, risen }
}

/** Reads the window. */
export const readMiningCurve = ({ days }: DetectorWindow): MiningCurve => {
  const judged = days.filter(day => day.coverage >= CURVE.coverageLeast)
  const whole = readAlone(judged)
  const part = readHidden(judged)
  const shape = Math.max(whole.alone, CURVE.hiddenWeight * part.hidden)
  const strength = 1 - (1 - shape) * (1 - CURVE.riseWeight * part.risen)
  return { strength, judgedDays: judged.length, ...whole, ...part }
}
