import type { ReleasedAssessment } from '../../schemas/assessment.ts'
import { type EpochDay, yearOf } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import type { CustomerPlace, TierInForce } from '../../schemas/tier.ts'
import {
  type Choice,
  chooseRule,
  type EntryGround,
  labelOf,
  priceEntry,
  type RuleAsked,
  type Rules,
  type StandingEntry,
  sayGap,
  sayVerification,
} from '../pricing/index.ts'
import { jurisdictionsIn } from './places.ts'

/** What a line is looked at with. */
interface LineGround {
  readonly rules: Rules
  readonly day: EpochDay
  readonly place: CustomerPlace | null
  readonly assessments: readonly ReleasedAssessment[]
}

/** A line of a decision with its amount on a day, and how surely that is known. */
export const tierOf = (
  entry: StandingEntry,
  { rules, day, place, assessments }: LineGround,
  choose?: Choosing,
): TierInForce => {
  const ground: EntryGround = { jurisdictions: jurisdictionsIn(place), day, assessments }
  const { rule, rate } = priceEntry(entry, rules, ground, choose)
  const sureness = entry.yuanPerKwh === null ? (rule?.sourceStatus ?? 'not-found') : 'decision'
  return {
    entry,
    jurisdictions: [...ground.jurisdictions],
    yuanPerKwh: rate.yuanPerKwh,
    working: [...rate.working],
    gap: rate.gap,
    toEnter: rate.gap && sayGap(rate.gap, rule, entry.line, yearOf(day)),
    ruleId: rule?.id ?? null,
    ruleVersion: rule?.version ?? null,
    ruleDocumentNo: rule?.documentNo ?? null,
    ruleDocumentTitle: rule?.documentTitle ?? null,
    sourceStatus: sureness,
    label: labelOf(sureness),
    verification: rule?.verification ?? '',
    verified: sayVerification(rule?.verification ?? ''),
  }
}

type Choosing = (rules: readonly ReleasedRule[], asked: RuleAsked) => Choice

/** How many days are kept of one state of the rules. */
const DAYS_KEPT = 4

const choosings = new WeakMap<Rules, Map<EpochDay, Choosing>>()

/**
 * Chooses once for all lines that ask the same on a day, where no assessment has a say: for the many lines of a list. It
 * is kept with the rules, so that the next page has it too.
 */
export const choosingOn = (rules: Rules, day: EpochDay): Choosing => {
  const days = choosings.get(rules) ?? new Map<EpochDay, Choosing>()
  choosings.set(rules, days)
  let choosing = days.get(day)
  if (!choosing) {
    if (days.size >= DAYS_KEPT) days.clear()
    choosing = chooseOnce()
    days.set(day, choosing)
  }
  return choosing
}

export const chooseOnce = (): Choosing => {
  const chosen = new Map<readonly ReleasedRule[], Map<string, Choice>>()
  return (rules, asked) => {
    if (hangsOnAssessment(rules)) return chooseRule(rules, asked)
    const choices = chosen.get(rules) ?? new Map<string, Choice>()
    chosen.set(rules, choices)
    const { industry, category, line, jurisdictions } = asked
    const key = [industry, category, line, ...jurisdictions].join('\n')
    let choice = choices.get(key)
    if (!choice) {
      choice = chooseRule(rules, asked)
      choices.set(key, choice)
    }
    return choice
  }
}

/** Asked of the same lists of rules again and again. */
const hanging = new WeakMap<readonly ReleasedRule[], boolean>()

/** Whether an assessment may have a say in which of some rules applies, or in its amount. */
export const hangsOnAssessment = (rules: readonly ReleasedRule[]): boolean => {
  let hangs = hanging.get(rules)
  if (hangs === undefined) {
    hangs = rules.some(({ formula }) => formula !== null && 'yearsBack' in formula)
    hanging.set(rules, hangs)
  }
  return hangs
}

/** Whether an amount of such a line may hang on an assessment. */
export const goesByAssessment = (rules: Rules, { industry, category }: StandingEntry): boolean =>
  hangsOnAssessment(rules.of(industry, category))
