import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import { findLevelStep, type LevelStep } from './level-step.ts'
import { type AddedLoad, readAddedLoad } from './mining-step.ts'
import { SIGNS } from './mining-thresholds.ts'
import { medianOf, medianOfKind, type Pick, spreadAround } from './window-medians.ts'

const mean: Pick = day => day.meanKw
const floor: Pick = day => day.floorKw
const night: Pick = day => day.from03Kw
const upperSpread: Pick = day => (day.p95Kw - day.medianKw) / day.medianKw
const lowerSpread: Pick = day => (day.medianKw - day.p05Kw) / day.medianKw
const stepNoise: Pick = day => day.stepNoise
const floorNoise: Pick = day => day.floorNoise
const stuckShare: Pick = day => day.stuckShare
const valleyOverFlat: Pick = day => day.valleyKw / day.flatKw
const nightSpread: Pick = ({ from21Kw, from00Kw, from03Kw }) =>
  Math.max(from21Kw, from00Kw, from03Kw) - Math.min(from21Kw, from00Kw, from03Kw)
const peakDrop: Pick = day => day.peakDropKw
const dropTan: Pick = day => day.peakDropKvar / day.peakDropKw
const tanOf = (powerFactor: number): number => Math.sqrt(Math.max(0, 1 / (powerFactor * powerFactor) - 1))
const meanTan: Pick = day => tanOf(day.pfMean)
const floorTan: Pick = day => tanOf(day.pfFloor)
const lineSlope: Pick = day => day.kvarSlope
const lineZero: Pick = day => day.zeroKvar / day.meanKw
const lineFit: Pick = day => day.kvarFit

/** Angles of the middles of the three-hour spans against the warmest hour, 15:00. */
const WARMTH = Array.from({ length: 8 }, (_, span) => Math.cos(((3 * span + 1.5 - 15) / 24) * 2 * Math.PI))
const SPANS: readonly Pick[] = [
  day => day.from00Kw / day.meanKw,
  day => day.from03Kw / day.meanKw,
  day => day.from06Kw / day.meanKw,
  day => day.from09Kw / day.meanKw,
  day => day.from12Kw / day.meanKw,
  day => day.from15Kw / day.meanKw,
  day => day.from18Kw / day.meanKw,
  day => day.from21Kw / day.meanKw,
]

/** The whole load as one level. Shares of it. */
export interface FlatLoad {
  readonly spread: number
  readonly noise: number
  readonly stuck: number
  /** What is left of the day's shape when a wave that is warmest at 15:00 is taken out */
  readonly shape: number
  /** Height of that wave */
  readonly cooling: number
  /** How far the days of rest stand from working days */
  readonly restDip: number
  /** How far nights stand from their median */
  readonly drift: number
}

/** What stands lower in the peak hours, day by day. */
export interface PeakDrop {
  readonly kw: number
  readonly share: number
  readonly spread: number
  readonly restGap: number
  readonly tan: number
  /** Valley over flat hours, less 1: above 0 something charges or heats */
  readonly valleyLead: number
  /** How far the three-hour means from 21:00 to 06:00 stand apart, over the drop */
  readonly nightGap: number
}

/** The floor under the load. */
export interface Floor {
  readonly kw: number
  readonly share: number
  readonly noise: number
  readonly drift: number
  readonly restGap: number
  readonly tan: number
}

/** A better power factor hidden in a worse one, by the line of kvar over kW. */
export interface HiddenFactor {
  /** Size of the load that would move the line so, over the mean power */
  readonly share: number
  readonly fit: number
  /** kvar per kW of the load that moves */
  readonly slope: number
}

/** What the window says of a constant load, alone or under a host. NaN where it was not measured. */
export interface MiningCurve {
  readonly judged: readonly DayFeatures[]
  /** The days since the step, when it is clear; else all */
  readonly days: readonly DayFeatures[]
  readonly meanKw: number
  readonly tan: number
  readonly step: LevelStep
  readonly added: AddedLoad
  readonly flat: FlatLoad
  readonly drop: PeakDrop
  readonly floor: Floor
  readonly hidden: HiddenFactor
}

const gapAtRest = (days: readonly DayFeatures[], pick: Pick): number => {
  const n = days.length
  return Math.abs(medianOfKind(days, 0, n, 1, pick) / medianOfKind(days, 0, n, 0, pick) - 1)
}

const profile = new Float64Array(SPANS.length)

const readShape = (days: readonly DayFeatures[]) => {
  let wave = 0
  for (let i = 0; i < SPANS.length; i++) {
    profile[i] = medianOf(days, SPANS[i]!)
    wave += (profile[i]! * WARMTH[i]!) / 4
  }
  const cooling = Math.max(0, wave)
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < SPANS.length; i++) {
    const left = profile[i]! - cooling * WARMTH[i]!
    low = Math.min(low, left)
    high = Math.max(high, left)
  }
  return { shape: high - low, cooling }
}

const NOT_FLAT = {
  noise: Number.NaN,
  stuck: Number.NaN,
  shape: Number.NaN,
  cooling: Number.NaN,
  restDip: Number.NaN,
  drift: Number.NaN,
}

const readFlat = (days: readonly DayFeatures[]): FlatLoad => {
  const spread = Math.max(medianOf(days, upperSpread), medianOf(days, lowerSpread))
  if (!(spread < SIGNS.spreadFrom)) return { spread, ...NOT_FLAT }
  const level = medianOf(days, night)
  return {
    spread,
    noise: medianOf(days, stepNoise),
    stuck: medianOf(days, stuckShare),
    ...readShape(days),
    restDip: gapAtRest(days, mean),
    drift: spreadAround(days, night, level) / level,
  }
}

const NO_DROP = {
  spread: Number.NaN,
  restGap: Number.NaN,
  tan: Number.NaN,
  valleyLead: Number.NaN,
  nightGap: Number.NaN,
}

const readDrop = (days: readonly DayFeatures[], meanKw: number): PeakDrop => {
  const kw = medianOf(days, peakDrop)
  const share = kw / meanKw
  if (!(share > SIGNS.dropShareFrom)) return { kw, share, ...NO_DROP }
  return {
    kw,
    share,
    spread: spreadAround(days, peakDrop, kw) / kw,
    restGap: gapAtRest(days, peakDrop),
    tan: medianOf(days, dropTan),
    valleyLead: medianOf(days, valleyOverFlat) - 1,
    nightGap: medianOf(days, nightSpread) / kw,
  }
}

const readFloor = (days: readonly DayFeatures[], meanKw: number): Floor => {
  const kw = medianOf(days, floor)
  const noise = medianOf(days, floorNoise)
  const tan = medianOf(days, floorTan)
  const share = kw / meanKw
  return { kw, noise, tan, share, drift: spreadAround(days, floor, kw) / kw, restGap: gapAtRest(days, floor) }
}

/** tan φ of a mine lies near .22 (.976): what the line's height at 0 kW says of its size. */
const MINE_TAN = 0.22

const readHidden = (days: readonly DayFeatures[]): HiddenFactor => {
  const slope = medianOf(days, lineSlope)
  const apart = Math.max(SIGNS.lineSlopeLeast, slope - MINE_TAN)
  return { share: -medianOf(days, lineZero) / apart, fit: medianOf(days, lineFit), slope }
}

const isJudged = (day: DayFeatures): boolean =>
  day.coverage >= SIGNS.coverageLeast && day.intervalMinutes < 1440

/** Reads the window. */
export const readMiningCurve = ({ days: all }: DetectorWindow): MiningCurve => {
  const judged = all.filter(isJudged)
  const step = findLevelStep(judged, floor)
  const days = step.clarity > SIGNS.regimeClearness ? judged.slice(step.at) : judged
  const meanKw = medianOf(days, mean)
  return {
    judged,
    days,
    meanKw,
    tan: medianOf(days, meanTan),
    step,
    added: readAddedLoad(judged, step),
    flat: readFlat(days),
    drop: readDrop(days, meanKw),
    floor: readFloor(days, meanKw),
    hidden: readHidden(days),
  }
}
