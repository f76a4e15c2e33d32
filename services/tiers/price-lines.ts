import type { ReleasedAssessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
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
  const year = Number(dayText(day).slice(0, 4))
  return {
    entry,
    jurisdictions: [...ground.jurisdictions],
    yuanPerKwh: rate.yuanPerKwh,
    working: [...rate.working],
    gap: rate.gap,
    toEnter: rate.gap && sayGap(rate.gap, rule, entry.line, year),
    ruleId: rule?.id ?? null,
    ruleVersion: rule?.version ?? null,
    ruleDocumentNo: rule?.documentNo ?? null,
    ruleDocumentTitle: rule?.documentTitle ?? null,
    sourceStatus: sureness,
    label: labelOf(sureness),
    verification: rule?.verification ?? '',
  }
}

type Choosing = (rules: readonly ReleasedRule[], asked: RuleAsked) => Choice

/** Chooses once for all lines that ask the same, where no assessment has a say: for the many lines of a list. */
export const chooseOnce = (): Choosing => {
  const chosen = new Map<string, Choice>()
  return (rules, asked) => {
    if (rules.some(partsByCommissioning)) return chooseRule(rules, asked)
    const { industry, category, line, jurisdictions, day } = asked
    const key = JSON.stringify([industry, category, line, jurisdictions, day])
    let choice = chosen.get(key)
    if (!choice) {
      choice = chooseRule(rules, asked)
      chosen.set(key, choice)
    }
    return choice
  }
}

const partsByCommissioning = ({ formula }: ReleasedRule): boolean =>
  formula?.kind === 'use-step' && (formula.commissionedFrom !== null || formula.commissionedBefore !== null)

/** Whether an amount of such a line may hang on an assessment. */
export const goesByAssessment = (rules: Rules, { industry, category }: StandingEntry): boolean =>
  rules.of(industry, category).some(({ formula }) => formula !== null && 'yearsBack' in formula)
