import Big from 'big.js'
import type { DecisionEntry } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import type { RateGap } from '../../../schemas/tier.ts'
import { askedOf, type Choice, chooseRule, rateOf } from '../../pricing/index.ts'
import { CHONGQING, jurisdictionsOn, NATIONAL } from '../../territory/index.ts'
import { HIGHEST } from '../rule-checks/limits.ts'
import { type EntryCheck, fault } from './check.ts'
import { type DecisionGround, daysOf } from './ground.ts'

/** What may still come: an assessment, or the source of a rule. A government has decided all the same. */
const MAY_FOLLOW: ReadonlySet<RateGap> = new Set(['from-memory', 'no-assessment', 'no-limit'])

/**
 * Whether the amount of a line is one that somebody can mean, and can ever be told of its first day. Where only an
 * assessment or a source is missing the line is put on the list, its amount not known, and is warned of.
 */
export const checkAmount: EntryCheck = (entry, ground) => {
  const { action, yuanPerKwh } = entry
  if (action === 'end') return []
  if (yuanPerKwh !== null) {
    return new Big(yuanPerKwh).lte(HIGHEST)
      ? []
      : [
          fault(
            'yuanPerKwh',
            `${yuanPerKwh} yuan/kWh is above ${HIGHEST.toFixed(2)}, which no surcharge comes near: correct the amount.`,
          ),
        ]
  }
  const { choice, gap } = rateOn(entry, ground)
  return gap === null || MAY_FOLLOW.has(gap) ? [] : [faultOfGap(gap, entry, choice)]
}

/** What has to be entered before the amount of a line can be told; until then it is withheld from billing. */
export const missingAmount: EntryCheck = (entry, ground) => {
  if (entry.action === 'end' || entry.yuanPerKwh !== null) return []
  const { choice, gap } = rateOn(entry, ground)
  return gap !== null && MAY_FOLLOW.has(gap) ? [faultOfGap(gap, entry, choice)] : []
}

const rateOn = (entry: DecisionEntry, ground: DecisionGround): { choice: Choice; gap: RateGap | null } => {
  const { customerId, industry, category } = entry
  const { first: day } = daysOf(entry)
  const district = ground.districtOf(customerId, day)
  const jurisdictions = district === undefined ? [CHONGQING, NATIONAL] : jurisdictionsOn(district, day).codes
  const assessments = ground.assessments.get(customerId) ?? []
  const asked = askedOf(entry, { jurisdictions, day, assessments })
  const choice = chooseRule(ground.rules.of(industry, category), asked)
  return { choice, gap: rateOf({ entry, rule: choice.rule, day, assessment: asked.assessment }).gap }
}

const OR_NAME_IT = 'or name the amount, if the document does'

const faultOfGap = (
  gap: RateGap,
  { industry, category, line, from, step }: DecisionEntry,
  { rule, considered }: Choice,
): Omit<PriceFault, 'row'> => {
  switch (gap) {
    case 'no-rule':
      return noRule({ industry, category, line, from }, considered)
    case 'from-memory':
      return fault(
        'yuanPerKwh',
        `The rule ${rule!.id} is only remembered (标准待核) and decides nothing: release it with its source, ${OR_NAME_IT}.`,
      )
    case 'no-step':
      return fault('step', `The rule ${rule!.id} takes the step (档) from the decision: name it.`)
    case 'unknown-step':
      return fault('step', `The rule ${rule!.id} knows no step ${step}: correct it.`)
    case 'no-assessment':
      return fault(
        'line',
        `There is no released assessment of line "${line}" that the rule ${rule!.id} looks to on ${from}: release it first, ${OR_NAME_IT}.`,
      )
    case 'no-limit':
      return fault(
        'line',
        `The assessment of line "${line}" tells no limit, which the rule ${rule!.id} needs.`,
      )
    case 'no-threshold':
      return fault('from', `The rule ${rule!.id} tells no threshold for ${from}: correct the day.`)
  }
}

const noRule = (
  { industry, category, line, from }: Pick<DecisionEntry, 'industry' | 'category' | 'line' | 'from'>,
  considered: Choice['considered'],
): Omit<PriceFault, 'row'> => {
  const verdicts = new Set(considered.map(({ verdict }) => verdict))
  if (verdicts.has('commissioning-unknown')) {
    return fault(
      'line',
      `Which rule holds for line "${line}" depends on when it was commissioned: release an assessment that tells it, ${OR_NAME_IT}.`,
    )
  }
  if (verdicts.has('other-line')) {
    const lines = considered.filter(({ verdict }) => verdict === 'other-line').flatMap(linesOf)
    return fault('line', `No rule names the line "${line}": it is one of ${[...new Set(lines)].join(', ')}.`)
  }
  return fault(
    'category',
    `No rule for ${industry}, ${category} is in force there on ${from}: correct them, ${OR_NAME_IT}.`,
  )
}

const linesOf = ({ rule: { formula } }: Choice['considered'][number]): string[] => {
  if (formula?.kind === 'excess') return [formula.line]
  return formula?.kind === 'use-step' ? formula.lines.map(({ line }) => line) : []
}
