import type { Assessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { ReleasedRule, TariffCategory } from '../../schemas/tariff.ts'
import type { RuleVerdict } from '../../schemas/tier.ts'

/** Without a decision a rule may apply all the same: that it does not count is for who asks to say. */
type Verdict = Exclude<RuleVerdict, 'no-decision'>

export interface Considered {
  readonly rule: ReleasedRule
  readonly verdict: Verdict
}

/** Which rule is asked for. */
export interface RuleAsked {
  readonly industry: string
  readonly category: TariffCategory
  /** Empty: of none */
  readonly line: string
  /** Codes whose rules hold at the place, the most local first */
  readonly jurisdictions: readonly string[]
  readonly day: EpochDay
  /** The assessment of that line that counts for a rule looking so many years back */
  readonly assessment: (yearsBack: number) => Assessment | undefined
}

/** The one rule that applies, if any, and of each rule that was looked at why it does or does not. */
export interface Choice {
  readonly rule: ReleasedRule | null
  readonly considered: readonly Considered[]
}

/**
 * Chooses among the counting versions of rules, each id once. Of those that hold on the day at the place, the most local
 * goes first; there one that names the industry before one for every industry; of these the one of the later plan year;
 * of these the one that came into force last; at the end the lowest id. So the choice is total: no two rules apply.
 */
export const chooseRule = (rules: readonly ReleasedRule[], asked: RuleAsked): Choice => {
  const considered = rules.map(rule => ({ rule, verdict: verdictAlone(rule, asked) }))
  const holding = considered.flatMap(({ rule, verdict }) => (verdict === 'applies' ? [rule] : []))
  const [chosen, ...rest] = holding.sort((a, b) => comparePrecedence(a, b, asked))
  if (!chosen) return { rule: null, considered }
  const lost = new Map(rest.map(rule => [rule.id, whyBehind(rule, chosen, asked)]))
  return {
    rule: chosen,
    considered: considered.map(one => ({ ...one, verdict: lost.get(one.rule.id) ?? one.verdict })),
  }
}

/** What becomes of a rule looked at by itself. */
const verdictAlone = (rule: ReleasedRule, asked: RuleAsked): Verdict => {
  if (!isForIndustry(rule, asked.industry)) return 'other-industry'
  if (rule.category !== asked.category) return 'other-category'
  if (!asked.jurisdictions.includes(rule.jurisdiction)) return 'elsewhere'
  if (rule.formula === null || rule.sourceStatus === 'not-found') return 'no-amount'
  return verdictByDay(rule, dayText(asked.day)) ?? verdictByLine(rule, asked)
}

/** Stands in a rule for every industry. */
export const EVERY_INDUSTRY = '*'

type OfIndustries = Pick<ReleasedRule, 'industries'>

const namesIndustry = ({ industries }: OfIndustries, industry: string): boolean =>
  industries.includes(industry)

/** Whether a rule is for an industry, by name or as one for every industry. */
export const isForIndustry = (rule: OfIndustries, industry: string): boolean =>
  namesIndustry(rule, industry) || rule.industries.includes(EVERY_INDUSTRY)

// ISO dates of one length sort as text; the last day of force still counts.
const verdictByDay = (rule: ReleasedRule, date: string): Verdict | undefined => {
  if (rule.effectiveFrom === null) return 'no-start'
  if (date < rule.effectiveFrom) return 'not-yet'
  if (rule.effectiveTo !== null && rule.effectiveTo < date) return 'over'
  return rule.planYear !== null && rule.planYear > Number(date.slice(0, 4)) ? 'plan-to-come' : undefined
}

/** Whether a rule is in force on a plant's day, wherever that is, and has an amount. */
export const isInForce = (rule: ReleasedRule, day: EpochDay): boolean =>
  rule.formula !== null && rule.sourceStatus !== 'not-found' && verdictByDay(rule, dayText(day)) === undefined

/** Rules by the use of a line hold for their lines alone, and may part them by when they were commissioned. */
const verdictByLine = ({ formula }: ReleasedRule, { line, assessment }: RuleAsked): Verdict => {
  if (formula?.kind === 'excess') return formula.line === line ? 'applies' : 'other-line'
  if (formula?.kind !== 'use-step') return 'applies'
  if (!formula.lines.some(one => one.line === line)) return 'other-line'
  const { commissionedFrom, commissionedBefore } = formula
  if (commissionedFrom === null && commissionedBefore === null) return 'applies'
  const commissionedOn = assessment(formula.yearsBack)?.commissionedOn ?? null
  if (commissionedOn === null) return 'commissioning-unknown'
  const isInside =
    (commissionedFrom === null || commissionedFrom <= commissionedOn) &&
    (commissionedBefore === null || commissionedOn < commissionedBefore)
  return isInside ? 'applies' : 'commissioned-otherwise'
}

/** In which order rules that hold go before each other: negative when `a` goes first. */
const comparePrecedence = (a: ReleasedRule, b: ReleasedRule, asked: RuleAsked): number =>
  locality(a, asked) - locality(b, asked) ||
  Number(namesIndustry(b, asked.industry)) - Number(namesIndustry(a, asked.industry)) ||
  (b.planYear ?? 0) - (a.planYear ?? 0) ||
  compare(b.effectiveFrom ?? '', a.effectiveFrom ?? '') ||
  compare(a.id, b.id)

/** 0 for the most local jurisdiction of the place. */
const locality = ({ jurisdiction }: ReleasedRule, { jurisdictions }: RuleAsked): number =>
  jurisdictions.indexOf(jurisdiction)

const whyBehind = (rule: ReleasedRule, chosen: ReleasedRule, asked: RuleAsked): Verdict => {
  if (locality(rule, asked) !== locality(chosen, asked)) return 'less-local'
  if (namesIndustry(rule, asked.industry) !== namesIndustry(chosen, asked.industry)) return 'every-industry'
  return (rule.planYear ?? 0) === (chosen.planYear ?? 0) ? 'earlier-rule' : 'older-plan'
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
