import type { EpochDay } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { type RuleConsidered, RuleVerdict, type TierAnswer } from '../../schemas/tier.ts'
import {
  chooseRule,
  EVERY_INDUSTRY,
  labelOf,
  type RuleAsked,
  type Rules,
  sayVerdict,
} from '../pricing/index.ts'
import { hangsOnAssessment } from './price-lines.ts'

type Industries = TierAnswer['industries']

/** What became of a rule for one thing that was asked. */
interface Outcome {
  readonly verdict: RuleVerdict
  readonly chosen: ReleasedRule | null
  readonly asked: RuleAsked
}

interface Answer {
  readonly considered: RuleConsidered[]
  readonly otherRules: number
}

/** How many answers are kept of one state of the rules. */
const ANSWERS_KEPT = 200

const answers = new WeakMap<Rules, Map<string, Answer>>()

/**
 * What became of every rule of the industries that concern a customer. Of several lines of decisions the one counts that
 * a rule comes closest to; where there is none, a rule in force applies to nobody without a decision.
 */
export const consider = (
  rules: Rules,
  industries: Industries,
  asked: readonly RuleAsked[],
  ground: Pick<RuleAsked, 'jurisdictions' | 'day'>,
): Answer => {
  const names = new Set(industries.map(({ industry }) => industry))
  // Where an assessment has a say the answer is of this customer alone; else the many who ask alike share it.
  if (asked.some(({ industry, category }) => hangsOnAssessment(rules.of(industry, category)))) {
    return answerOf(rules, names, asked, ground)
  }
  const kept = answers.get(rules) ?? new Map<string, Answer>()
  answers.set(rules, kept)
  const questions = asked.map(({ assessment, ...one }) => one)
  const key = JSON.stringify([[...names], questions, ground.jurisdictions, ground.day])
  const known = kept.get(key)
  if (known) return known
  const answer = answerOf(rules, names, asked, ground)
  if (kept.size >= ANSWERS_KEPT) kept.delete(kept.keys().next().value!)
  kept.set(key, answer)
  return answer
}

const answerOf = (
  rules: Rules,
  names: ReadonlySet<string>,
  asked: readonly RuleAsked[],
  ground: Pick<RuleAsked, 'jurisdictions' | 'day'>,
): Answer => {
  const near = rules.all.filter(rule => rule.industries.some(one => names.has(one) || one === EVERY_INDUSTRY))
  const outcomes = new Map<string, Outcome>()
  for (const question of asked) note(outcomes, near, question)
  for (const question of undecided(near, names, asked, ground)) {
    note(outcomes, rules.of(question.industry, question.category), question, true)
  }
  return {
    considered: near.map(rule => consideredOf(rule, outcomes.get(rule.id)!, ground.day)),
    otherRules: rules.all.length - near.length,
  }
}

/** Keeps of each rule the verdict that comes closest to applying. */
const note = (
  outcomes: Map<string, Outcome>,
  rules: readonly ReleasedRule[],
  asked: RuleAsked,
  isUndecided = false,
): void => {
  const { rule: chosen, considered } = chooseRule(rules, asked)
  for (const { rule, verdict } of considered) {
    const outcome = {
      verdict: verdict === 'applies' && isUndecided ? ('no-decision' as const) : verdict,
      chosen,
      asked,
    }
    const held = outcomes.get(rule.id)
    if (!held || closeness(outcome.verdict) > closeness(held.verdict)) outcomes.set(rule.id, outcome)
  }
}

const closeness = (verdict: RuleVerdict): number =>
  verdict === 'applies' ? Number.MAX_SAFE_INTEGER : RuleVerdict.options.indexOf(verdict)

/** What no line of a decision asks for: the other industries and categories of the rules. */
const undecided = (
  rules: readonly ReleasedRule[],
  names: ReadonlySet<string>,
  asked: readonly RuleAsked[],
  { jurisdictions, day }: Pick<RuleAsked, 'jurisdictions' | 'day'>,
): RuleAsked[] => {
  const decided = new Set(asked.map(one => `${one.category} ${one.industry}`))
  const grounds = new Map<string, RuleAsked>()
  for (const { industries, category } of rules) {
    for (const industry of industries.includes(EVERY_INDUSTRY) ? names : industries) {
      const key = `${category} ${industry}`
      if (!names.has(industry) || decided.has(key)) continue
      grounds.set(key, { industry, category, line: '', jurisdictions, day, assessment: () => undefined })
    }
  }
  // Of a customer that no industry concerns only rules for every one are looked at.
  if (grounds.size === 0 && asked.length === 0) {
    for (const { category } of rules) {
      const none = {
        industry: EVERY_INDUSTRY,
        category,
        line: '',
        jurisdictions,
        day,
        assessment: () => undefined,
      }
      grounds.set(category, none)
    }
  }
  return [...grounds.values()]
}

const consideredOf = (
  rule: ReleasedRule,
  { verdict, chosen, asked }: Outcome,
  day: EpochDay,
): RuleConsidered => {
  const { industry, category, line } = asked
  return {
    ruleId: rule.id,
    version: rule.version,
    jurisdiction: rule.jurisdiction,
    category: rule.category,
    documentNo: rule.documentNo,
    documentTitle: rule.documentTitle,
    effectiveFrom: rule.effectiveFrom,
    effectiveTo: rule.effectiveTo,
    sourceStatus: rule.sourceStatus,
    label: labelOf(rule.sourceStatus),
    verdict,
    why: sayVerdict({ rule, verdict, chosen, industry, category, line, day }),
  }
}
