import type { DayFeatures } from './day-features.ts'
import { type DetectorWindow, WINDOW_DAYS } from './detector.ts'
import { LONGEST_INTERVAL_MINUTES } from './furnace-day.ts'
import { meltingOf, SIGNS, swingKw } from './furnace-signs.ts'
import { median, ramp } from './statistics.ts'

/** Thresholds on the window. */
export const CURVE = {
  activeFrom: 0.15,
  activeFull: 0.5,
  surest: 3,
  enoughFrom: 1,
  enoughFull: 2,
  daysBefore: 3,
  daysAfter: 5,
  sameFrom: 0.4,
  sameFull: 0.75,
  sameMost: 1.4,
  sameTooMuch: 2,
  consistentFrom: 0.2,
  consistentFull: 0.7,
  pooledSkewFull: 0.25,
  pooledClimbLeast: -0.3,
  pooledClimbMost: 0.5,
  noiseDepth: 0.55,
  noiseJitter: 0.36,
  noiseTop: 0.17,
  noisePartial: 0.86,
  noiseSpan: 0.2,
  orderedFrom: 0.05,
  orderedFull: 0.3,
  switchedDepthFrom: 0.9,
  switchedTopFrom: 0.6,
  switchedTopFull: 0.85,
  switchedPartialFrom: 0.4,
  switchedPartialFull: 0.15,
  switchedRiseFrom: 0.9,
  noisyFrom: 0.85,
  noisyFull: 1.15,
  heatsFrom: 6,
  heatsFull: 30,
  heatsADayFrom: 3,
  heatsADayFull: 6,
  heatsADayMost: 8,
  steadyFrom: 0.06,
  steadyFull: 0.01,
  steadyLeastDays: 3,
  steadyUnknown: 0.3,
  windowMotor: 0.86,
  windowRectifier: 0.9,
  sizeFromKw: 20_000,
  sizeFullKw: 8_000,
} as const

/** What the window's curve says, each 0..1 unless a unit is named. */
export interface FurnaceCurve {
  readonly judgedDays: number
  /** Days that look like melting */
  readonly activeDays: readonly DayFeatures[]
  /** More than one night */
  readonly enough: number
  /** Melting days among the days that carried a load of the same size while it ran */
  readonly consistent: number
  /** The signs of all days that carried a load of the same size, not of the best alone */
  readonly pooled: number
  readonly climb: number
  readonly skew: number
  /** How far the swings are from those that noise makes */
  readonly ordered: number
  /** Like machines that are full on or off */
  readonly switched: number
  /** Without pace, and always on the way: as noise */
  readonly noisy: number
  /** Heats there were in all, and on a day */
  readonly heats: number
  readonly heatsADay: number
  /** Ceiling that is the same from day to day */
  readonly steady: number
  /** Power factor of a rectifier; NaN without kvar */
  readonly rectifier: number
  readonly size: number
  /** Median ceiling of the melting days, kW, and how far days stay off it; NaN without one */
  readonly ceilingKw: number
  readonly ceilingDrift: number
}

const weights = new Float64Array(WINDOW_DAYS)
const scratch = new Float64Array(WINDOW_DAYS)

const medianOf = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number => {
  let count = 0
  for (const day of days) {
    const value = pick(day)
    if (value - value === 0) scratch[count++] = value
  }
  return median(scratch, count)
}

const NOTHING = {
  enough: 0,
  consistent: 0,
  pooled: 0,
  climb: 0,
  skew: 0,
  ordered: 0,
  switched: 0,
  noisy: 0,
  heats: 0,
  heatsADay: 0,
  steady: 0,
  rectifier: 0,
  size: 0,
  ceilingKw: Number.NaN,
  ceilingDrift: Number.NaN,
}

const clamp = (value: number, least: number, most: number): number =>
  value > least ? Math.min(most, value) : least

/** Means over the days of a pool; reused by the next one. */
export const means = {
  seen: 0,
  running: 0,
  members: 0,
  odds: 0,
  climb: 0,
  skew: 0,
  depth: 0,
  jitter: 0,
  top: 0,
  partial: 0,
  rise: 0,
  heats: 0,
}

const clear = (): void => {
  for (const name of Object.keys(means) as (keyof typeof means)[]) means[name] = 0
}

const addMember = (day: DayFeatures, weight: number): void => {
  means.members += weight
  means.odds += weight * ramp(day.meltOdds, -CURVE.surest, CURVE.surest)
  means.climb +=
    weight * clamp(day.climbMinutes / day.heatMinutes, CURVE.pooledClimbLeast, CURVE.pooledClimbMost)
  means.skew += weight * clamp(day.heatSkew, -1, 1)
  means.depth += weight * clamp(day.heatDepth, 0, 1)
  means.jitter += weight * clamp(day.heatJitter, 0, 1)
  means.top += weight * clamp(day.ceilingShare, 0, 1)
  means.partial += weight * clamp(day.partialShare, 0, 1)
  means.rise += weight * clamp(day.heatRise, 0, 1)
  means.heats += weight * clamp(day.heats, 0, CURVE.heatsADayMost)
}

/**
 * Signs pooled over the days, from shortly before the first melting day to shortly after the last, that carried a
 * load of the same size: choosing only the days that look right would make anything look right.
 */
const pool = (days: readonly DayFeatures[], first: number, last: number, usualKw: number) => {
  clear()
  const to = Math.min(days.length - 1, last + CURVE.daysAfter)
  for (let i = Math.max(0, first - CURVE.daysBefore); i <= to; i++) {
    const day = days[i]!
    if (!(day.coverage >= SIGNS.coverageLeast)) continue
    const size = swingKw(day) / usualKw
    const weight = weights[i]!
    const same = Math.max(weight, ramp(size, CURVE.sameFrom, CURVE.sameFull))
    means.seen += weight
    means.running += same
    const member = Math.max(
      weight,
      same * clamp(day.meltGate, 0, 1) * ramp(size, CURVE.sameTooMuch, CURVE.sameMost),
    )
    if (member > 0) addMember(day, member)
  }
  return pooledSigns()
}

const pooledSigns = () => {
  const { members } = means
  return {
    consistent: ramp(means.seen / means.running, CURVE.consistentFrom, CURVE.consistentFull),
    pooled: means.odds / members,
    climb: ramp(means.climb / members, SIGNS.climbFrom, SIGNS.climbFull),
    skew: ramp(means.skew / members, SIGNS.skewFrom, CURVE.pooledSkewFull),
    ordered: orderedSign(),
    switched: switchedSign(),
    noisy: ramp((means.partial + means.jitter) / members, CURVE.noisyFrom, CURVE.noisyFull),
    heats: ramp(Math.log(means.heats), Math.log(CURVE.heatsFrom), Math.log(CURVE.heatsFull)),
    heatsADay: ramp(means.heats / members, CURVE.heatsADayFrom, CURVE.heatsADayFull),
  }
}

/**
 * Noise makes swings too, of much the same kind whatever its size and memory: depth .55 of the spread, pace off by
 * .36, .17 of the time at the top, .86 on the way (own simulation).
 */
const orderedSign = (): number => {
  const { members, depth, jitter, top, partial } = means
  const away =
    depth / members -
    CURVE.noiseDepth +
    (CURVE.noiseJitter - jitter / members) +
    (top / members - CURVE.noiseTop) +
    (CURVE.noisePartial - partial / members)
  return ramp(away / (4 * CURVE.noiseSpan), CURVE.orderedFrom, CURVE.orderedFull)
}

/** Deeper, flatter, with less between and sharper than heats: pumps, presses, mills and thermostats. */
const switchedSign = (): number => {
  const { members, depth, top, partial, rise } = means
  return (
    (ramp(depth / members, CURVE.switchedDepthFrom, 1) +
      ramp(top / members, CURVE.switchedTopFrom, CURVE.switchedTopFull) +
      ramp(partial / members, CURVE.switchedPartialFrom, CURVE.switchedPartialFull) +
      ramp(rise / members, CURVE.switchedRiseFrom, 1)) /
    4
  )
}

const rectifierOf = (days: readonly DayFeatures[]): number => {
  const factor = medianOf(days, ({ heatPf }) => heatPf)
  if (Number.isNaN(factor)) return Number.NaN
  return (
    ramp(factor, CURVE.windowMotor, CURVE.windowRectifier) *
    ramp(factor, SIGNS.powerFactorOne, SIGNS.powerFactorResistive)
  )
}

/** Levels of the days that count: those half sure at least, or when there is none all that are somewhat sure. */
const levelsOf = (days: readonly DayFeatures[]) => {
  const ceilingKw = medianOf(days, ({ heatTopKw }) => heatTopKw)
  const ceilingDrift = medianOf(days, ({ heatTopKw }) => Math.abs(heatTopKw - ceilingKw)) / ceilingKw
  return {
    ceilingKw,
    ceilingDrift,
    steady:
      days.length < CURVE.steadyLeastDays
        ? CURVE.steadyUnknown
        : ramp(ceilingDrift, CURVE.steadyFrom, CURVE.steadyFull),
    rectifier: rectifierOf(days),
    size: ramp(ceilingKw, CURVE.sizeFromKw, CURVE.sizeFullKw),
  }
}

const isJudged = ({ coverage, intervalMinutes }: DayFeatures): boolean =>
  coverage >= SIGNS.coverageLeast && intervalMinutes <= LONGEST_INTERVAL_MINUTES

/** Reads the window. */
export const readFurnaceCurve = ({ days }: DetectorWindow): FurnaceCurve => {
  let judgedDays = 0
  let sum = 0
  const activeDays: DayFeatures[] = []
  const likely: DayFeatures[] = []
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    if (isJudged(day)) judgedDays++
    const weight = ramp(meltingOf(day), CURVE.activeFrom, CURVE.activeFull)
    weights[i] = weight
    sum += weight
    if (weight > 0) likely.push(day)
    if (weight >= 0.5) activeDays.push(day)
  }
  if (likely.length === 0) return { judgedDays, activeDays, ...NOTHING }
  const telling = activeDays.length > 0 ? activeDays : likely
  const first = days.indexOf(telling[0]!)
  const last = days.indexOf(telling.at(-1)!)
  return {
    judgedDays,
    activeDays,
    enough: ramp(sum, CURVE.enoughFrom, CURVE.enoughFull),
    ...pool(days, first, last, medianOf(telling, swingKw)),
    ...levelsOf(telling),
  }
}
