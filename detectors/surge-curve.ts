import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import { medianOverDays } from './judgement.ts'
import { dayKwh, isKnownDay, knownDays, reachedBy } from './known-days.ts'
import { ramp, rampOr } from './statistics.ts'

/** Thresholds on the energy of days. `…From` is where a sign begins to count, `…Full` where it counts fully. */
export const CURVE = {
  recentDays: 7,
  sustainedDays: 5,
  earlierDaysLeast: 10,
  kindDaysLeast: 3,
  stillKwh: 12,
  ratioFrom: 1.8,
  ratioFull: 3.5,
  addedFromKwh: 150,
  addedFullKwh: 800,
  upperQuantile: 0.75,
  ranFrom: 1.15,
  ranFull: 1.5,
  useFrom: 0.05,
  useFull: 0.2,
  useUnknownWeight: 0.8,
} as const

/** How the last week stands to the weeks before it. Energies are those of days, kWh; NaN when not known. */
export interface SurgeCurve {
  readonly earlierDays: number
  readonly recent: readonly DayFeatures[]
  /** Median of the earlier days */
  readonly beforeKwh: number
  /** What three of four earlier days stay under */
  readonly upperKwh: number
  /** What five of the last seven days reach */
  readonly nowKwh: number
  /** The same over the median of the earlier days of a day's own kind, as a ratio and in kWh */
  readonly ratio: number
  readonly addedKwh: number
  /** 0..1 */
  readonly strength: number
}

const ROUNDING = 1.000001
/** Of the latest days, lowest first: what five of seven reach is the third of them. */
const lowest = new Float64Array(CURVE.recentDays - CURVE.sustainedDays + 1)

/** Keeps the lowest values there were, in order. */
const noteLow = (value: number): void => {
  let low = value
  for (let i = 0; i < lowest.length; i++) {
    const held = lowest[i]!
    if (low >= held) continue
    lowest[i] = low
    low = held
  }
}

/**
 * Whether so many earlier days stood as high, or so few are known, that the strength is surely 0, as it is on most days:
 * told from a few of them, with nothing allocated.
 */
export const stoodAsHigh = ({ days }: DetectorWindow): boolean => {
  const earlier = days.length - CURVE.recentDays
  if (earlier < CURVE.earlierDaysLeast) return true
  const asHighMost = Math.ceil((1 - CURVE.upperQuantile) * earlier)
  let recent = 0
  let asHigh = 0
  lowest.fill(Infinity)
  for (let i = days.length - 1; i >= 0; i--) {
    const day = days[i]!
    if (!isKnownDay(day)) continue
    const { meanKw } = day
    if (recent < CURVE.recentDays) {
      recent++
      noteLow(meanKw)
    } else if (meanKw * CURVE.ranFrom >= lowest.at(-1)! * ROUNDING && ++asHigh === asHighMost) return true
  }
  return false
}

/** Reads how far the last week stands above the point's own past. */
export const readSurgeCurve = ({ days, registry }: DetectorWindow): SurgeCurve => {
  const known = knownDays(days)
  const recent = known.slice(-CURVE.recentDays)
  const earlier = known.slice(0, -CURVE.recentDays)
  const usual = usualOf(earlier)
  const nowKwh = reachedBy(recent.map(dayKwh), CURVE.sustainedDays)
  const ratio = reachedBy(
    recent.map(day => dayKwh(day) / Math.max(CURVE.stillKwh, usual(day))),
    CURVE.sustainedDays,
  )
  const addedKwh = reachedBy(
    recent.map(day => dayKwh(day) - usual(day)),
    CURVE.sustainedDays,
  )
  const upperKwh = reachedBy(earlier.map(dayKwh), Math.ceil((1 - CURVE.upperQuantile) * earlier.length))
  const strength =
    earlier.length < CURVE.earlierDaysLeast
      ? 0
      : ramp(ratio, CURVE.ratioFrom, CURVE.ratioFull) *
        ramp(addedKwh, CURVE.addedFromKwh, CURVE.addedFullKwh) *
        ramp(nowKwh / Math.max(CURVE.stillKwh, upperKwh), CURVE.ranFrom, CURVE.ranFull) *
        useOf(nowKwh, registry.contractKva)
  const beforeKwh = medianOverDays(earlier, dayKwh)
  return { earlierDays: earlier.length, recent, beforeKwh, upperKwh, nowKwh, ratio, addedKwh, strength }
}

/** The median of earlier days of the same kind, working days or days of rest; of all where there are too few. */
const usualOf = (earlier: readonly DayFeatures[]): ((day: DayFeatures) => number) => {
  const all = medianOverDays(earlier, dayKwh)
  const [rest, work] = [true, false].map(isRest => {
    const kind = earlier.filter(({ dayKind }) => dayKind > 0 === isRest)
    return kind.length < CURVE.kindDaysLeast ? all : medianOverDays(kind, dayKwh)
  }) as [number, number]
  return ({ dayKind }) => (dayKind > 0 ? rest : work)
}

const useOf = (kwh: number, contractKva: number): number =>
  rampOr(
    CURVE.useUnknownWeight,
    contractKva > 0 ? kwh / 24 / contractKva : Number.NaN,
    CURVE.useFrom,
    CURVE.useFull,
  )
