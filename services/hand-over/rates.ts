import type { ReleasedAssessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { HandOverRate } from '../../schemas/hand-over.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { assessmentFor, chooseRule, type RateGap, rateOf, type StandingEntry } from '../pricing/index.ts'
import { CHONGQING, daysOfChange, jurisdictionsOn, NATIONAL } from '../territory/index.ts'
import { type Place, placeOn } from './place.ts'

export interface Span {
  readonly from: EpochDay
  /** Last day */
  readonly to: EpochDay
}

/** What amounts are reckoned from. */
export interface Ground {
  readonly rulesOf: (industry: string, category: string) => readonly ReleasedRule[]
  readonly assessments: ReadonlyMap<string, readonly ReleasedAssessment[]>
  readonly places: ReadonlyMap<string, readonly Place[]>
  /** Days on which an amount may become another for any customer, ascending */
  readonly turns: readonly EpochDay[]
}

/** Days that are alike: with an amount, or with why there is none. */
export type Stretch = Span &
  ({ readonly gap: null; readonly amount: Omit<HandOverRate, 'from' | 'to'> } | { readonly gap: RateGap })

/** The amounts of an entry over days on which it holds, days that are alike put together. */
export const stretchesOf = (entry: StandingEntry, { from, to }: Span, ground: Ground): Stretch[] => {
  const moves = (ground.places.get(entry.customerId) ?? []).map(place => place.from)
  const days = [...ground.turns, ...moves].filter(day => from < day && day <= to)
  const starts = [...new Set([from, ...days])].sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (const [i, start] of starts.entries()) {
    const end = (starts[i + 1] ?? to + 1) - 1
    const told = amountOn(entry, start, ground)
    const last = stretches.at(-1)
    if (last && sameSaid(last, told)) stretches[stretches.length - 1] = { ...last, to: end }
    else stretches.push({ from: start, to: end, ...told })
  }
  return stretches
}

type Said =
  | { readonly gap: null; readonly amount: Omit<HandOverRate, 'from' | 'to'> }
  | { readonly gap: RateGap }

const sameSaid = (a: Said, b: Said): boolean => JSON.stringify(bareOf(a)) === JSON.stringify(bareOf(b))

const bareOf = (said: Said) => (said.gap === null ? said.amount : said.gap)

const amountOn = (entry: StandingEntry, day: EpochDay, ground: Ground): Said => {
  const { customerId, industry, category, line } = entry
  const place = placeOn(ground.places.get(customerId) ?? [], day)
  const year = Number(dayText(day).slice(0, 4))
  const assessment = assessmentFor(ground.assessments.get(customerId) ?? [], line, year)
  const jurisdictions = place ? jurisdictionsOn(place.districtCode, day).codes : [CHONGQING, NATIONAL]
  const asked = { industry, category, line, jurisdictions, day, assessment }
  const { rule } = chooseRule(ground.rulesOf(industry, category), asked)
  const { gap, yuanPerKwh } = rateOf({ entry, rule, day, assessment })
  if (gap !== null) return { gap }
  return {
    gap: null,
    amount: { yuanPerKwh, rule: entry.yuanPerKwh === null && rule ? followed(rule) : null },
  }
}

const followed = (rule: ReleasedRule): HandOverRate['rule'] => ({
  id: rule.id,
  version: rule.version,
  documentNo: rule.documentNo,
  documentTitle: rule.documentTitle,
  sourceStatus: rule.sourceStatus,
  floats: rule.floats,
  appliesTo: rule.appliesTo,
})

/** The days on which rules, thresholds, districts or the assessed year become others. */
export const turnsOf = (rules: readonly ReleasedRule[], { from, to }: Span): EpochDay[] => {
  const days = rules.flatMap(({ effectiveFrom, effectiveTo, formula }) => [
    ...edges(effectiveFrom, effectiveTo),
    ...(formula?.kind === 'excess' ? formula.thresholds.flatMap(one => edges(one.from, one.to)) : []),
  ])
  const years = [dayText(from), dayText(to)].map(date => parseDay(`${date.slice(0, 4)}-01-01`))
  return [...new Set([...days, ...years, ...daysOfChange()])]
    .filter(day => from < day && day <= to)
    .sort((a, b) => a - b)
}

/** The first day of something, and the first day after it. */
const edges = (from: string | null, to: string | null): EpochDay[] => [
  ...(from === null ? [] : [parseDay(from)]),
  ...(to === null ? [] : [parseDay(to) + 1]),
]
