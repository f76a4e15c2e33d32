import type { DayFeatures } from './day-features.ts'
import { type DetectorWindow, WINDOW_DAYS } from './detector.ts'
import { LONGEST_INTERVAL_MINUTES } from './furnace-day.ts'
import { readDay, SIGNS, stepsSign, swingKw } from './furnace-signs.ts'
import { median, ramp } from './statistics.ts'

/** Thresholds on the window. */
export const CURVE = {
  activeFrom: 0.15,
  activeFull: 0.5,
  bestDays: 3,
  surest: 3,
  countFrom: 1,
  countFull: 6,
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
  /** How sure the best three days are; a campaign may stop for weeks */
  readonly best: number
  readonly count: number
  /** Melting days among the days that carried a load of the same size while it ran */
  readonly consistent: number
  /** The signs of all days that carried a load of the same size, not of the best alone */
  readonly pooled: number
  readonly climb: number
  readonly skew: number
  readonly steps: number
  /** Ceiling that is the same from day to day */
  readonly steady: number
  /** Power factor of a rectifier; NaN without kvar */
  readonly rectifier: number
  readonly size: number
  /** Median ceiling of the melting days, kW, and how far days stay off it; NaN without one */
  readonly ceilingKw: number
  readonly ceilingDrift: number
}

const gates = new Float64Array(WINDOW_DAYS)
const logOdds = new Float64Array(WINDOW_DAYS)
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

/** A probability as a share of the way from surely not to surely. */
const sureness = (melting: number): number =>
  ramp(Math.log((melting + 1e-4) / (1 - melting + 1e-4)), -CURVE.surest, CURVE.surest)

const NOTHING = {
  best: 0,
  count: 0,
  consistent: 0,
  pooled: 0,
  climb: 0,
  skew: 0,
  steps: 0,
  steady: 0,
  rectifier: 0,
  size: 0,
  ceilingKw: Number.NaN,
  ceilingDrift: Number.NaN,
}

const clamp = (value: number, least: number, most: number): number =>
  value > least ? Math.min(most, value) : least

/**
 * Signs pooled over the days, from shortly before the first melting day to shortly after the last, that carried a
 * load of the same size: choosing only the days that look right would make anything look right.
 */
const pool = (days: readonly DayFeatures[], first: number, last: number, usualKw: number) => {
  let seen = 0
  let running = 0
  let members = 0
  let odds = 0
  let climb = 0
  let skew = 0
  let steps = 0
  const to = Math.min(days.length - 1, last + CURVE.daysAfter)
  for (let i = Math.max(0, first - CURVE.daysBefore); i <= to; i++) {
    const day = days[i]!
    if (!(day.coverage >= SIGNS.coverageLeast)) continue
    const size = swingKw(day) / usualKw
    const weight = weights[i]!
    const same = Math.max(weight, ramp(size, CURVE.sameFrom, CURVE.sameFull))
    seen += weight
    running += same
    const member = Math.max(weight, same * gates[i]! * ramp(size, CURVE.sameTooMuch, CURVE.sameMost))
    if (!(member > 0)) continue
    members += member
    odds += member * ramp(logOdds[i]!, -CURVE.surest, CURVE.surest)
    climb += member * clamp(day.climbMinutes / day.heatMinutes, CURVE.pooledClimbLeast, CURVE.pooledClimbMost)
    skew += member * clamp(day.heatSkew, -1, 1)
    steps += member * stepsSign(day)
  }
  return {
    consistent: ramp(seen / running, CURVE.consistentFrom, CURVE.consistentFull),
    pooled: odds / members,
    climb: ramp(climb / members, SIGNS.climbFrom, SIGNS.climbFull),
    skew: ramp(skew / members, SIGNS.skewFrom, CURVE.pooledSkewFull),
    steps: steps / members,
  }
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
  let best = 0
  let second = 0
  let third = 0
  const activeDays: DayFeatures[] = []
  const likely: DayFeatures[] = []
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    if (isJudged(day)) judgedDays++
    const { gate, melting, logOdds: odds } = readDay(day)
    gates[i] = gate
    logOdds[i] = odds
    const weight = ramp(melting, CURVE.activeFrom, CURVE.activeFull)
    weights[i] = weight
    sum += weight
    if (weight > 0) likely.push(day)
    if (weight >= 0.5) activeDays.push(day)
    if (melting > best) [best, second, third] = [melting, best, second]
    else if (melting > second) [second, third] = [melting, second]
    else if (melting > third) third = melting
  }
  if (likely.length === 0) return { judgedDays, activeDays, ...NOTHING }
  const telling = activeDays.length > 0 ? activeDays : likely
  const first = days.indexOf(telling[0]!)
  const last = days.indexOf(telling.at(-1)!)
  return {
    judgedDays,
    activeDays,
    best: (sureness(best) + sureness(second) + sureness(third)) / CURVE.bestDays,
    count: ramp(sum, CURVE.countFrom, CURVE.countFull),
    ...pool(days, first, last, medianOf(telling, swingKw)),
    ...levelsOf(telling),
  }
}
