import type { DayFeatures } from './day-features.ts'
import type { LevelStep } from './level-step.ts'
import { SIGNS } from './mining-thresholds.ts'
import { finite, median, quantile } from './statistics.ts'
import { columns, middle } from './window-columns.ts'
import { medianBetween, type Pick } from './window-medians.ts'

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

const LEAST_DAYS = 2
const SPANS = 8
/** Behind the eight spans of the day: mean kW and kvar. */
const MEAN = SPANS
const KVAR = SPANS + 1
const COLUMNS = SPANS + 2

const floorNoise: Pick = day => day.floorNoise * day.floorKw

/** Means by column of the days before and since, one pair for each kind of day. */
class Sides {
  readonly sums = [new Float64Array(COLUMNS), new Float64Array(COLUMNS)] as const
  readonly days = new Float64Array(2)
}
const KINDS = [new Sides(), new Sides()] as const
const rises = new Float64Array(2 * SPANS)
const kindRises = new Float64Array(2)
const distances = new Float64Array(2 * SPANS)

const addDay = (sums: Float64Array, day: DayFeatures): void => {
  sums[0]! += day.from00Kw
  sums[1]! += day.from03Kw
  sums[2]! += day.from06Kw
  sums[3]! += day.from09Kw
  sums[4]! += day.from12Kw
  sums[5]! += day.from15Kw
  sums[6]! += day.from18Kw
  sums[7]! += day.from21Kw
  sums[MEAN]! += day.meanKw
  sums[KVAR]! += day.meanKw * Math.sqrt(Math.max(0, 1 / (day.pfMean * day.pfMean) - 1))
}

const hasAllHours = (day: DayFeatures): boolean => {
  const sum = day.from00Kw + day.from03Kw + day.from06Kw + day.from09Kw + day.from12Kw
  const all = sum + day.from15Kw + day.from18Kw + day.from21Kw
  return all - all === 0
}

const readSides = (days: readonly DayFeatures[], at: number): void => {
  for (const { sums, days: counts } of KINDS) {
    sums[0].fill(0)
    sums[1].fill(0)
    counts.fill(0)
  }
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    if (!hasAllHours(day)) continue
    const kind = KINDS[columns.kind[i]!]!
    const side = i < at ? 0 : 1
    addDay(kind.sums[side]!, day)
    kind.days[side]!++
  }
}

const meanOf = ({ sums, days }: Sides, side: 0 | 1, column: number): number =>
  sums[side][column]! / days[side]!

/** Rise of each three hours, kind against kind; how many there are. */
const readRises = (): number => {
  let count = 0
  kindRises.fill(Number.NaN)
  for (let k = 0; k < KINDS.length; k++) {
    const kind = KINDS[k]!
    if (Math.min(kind.days[0]!, kind.days[1]!) < LEAST_DAYS) continue
    for (let i = 0; i < SPANS; i++) {
      rises[count + i] = meanOf(kind, 1, i) - meanOf(kind, 0, i)
      distances[i] = rises[count + i]!
    }
    kindRises[k] = median(distances, SPANS)
    count += SPANS
  }
  return count
}

const unevenness = (kw: number, count: number): number => {
  for (let i = 0; i < count; i++) distances[i] = Math.abs(rises[i]! - kw)
  return quantile(distances, count, 0.75) / kw
}

/** The host's hours before, and the slope of the rises over them, times their mean over the height. */
const readHost = (kind: Sides, kw: number) => {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  let level = 0
  for (let i = 0; i < SPANS; i++) {
    const value = meanOf(kind, 0, i)
    level += value / SPANS
    low = Math.min(low, value)
    high = Math.max(high, value)
  }
  let slope = 0
  let spread = 0
  for (let i = 0; i < SPANS; i++) {
    const above = meanOf(kind, 0, i) - level
    slope += above * rises[i]!
    spread += above * above
  }
  return { growth: ((slope / spread) * level) / kw, hostShape: (high - low) / level }
}

/** How the floor came to its height: new, at once, for good. */
const readRise = (n: number, { at, kw }: LevelStep) => {
  const floorBetween = (from: number, to: number) => middle(columns.floorKw, from, to)
  const before = floorBetween(0, at)
  return {
    novel: 1 - (middle(columns.floorKw, 0, at, 0.9) - before) / kw,
    sudden: (floorBetween(at, Math.min(n, at + 3)) - floorBetween(Math.max(0, at - 3), at)) / kw,
    kept: (floorBetween(Math.max(at, n - 4), n) - floorBetween(Math.max(0, at - 7), at)) / kw,
  }
}

/** Measures what a step brought, hour by hour and day of rest by day of rest. Unknown where it is no clear step. */
export const readAddedLoad = (days: readonly DayFeatures[], step: LevelStep): AddedLoad => {
  const { at, clarity } = step
  if (clarity <= SIGNS.stepClearFrom) return UNKNOWN
  const rise = readRise(days.length, step)
  if (!(rise.novel > SIGNS.stepNovelFrom && rise.sudden > SIGNS.stepCameFrom)) return UNKNOWN
  readSides(days, at)
  const count = readRises()
  const kw = median(rises, count)
  if (!(kw > 0)) return UNKNOWN
  const n = days.length
  const kind = KINDS[Number.isNaN(kindRises[0]!) ? 1 : 0]
  const risen = (column: number) => meanOf(kind, 1, column) - meanOf(kind, 0, column)
  return {
    ...rise,
    ...readHost(kind, kw),
    kw,
    share: kw / middle(columns.meanKw, at, n),
    uneven: unevenness(kw, count),
    restGap: Math.abs(kindRises[0]! - kindRises[1]!) / kw,
    noise: (medianBetween(days, at, n, floorNoise) - finite(medianBetween(days, 0, at, floorNoise))) / kw,
    tan: risen(KVAR) / risen(MEAN),
    tanBefore: meanOf(kind, 0, KVAR) / meanOf(kind, 0, MEAN),
  }
}
