import type { Assessment } from '../../schemas/assessment.ts'
import { type EpochDay, newYearsWithin, parseDay } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { priceEntry, type Rate, type Rules, type StandingEntry, turnsOfRules } from '../pricing/index.ts'

/** Days in a row on which one rule gives one rate. */
export interface RatedStretch {
  readonly from: EpochDay
  /** The last day, inclusive */
  readonly to: EpochDay
  readonly rule: ReleasedRule | null
  readonly rate: Rate
}

/** Both ends included. */
interface Period {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** What the rate of a line of a decision goes by. */
export interface RateDeps {
  readonly rules: Rules
  readonly assessments: readonly Assessment[]
  /** Codes whose rules hold for the customer on a day, the most local first */
  readonly jurisdictionsOn: (day: EpochDay) => readonly string[]
}

/** The days of a period on which a line of a decision holds, by stretches of one rate. */
export const ratedStretches = (
  entry: StandingEntry,
  period: Period,
  { rules, assessments, jurisdictionsOn }: RateDeps,
): RatedStretch[] => {
  const mayApply = rules.of(entry.industry, entry.category)
  // An assessment is of a year, and so is a plan.
  const turns = new Set([...turnsOfRules(mayApply), ...newYearsWithin(period.from, period.to)])
  const stretches: RatedStretch[] = []
  let lastPlace = ''
  // Epoch days throughout: writing a date for each of millions of days costs more than all the rest.
  const [first, end] = daysOf(entry, period)
  for (let day = first; day <= end; day++) {
    const jurisdictions = jurisdictionsOn(day)
    const place = jurisdictions.join()
    const last = stretches.at(-1)
    if (last?.to === day - 1 && place === lastPlace && !turns.has(day)) {
      stretches[stretches.length - 1] = { ...last, to: day }
      continue
    }
    lastPlace = place
    const { rule, rate } = priceEntry(entry, rules, { jurisdictions, day, assessments })
    const next = { from: day, to: day, rule, rate }
    if (last?.to === day - 1 && isSame(last, next)) stretches[stretches.length - 1] = { ...last, to: day }
    else stretches.push(next)
  }
  return stretches
}

/** The first and the last day of a period on which a line holds. */
const daysOf = ({ from, lastDay }: StandingEntry, period: Period): [EpochDay, EpochDay] => [
  Math.max(period.from, parseDay(from)),
  lastDay === null ? period.to : Math.min(period.to, parseDay(lastDay)),
]

/** The way it was reckoned counts as well: it is what the bill shows. */
const isSame = (a: RatedStretch, b: RatedStretch): boolean =>
  a.rule?.id === b.rule?.id &&
  a.rule?.version === b.rule?.version &&
  JSON.stringify(a.rate) === JSON.stringify(b.rate)
