import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import { findLevelStep, type LevelStep } from './level-step.ts'
import { type AddedLoad, readAddedLoad } from './mining-step.ts'
import { SIGNS } from './mining-thresholds.ts'
import { columns, distance, fillColumns, middle, middleOfKind } from './window-columns.ts'
import { medianOf, type Pick, spreadAround } from './window-medians.ts'

const night: Pick = day => (day.from21Kw + day.from00Kw + day.from03Kw) / 3
const stepNoise: Pick = day => day.stepNoise
const stuckShare: Pick = day => day.stuckShare
const valleyOverFlat: Pick = day => day.valleyKw / day.flatKw
const nightSpread: Pick = ({ from21Kw, from00Kw, from03Kw }) =>
  Math.max(from21Kw, from00Kw, from03Kw) - Math.min(from21Kw, from00Kw, from03Kw)
const dropTan: Pick = day => day.peakDropKvar / day.peakDropKw
const tanOf = (powerFactor: number): number => Math.sqrt(Math.max(0, 1 / (powerFactor * powerFactor) - 1))
const meanTan: Pick = day => tanOf(day.pfMean)
const lineSlope: Pick = day => day.kvarSlope
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
  /** kvar per kW */
  readonly tan: number
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
  readonly step: LevelStep
  readonly added: AddedLoad
  readonly flat: FlatLoad
  readonly drop: PeakDrop
  readonly floor: Floor
  readonly hidden: HiddenFactor
}

/** Days [from, to) of the columns. */
interface Span {
  readonly from: number
  readonly to: number
}

const gapAtRest = (column: Float64Array, { from, to }: Span): number =>
  Math.abs(middleOfKind(column, from, to, 1) / middleOfKind(column, from, to, 0) - 1)

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

const notFlat = (spread: number): FlatLoad => ({
  spread,
  noise: Number.NaN,
  stuck: Number.NaN,
  shape: Number.NaN,
  cooling: Number.NaN,
  restDip: Number.NaN,
  drift: Number.NaN,
  tan: Number.NaN,
})

const readFlat = (days: readonly DayFeatures[], span: Span): FlatLoad => {
  const { from, to } = span
  const above = middle(columns.above, from, to)
  if (!(above < SIGNS.spreadFrom)) return notFlat(above)
  const spread = Math.max(above, middle(columns.below, from, to))
  if (!(spread < SIGNS.spreadFrom)) return notFlat(spread)
  const level = medianOf(days, night)
  const { shape, cooling } = readShape(days)
  return {
    spread,
    noise: medianOf(days, stepNoise),
    stuck: medianOf(days, stuckShare),
    shape,
    cooling,
    restDip: gapAtRest(columns.meanKw, span),
    drift: spreadAround(days, night, level) / level,
    tan: medianOf(days, meanTan),
  }
}

const noDrop = (kw: number, share: number): PeakDrop => ({
  kw,
  share,
  spread: Number.NaN,
  restGap: Number.NaN,
  tan: Number.NaN,
  valleyLead: Number.NaN,
  nightGap: Number.NaN,
})

/**
 * The latest days with a drop of one size: looking back, they end where three in a row stand elsewhere, so that what was
 * before somebody began to save the dear hours does not count.
 */
const latestDrops = ({ from, to }: Span): Span => {
  const column = columns.peakDropKw
  const now = middle(column, Math.max(from, to - SIGNS.dropLatestDays), to)
  let start = to
  let elsewhere = 0
  for (let i = to - 1; i >= from && elsewhere < SIGNS.dropBreakDays; i--) {
    const isNear = Math.abs(column[i]! - now) <= SIGNS.dropBand * now
    elsewhere = isNear ? 0 : elsewhere + 1
    if (isNear) start = i
  }
  return to - start >= SIGNS.dropLatestDays ? { from: start, to } : { from, to }
}

const readDrop = (all: readonly DayFeatures[], within: Span, meanKw: number): PeakDrop => {
  const span = latestDrops(within)
  const { from, to } = span
  const days = from > within.from ? all.slice(from - within.from) : all
  const kw = middle(columns.peakDropKw, from, to)
  const share = kw / meanKw
  if (!(share > SIGNS.dropShareFrom)) return noDrop(kw, share)
  return {
    kw,
    share,
    spread: distance(columns.peakDropKw, from, to, kw, 0.8) / kw,
    restGap: gapAtRest(columns.peakDropKw, span),
    tan: medianOf(days, dropTan),
    valleyLead: medianOf(days, valleyOverFlat) - 1,
    nightGap: medianOf(days, nightSpread) / kw,
  }
}

/** A floor too noisy for a mine is not read further, unless a better factor is hidden in it. */
const readFloor = (span: Span, meanKw: number, hidden: HiddenFactor): Floor => {
  const { from, to } = span
  const kw = middle(columns.floorKw, from, to)
  const noise = middle(columns.floorNoise, from, to)
  const further = noise < SIGNS.floorNoiseFrom || hidden.share > SIGNS.lineShareFrom
  return {
    kw,
    noise,
    tan: middle(columns.floorTan, from, to),
    share: kw / meanKw,
    drift: further ? distance(columns.floorKw, from, to, kw, 0.8) / kw : Number.NaN,
    restGap: further ? gapAtRest(columns.floorKw, span) : Number.NaN,
  }
}

/** tan φ of a mine lies near .22 (.976): what the line's height at 0 kW says of its size. */
const MINE_TAN = 0.22

const readHidden = (days: readonly DayFeatures[], { from, to }: Span, spread: number): HiddenFactor => {
  if (!(spread > SIGNS.lineHostFrom)) return { share: Number.NaN, fit: Number.NaN, slope: Number.NaN }
  const height = middle(columns.lineHeight, from, to)
  if (!(height < 0)) return { share: 0, fit: Number.NaN, slope: Number.NaN }
  const slope = medianOf(days, lineSlope)
  const apart = Math.max(SIGNS.lineSlopeLeast, slope - MINE_TAN)
  return { share: -height / apart, fit: medianOf(days, lineFit), slope }
}

const isJudged = (day: DayFeatures): boolean =>
  day.coverage >= SIGNS.coverageLeast && day.intervalMinutes < 1440

/** Reads the window. */
export const readMiningCurve = ({ days: all }: DetectorWindow): MiningCurve => {
  const judged = all.every(isJudged) ? all : all.filter(isJudged)
  fillColumns(judged)
  const step = findLevelStep(columns.floorKw, judged.length)
  const span = { from: step.clarity > SIGNS.regimeClearness ? step.at : 0, to: judged.length }
  const days = span.from > 0 ? judged.slice(span.from) : judged
  const meanKw = middle(columns.meanKw, span.from, span.to)
  const flat = readFlat(days, span)
  const hidden = readHidden(days, span, flat.spread)
  return {
    judged,
    days,
    meanKw,
    step,
    added: readAddedLoad(judged, step),
    flat,
    drop: readDrop(days, span, meanKw),
    floor: readFloor(span, meanKw, hidden),
    hidden,
  }
}
