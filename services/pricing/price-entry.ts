import type { Assessment } from '../../schemas/assessment.ts'
import { type EpochDay, yearOf } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { type Choice, chooseRule, type RuleAsked } from './choose-rule.ts'
import { assessmentFor } from './load.ts'
import { type Rate, rateOf } from './rate.ts'
import type { Rules } from './rule-shelf.ts'

/** What the amount of a line on a day is made from. */
export interface EntryGround {
  /** Whose rules hold at the place that day, the most local first */
  readonly jurisdictions: readonly string[]
  readonly day: EpochDay
  /** Of the customer; those released last */
  readonly assessments: readonly Assessment[]
}

/** What is asked of the rules for a line of a decision on a day. */
export const askedOf = (
  { industry, category, line }: Pick<ReleasedEntry, 'industry' | 'category' | 'line'>,
  { jurisdictions, day, assessments }: EntryGround,
): RuleAsked => ({
  ...{ industry, category, line, jurisdictions, day },
  assessment: assessmentFor(assessments, line, yearOf(day)),
})

/** The rule that applies to a line on a day, and the amount it comes to. */
export const priceEntry = (
  entry: ReleasedEntry,
  rules: Rules,
  ground: EntryGround,
  choose: (rules: readonly ReleasedRule[], asked: RuleAsked) => Choice = chooseRule,
): { readonly rule: ReleasedRule | null; readonly rate: Rate } => {
  const asked = askedOf(entry, ground)
  const { rule } = choose(rules.of(entry.industry, entry.category), asked)
  return { rule, rate: rateOf({ entry, rule, day: ground.day, assessment: asked.assessment }) }
}
