import type { DayFeatures } from './day-features.ts'
import { logistic, ramp } from './statistics.ts'

/** Where a sign begins to count (`…From`) and where it counts fully (`…Full`). */
export const SIGNS = {
  coverageLeast: 0.75,
  loadFromKw: 40,
  loadFullKw: 100,
  heatsFrom: 1.5,
  heatsFull: 3,
  cycleShortestMinutes: 25,
  cycleShortMinutes: 40,
  cycleLongMinutes: 200,
  cycleLongestMinutes: 290,
  rippleFrom: 0.03,
  rippleFull: 0.07,
  swingFrom: 0.25,
  swingFull: 0.5,
  evenFrom: 0.5,
  evenFull: 0.9,
  topFrom: 0.1,
  topFull: 0.4,
  stepsFrom: 0.2,
  stepsFull: 0.4,
  stepsMost: 0.8,
  stepsOnly: 0.95,
  climbFrom: 0,
  climbFull: 0.2,
  skewFrom: 0,
  skewFull: 0.3,
  nightFrom: 1,
  nightFull: 2.5,
  fallFrom: 0.45,
  fallFull: 0.9,
  riseFrom: 0.35,
  riseFull: 0.8,
  paceFromMinutes: 180,
  paceFullMinutes: 90,
  jitterFrom: 0.45,
  jitterFull: 0.1,
  powerFactorMotor: 0.83,
  powerFactorMid: 0.89,
  powerFactorRectifier: 0.94,
  powerFactorResistive: 0.985,
  powerFactorOne: 0.995,
} as const

/**
 * Log-odds that each sign of a day carries: a non-negative logistic regression (ridge 3e-4) of the days of 420
 * furnaces against the days with swings of 2,838 legal loads. Simulated: the population of test/evaluate, seed 1,
 * with 300 furnaces, and with a weight of .15 the look-alikes of test/detectors/support; no licensed melting.
 */
export const DAY_WEIGHTS = {
  even: 1.74,
  top: 0.21,
  steps: 0.46,
  climb: 0.82,
  skew: 1.24,
  night: 2.73,
  notMotor: 0.39,
  rectifier: 2.44,
  powerFactorUnknown: 1.33,
  fall: 1.49,
  rise: 0.54,
  pace: 2.61,
  regular: 1,
  dayBase: -9.31,
} as const

/** Depth of the heats as a share of the load above the host. */
export const relativeDepth = ({ heatDepth, heatTopKw, heatFloorKw, heatHostKw }: DayFeatures): number =>
  (heatDepth * (heatTopKw - heatFloorKw)) / (heatTopKw - heatHostKw)

/** Load above the host, kW. */
export const swingKw = ({ heatTopKw, heatHostKw }: DayFeatures): number => heatTopKw - heatHostKw

/** What must be there before other signs say anything: repeated swings of a furnace's size and pace, 0..1. */
const gateOf = (day: DayFeatures): number => {
  if (!(day.coverage >= SIGNS.coverageLeast && day.heats > SIGNS.heatsFrom)) return 0
  return (
    ramp(day.heatMinutes, SIGNS.cycleShortestMinutes, SIGNS.cycleShortMinutes) *
    ramp(day.heatMinutes, SIGNS.cycleLongestMinutes, SIGNS.cycleLongMinutes) *
    ramp(day.heats, SIGNS.heatsFrom, SIGNS.heatsFull) *
    ramp(day.heatDepth, SIGNS.swingFrom, SIGNS.swingFull) *
    ramp(swingKw(day), SIGNS.loadFromKw, SIGNS.loadFullKw) *
    ramp(relativeDepth(day), SIGNS.rippleFrom, SIGNS.rippleFull)
  )
}

/** Time on the way up: machines that are full on or off have none of it, and noise has nothing else. */
const stepsSign = ({ partialShare }: DayFeatures): number =>
  ramp(partialShare, SIGNS.stepsFrom, SIGNS.stepsFull) * ramp(partialShare, SIGNS.stepsOnly, SIGNS.stepsMost)

const shapeOdds = (day: DayFeatures): number =>
  DAY_WEIGHTS.even * ramp(day.heatDepth, SIGNS.evenFrom, SIGNS.evenFull) +
  DAY_WEIGHTS.top * ramp(day.ceilingShare, SIGNS.topFrom, SIGNS.topFull) +
  DAY_WEIGHTS.steps * stepsSign(day) +
  DAY_WEIGHTS.climb * ramp(day.climbMinutes / day.heatMinutes, SIGNS.climbFrom, SIGNS.climbFull) +
  DAY_WEIGHTS.skew * ramp(day.heatSkew, SIGNS.skewFrom, SIGNS.skewFull) +
  DAY_WEIGHTS.fall * ramp(day.heatFall, SIGNS.fallFrom, SIGNS.fallFull) +
  DAY_WEIGHTS.rise * ramp(day.heatRise, SIGNS.riseFrom, SIGNS.riseFull)

const timeOdds = (day: DayFeatures): number =>
  DAY_WEIGHTS.night * ramp(day.nightKw / day.workKw, SIGNS.nightFrom, SIGNS.nightFull) +
  DAY_WEIGHTS.pace * ramp(day.heatMinutes, SIGNS.paceFromMinutes, SIGNS.paceFullMinutes) +
  DAY_WEIGHTS.regular * ramp(day.heatJitter, SIGNS.jitterFrom, SIGNS.jitterFull)

/** A rectifier at power stands at .90 to .985; motors stand lower, heating elements at 1. */
const powerFactorOdds = ({ heatPf }: DayFeatures): number => {
  if (heatPf - heatPf !== 0) return DAY_WEIGHTS.powerFactorUnknown
  return (
    ramp(heatPf, SIGNS.powerFactorOne, SIGNS.powerFactorResistive) *
    (DAY_WEIGHTS.notMotor * ramp(heatPf, SIGNS.powerFactorMotor, SIGNS.powerFactorMid) +
      DAY_WEIGHTS.rectifier * ramp(heatPf, SIGNS.powerFactorMid, SIGNS.powerFactorRectifier))
  )
}

/** What a day's measures say by themselves: whether there is what must be, 0..1, and the log-odds of its signs. */
export const daySigns = (day: DayFeatures): { meltGate: number; meltOdds: number } => {
  const meltGate = gateOf(day)
  const meltOdds =
    meltGate > 0
      ? DAY_WEIGHTS.dayBase + shapeOdds(day) + timeOdds(day) + powerFactorOdds(day)
      : DAY_WEIGHTS.dayBase
  return { meltGate, meltOdds }
}

/** How much one day looks like melting, 0..1. */
export const meltingOf = ({ coverage, meltGate, meltOdds }: DayFeatures): number =>
  coverage >= SIGNS.coverageLeast && meltGate > 0 ? Math.min(1, meltGate) * logistic(meltOdds) : 0
