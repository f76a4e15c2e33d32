import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import { medianOverDays } from './judgement.ts'
import { dayKwh, knownDays, reachedBy, topKw } from './known-days.ts'
import { ramp } from './statistics.ts'

/** Thresholds on the curve. `…From` is where a sign begins to count, `…Full` where it counts fully. */
export const CURVE = {
  activeShare: 0.3,
  halfDays: 14,
  halfDaysLeast: 7,
  sustainedShare: 0.7,
  useFrom: 1.12,
  useFull: 1.4,
  growthFrom: 1.3,
  growthFull: 1.8,
  topGrowthFrom: 1.15,
  topGrowthFull: 1.4,
  growthWeight: 0.62,
  growthUseFrom: 0.95,
  growthUseFull: 1.1,
  hoursFrom: 580,
  hoursFull: 700,
  hoursWeight: 0.62,
  hoursPerMonth: 730,
  /** Furnace, holding and auxiliaries of a foundry; 600-700 in practice */
  kwhPerTonne: 650,
  tonnesFrom: 1.35,
  tonnesFull: 1.8,
  tonnesDaysLeast: 25,
  daysPerYear: 365,
} as const

/** A licensed foundry beside what it may and what it was. NaN where it is not known. */
export interface LicenceCurve {
  readonly activeDays: number
  /** The latest active days that everything is taken from */
  readonly recent: readonly DayFeatures[]
  /** The top that seven of ten of them reach, kW, and its share of the contract capacity */
  readonly topKw: number
  readonly use: number
  /** Energy and top of the latest active days over those of the window's first ones */
  readonly growth: number
  readonly topGrowth: number
  readonly beforeKwh: number
  readonly nowKwh: number
  /** kWh per contract kVA and month */
  readonly hours: number
  /** What its energy above the floor would melt in a year, t, and over the licence */
  readonly tonnes: number
  readonly tonnesShare: number
  /** 0..1 */
  readonly strength: number
}

/** Reads how far a foundry's melting stands above capacity, licence and its own past. */
export const readLicenceCurve = ({ days, registry }: DetectorWindow): LicenceCurve => {
  const known = knownDays(days)
  const active = activeOf(known)
  const recent = active.slice(-CURVE.halfDays)
  const top = reachedBy(
    recent.map(day => topKw(day)),
    Math.ceil(CURVE.sustainedShare * recent.length),
  )
  const first = active.slice(0, Math.min(CURVE.halfDays, Math.floor(active.length / 2)))
  const last = active.slice(-first.length)
  const isKnown = first.length >= CURVE.halfDaysLeast
  const [beforeKwh, nowKwh] = [medianOverDays(first, dayKwh), medianOverDays(recent, dayKwh)]
  const over = (pick: (day: DayFeatures) => number): number =>
    isKnown ? medianOverDays(last, pick) / medianOverDays(first, pick) : Number.NaN
  const { contractKva, licensedTonnesPerYear = 0 } = registry
  const meanKw = known.reduce((sum, day) => sum + day.meanKw, 0) / known.length
  const tonnes = known.length < CURVE.tonnesDaysLeast ? Number.NaN : tonnesOf(known)
  const measured = {
    use: contractKva > 0 && recent.length >= CURVE.halfDaysLeast ? top / contractKva : Number.NaN,
    growth: over(dayKwh),
    topGrowth: over(topKw),
    hours: contractKva > 0 ? (meanKw * CURVE.hoursPerMonth) / contractKva : Number.NaN,
    tonnesShare: licensedTonnesPerYear > 0 ? tonnes / licensedTonnesPerYear : Number.NaN,
  }
  const activeDays = active.length
  return {
    activeDays,
    recent,
    topKw: top,
    beforeKwh,
    nowKwh,
    tonnes,
    ...measured,
    strength: strengthOf(measured),
  }
}

/** Days on which it worked: those of a third of its usual energy and more. */
const activeOf = (known: readonly DayFeatures[]): DayFeatures[] => {
  const usual = reachedBy(known.map(dayKwh), Math.ceil(known.length / 4))
  return known.filter(day => usual > 0 && dayKwh(day) >= CURVE.activeShare * usual)
}

/** Tonnes a year: energy above the floor over what a tonne takes. A day of registers tells no floor. */
const tonnesOf = (known: readonly DayFeatures[]): number => {
  const kwh = known.reduce(
    (sum, day) => sum + Math.max(0, dayKwh(day) - 24 * (day.floorKw > 0 ? day.floorKw : 0)),
    0,
  )
  return ((kwh / known.length) * CURVE.daysPerYear) / CURVE.kwhPerTonne
}

/** Capacity and tonnage speak for themselves; growth and long hours are lawful unless they meet capacity too. */
const strengthOf = ({
  use,
  growth,
  topGrowth,
  hours,
  tonnesShare,
}: Pick<LicenceCurve, 'use' | 'growth' | 'topGrowth' | 'hours' | 'tonnesShare'>): number => {
  const grown =
    ramp(growth, CURVE.growthFrom, CURVE.growthFull) *
    ramp(topGrowth, CURVE.topGrowthFrom, CURVE.topGrowthFull) *
    (CURVE.growthWeight + (1 - CURVE.growthWeight) * ramp(use, CURVE.growthUseFrom, CURVE.growthUseFull))
  return Math.max(
    ramp(use, CURVE.useFrom, CURVE.useFull),
    ramp(tonnesShare, CURVE.tonnesFrom, CURVE.tonnesFull),
    CURVE.hoursWeight * ramp(hours, CURVE.hoursFrom, CURVE.hoursFull),
    grown,
  )
}
