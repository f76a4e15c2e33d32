import type { DayFeatures } from './day-features.ts'
import { type DetectorWindow, WINDOW_DAYS } from './detector.ts'
import { median, ramp } from './statistics.ts'

/** Thresholds on the curve. `…From` is where a sign begins to count, `…Full` where it counts fully. */
export const CURVE = {
  coverageLeast: 0.75,
  loadFromKw: 40,
  loadFullKw: 120,
  heatsFrom: 1.5,
  heatsFull: 4,
  cycleShortestMinutes: 25,
  cycleShortMinutes: 40,
  cycleLongMinutes: 200,
  cycleLongestMinutes: 290,
  heatDepthFrom: 0.35,
  heatDepthFull: 0.6,
  heatSpreadFrom: 0.2,
  heatSpreadFull: 0.1,
  ceilingShareFrom: 0.08,
  ceilingShareFull: 0.2,
  partialShareFrom: 0.22,
  partialShareFull: 0.38,
  nightCeilingShareFrom: 0.14,
  nightCeilingShareFull: 0.28,
  blockShortestHours: 2,
  blockShortHours: 4,
  blockLongHours: 11,
  blockLongestHours: 15,
  contrastFrom: 0.65,
  contrastFull: 0.4,
  nightOverWorkFrom: 1.3,
  nightOverWorkFull: 2.5,
  edgeFrom: 0.4,
  edgeFull: 0.7,
  roughnessFrom: 0.03,
  roughnessFull: 0.044,
  rippleDepthFrom: 0.075,
  rippleDepthFull: 0.115,
  idleFromHours: 1,
  idleFullHours: 5,
  idleLeastWeight: 0.65,
  daysBeforeFirst: 7,
  powerFactorFrom: 0.87,
  powerFactorFull: 0.94,
  powerFactorResistive: 0.98,
  powerFactorOne: 0.995,
  powerFactorLeastWeight: 0.5,
  powerFactorUnknownWeight: 0.9,
  powerFactorUnknownNightWeight: 0.8,
  activeDaysFull: 3,
  activeFrom: 0.5,
  runningFrom: 0.3,
  runningFull: 0.7,
  consistencyFrom: 0.3,
  consistencyFull: 0.6,
} as const

/** Deep, equal, flat-topped swings of 40 to 200 minutes: one crucible after the other. */
const deepHeats = (day: DayFeatures): number => {
  const deep =
    ramp(day.heats, CURVE.heatsFrom, CURVE.heatsFull) *
    ramp(day.heatDepth, CURVE.heatDepthFrom, CURVE.heatDepthFull)
  if (deep === 0) return 0
  return (
    deep *
    ramp(day.heatSpread, CURVE.heatSpreadFrom, CURVE.heatSpreadFull) *
    ramp(day.ceilingShare, CURVE.ceilingShareFrom, CURVE.ceilingShareFull) *
    ramp(day.partialShare, CURVE.partialShareFrom, CURVE.partialShareFull) *
    ramp(day.heatMinutes, CURVE.cycleShortestMinutes, CURVE.cycleShortMinutes) *
    ramp(day.heatMinutes, CURVE.cycleLongestMinutes, CURVE.cycleLongMinutes)
  )
}

/** What turns shares of the ceiling into shares of the load above its host. */
const aboveHost = ({ ceilingKw, offKw }: DayFeatures): number => ceilingKw / (ceilingKw - offKw)

/** A sharp-edged night block that ripples by the heat: one supply shared by two crucibles. */
const nightBlock = (day: DayFeatures): number => {
  const night = ramp(day.nightKw / day.workKw, CURVE.nightOverWorkFrom, CURVE.nightOverWorkFull)
  if (night === 0) return 0
  return (
    night *
    ramp(day.offKw / day.onKw, CURVE.contrastFrom, CURVE.contrastFull) *
    ramp(day.blockHours, CURVE.blockShortestHours, CURVE.blockShortHours) *
    ramp(day.blockHours, CURVE.blockLongestHours, CURVE.blockLongHours) *
    ramp(Math.max(day.riseSharpness, day.fallSharpness), CURVE.edgeFrom, CURVE.edgeFull) *
    ramp(day.ceilingShare, CURVE.nightCeilingShareFrom, CURVE.nightCeilingShareFull) *
    ramp(day.roughness * aboveHost(day), CURVE.roughnessFrom, CURVE.roughnessFull) *
    ramp(day.ripples, CURVE.heatsFrom, CURVE.heatsFull) *
    ramp(day.rippleDepth * aboveHost(day), CURVE.rippleDepthFrom, CURVE.rippleDepthFull)
  )
}

/** A rectifier at power: .93 to .985. Motors stand lower, heating elements at 1. */
const powerFactorWeight = ({ pfHigh }: DayFeatures, unknown: number): number => {
  if (Number.isNaN(pfHigh)) return unknown
  const fits =
    ramp(pfHigh, CURVE.powerFactorFrom, CURVE.powerFactorFull) *
    ramp(pfHigh, CURVE.powerFactorOne, CURVE.powerFactorResistive)
  return CURVE.powerFactorLeastWeight + (1 - CURVE.powerFactorLeastWeight) * fits
}

/** Pumps and compressors cycle around the clock; a furnace stands cold for some hours of the day. */
const idleWeight = ({ blockHours }: DayFeatures): number =>
  CURVE.idleLeastWeight +
  (1 - CURVE.idleLeastWeight) * ramp(24 - blockHours, CURVE.idleFromHours, CURVE.idleFullHours)

/** How much one day looks like melting, 0..1. */
export const meltingOf = (day: DayFeatures): number => {
  if (!(day.coverage >= CURVE.coverageLeast)) return 0
  const deep = deepHeats(day)
  const night = nightBlock(day)
  if (deep === 0 && night === 0) return 0
  return (
    Math.max(
      deep * powerFactorWeight(day, CURVE.powerFactorUnknownWeight),
      night * powerFactorWeight(day, CURVE.powerFactorUnknownNightWeight),
    ) *
    idleWeight(day) *
    ramp(day.onKw - day.offKw, CURVE.loadFromKw, CURVE.loadFullKw)
  )
}

/** What the window's curve says: the three best days count, as a campaign may stop for weeks. */
export interface FurnaceCurve {
  /** 0..1 */
  readonly strength: number
  readonly judgedDays: number
  /** Melting days among the days that carry a load of the same size, 0..1 */
  readonly consistency: number
  /** Median ceiling of the melting days, kW; NaN without one */
  readonly ceilingKw: number
  /** Days that look like melting */
  readonly activeDays: readonly DayFeatures[]
}

const melting = new Float64Array(WINDOW_DAYS)
const scratch = new Float64Array(WINDOW_DAYS)

const medianOf = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number => {
  for (let i = 0; i < days.length; i++) scratch[i] = pick(days[i]!)
  return median(scratch, days.length)
}

const excessKw = (day: DayFeatures): number => day.onKw - day.offKw

/**
 * Sum of the melting seen over the days that carried a swing of the size of a melting day, from a week before
 * the first one on: what the site did earlier says nothing of a furnace that came later.
 */
const consistencyOf = (days: readonly DayFeatures[], activeDays: readonly DayFeatures[]): number => {
  const usual = medianOf(activeDays, excessKw)
  let seen = 0
  let running = 0
  const from = Math.max(0, days.indexOf(activeDays[0]!) - CURVE.daysBeforeFirst)
  for (let i = from; i < days.length; i++) {
    if (!(days[i]!.coverage >= CURVE.coverageLeast)) continue
    seen += melting[i]!
    const sameSize = ramp(excessKw(days[i]!) / usual, CURVE.runningFrom, CURVE.runningFull)
    const longEnough = ramp(days[i]!.blockHours, CURVE.blockShortestHours, CURVE.blockShortHours)
    running += Math.max(melting[i]!, sameSize * longEnough)
  }
  return seen / running
}

/** Reads the window. */
export const readFurnaceCurve = ({ days }: DetectorWindow): FurnaceCurve => {
  let best = 0
  let second = 0
  let third = 0
  let judgedDays = 0
  const activeDays: DayFeatures[] = []
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    const share = meltingOf(day)
    melting[i] = share
    if (day.coverage >= CURVE.coverageLeast) judgedDays++
    if (share >= CURVE.activeFrom) activeDays.push(day)
    if (share > best) [best, second, third] = [share, best, second]
    else if (share > second) [second, third] = [share, second]
    else if (share > third) third = share
  }
  const consistency = activeDays.length === 0 ? 0 : consistencyOf(days, activeDays)
  const persistent = (best + second + third) / CURVE.activeDaysFull
  const strength = persistent * ramp(consistency, CURVE.consistencyFrom, CURVE.consistencyFull)
  const ceilingKw = medianOf(activeDays, day => day.ceilingKw)
  return { strength, judgedDays, consistency, ceilingKw, activeDays }
}
