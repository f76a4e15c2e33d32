import type { ReleasedAssessment } from '../../schemas/assessment.ts'
import { type EpochDay, newYearsWithin, yearOf } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { HandOverRate } from '../../schemas/hand-over.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import type { RateGap } from '../../schemas/tier.ts'
import { priceEntry, type Rules, type StandingEntry, sayGap, turnsOfRules } from '../pricing/index.ts'
import { turnsOfDistricts } from '../territory/index.ts'
import { type chooseOnce, jurisdictionsIn, type Places } from '../tiers/index.ts'

export interface Span {
  readonly from: EpochDay
  /** Last day */
  readonly to: EpochDay
}

/** What amounts are reckoned from. */
export interface Ground {
  readonly rules: Rules
  readonly choose: ReturnType<typeof chooseOnce>
  readonly assessments: ReadonlyMap<string, readonly ReleasedAssessment[]>
  readonly places: Places
  /** Days on which an amount may become another for any customer */
  readonly turns: readonly EpochDay[]
}

type Amount = Omit<HandOverRate, 'from' | 'to'>

/** What is said of a day: an amount, or why there is none. */
type Said =
  | { readonly gap: null; readonly amount: Amount }
  | { readonly gap: RateGap; readonly sentence: BothLanguages }

/** Days of which the same is said. */
export type Stretch = Span & Said

/** The amounts of an entry over days on which it holds, days that are alike put together. */
export const stretchesOf = (entry: StandingEntry, { from, to }: Span, ground: Ground): Stretch[] => {
  const turns = [...ground.turns, ...ground.places.turnsOf(entry.customerId)]
  const starts = [...new Set([from, ...turns.filter(day => from < day && day <= to)])]
  starts.sort((a, b) => a - b)
  const stretches: Stretch[] = []
  for (const [i, start] of starts.entries()) {
    const end = (starts[i + 1] ?? to + 1) - 1
    const said = sayOn(entry, start, ground)
    const last = stretches.at(-1)
    if (last && sameSaid(last, said)) stretches[stretches.length - 1] = { ...last, to: end }
    else stretches.push({ from: start, to: end, ...said })
  }
  return stretches
}

const sameSaid = (a: Said, b: Said): boolean => JSON.stringify(bareOf(a)) === JSON.stringify(bareOf(b))

const bareOf = (said: Said) => (said.gap === null ? said.amount : said.sentence)

const sayOn = (entry: StandingEntry, day: EpochDay, ground: Ground): Said => {
  const { customerId, pointIds, line } = entry
  const jurisdictions = jurisdictionsIn(ground.places.on(customerId, day, pointIds))
  const assessments = ground.assessments.get(customerId) ?? []
  const { rule, rate } = priceEntry(entry, ground.rules, { jurisdictions, day, assessments }, ground.choose)
  const { gap, yuanPerKwh } = rate
  if (gap !== null) return { gap, sentence: sayGap(gap, rule, line, yearOf(day)) }
  return { gap, amount: { yuanPerKwh, rule: entry.yuanPerKwh === null && rule ? followed(rule) : null } }
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

/** The days of a period on which rules, districts or the assessed year become others. */
export const turnsOf = (rules: Rules, { from, to }: Span): EpochDay[] => {
  const turns = [...turnsOfRules(rules.all), ...turnsOfDistricts(), ...newYearsWithin(from, to)]
  return [...new Set(turns)].filter(day => from < day && day <= to)
}
