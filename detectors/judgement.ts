import { median } from 'simple-statistics'
import type { BothLanguages, EvidenceFact, InnocentExplanation, Score } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import { finite, logistic } from './statistics.ts'

/** From a strength 0..1 and the registry's log-odds to a score; `cap` is how far a licence lets it rise. */
export const scoreOf = (strength: number, logOdds: number, { steepness, middle }: Slope, cap = 1): number =>
  cap * logistic(steepness * (strength - middle) + logOdds * strength)

export interface Slope {
  readonly steepness: number
  readonly middle: number
}

/** The answer where nothing can be said. */
export const cannotJudge = (why: BothLanguages): Score => ({
  score: 0,
  cannotJudge: why,
  evidence: [],
  innocent: [],
  sentence: why,
  dates: [],
  limits: [],
  inspection: null,
  attributableKw: 0,
  attributableKwh: 0,
})

/** What is smaller is left over from arithmetic. */
const LEAST_SHOWN = 1e-6

/** Rounds for people: three significant digits, from 100 on none behind the point. NaN when not measured. */
export const shown = (value: number): number => {
  if (!Number.isFinite(value)) return Number.NaN
  if (Math.abs(value) < LEAST_SHOWN) return 0
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3))
}

/** The same as words, for sentences that must stand without the number too. */
export const said = (value: number, unit = ''): BothLanguages => {
  const rounded = shown(value)
  return Number.isNaN(rounded)
    ? { zh: '未计量', en: 'not measured' }
    : { zh: `${rounded}${unit}`, en: `${rounded}${unit}` }
}

export const percent = (share: number): number => shown(100 * share)

const bounded = (value: number, from: number): number => Math.min(1, Math.max(from, finite(value)))

/** A fact with its weight kept within -1..1; `known` drops it when it was not measured. */
export const fact = (facts: EvidenceFact): EvidenceFact => ({ ...facts, weight: bounded(facts.weight, -1) })

/** Facts that were measured. */
export const known = (facts: readonly EvidenceFact[]): EvidenceFact[] =>
  facts.filter(({ value }) => typeof value === 'string' || Number.isFinite(value))

export const innocent = (
  name: string,
  plausibility: number,
  zh: string,
  en: string,
): InnocentExplanation => ({
  name,
  plausibility: bounded(plausibility, 0),
  zh,
  en,
})

/** Median of a feature over days that have it; NaN when none has. */
export const medianOverDays = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number => {
  const values = days.map(pick).filter(Number.isFinite)
  return values.length === 0 ? Number.NaN : median(values)
}
