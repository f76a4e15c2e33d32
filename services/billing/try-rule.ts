import type { Assessment } from '../../schemas/assessment.ts'
import type { BillLine } from '../../schemas/bill.ts'
import { dayText, type EpochDay, yearOf } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { rateOf } from '../pricing/index.ts'
import { chargeLines } from './charge-lines.ts'
import type { DayEnergy } from './energy.ts'
import type { PricedDay } from './priced-day.ts'
import { timeOfUseOn } from './time-of-use.ts'

/** A rule that is tried on energy, as if a decision had put it in force. */
export interface TriedRule {
  readonly rule: ReleasedRule
  /** What the rule goes by: the step (档) that a decision would name, or the assessed use, kWh/t; null: neither */
  readonly goesBy: number | null
}

/** The lines of a rule on the energy of days; outside its force they name no yuan. */
export const tryRule = (
  { rule, goesBy }: TriedRule,
  energies: readonly { readonly day: EpochDay; readonly energy: DayEnergy | null }[],
  jurisdictions: (day: EpochDay) => readonly string[],
): BillLine[] => {
  const [industry = ''] = rule.industries
  const days = energies.map(
    ({ day, energy }): PricedDay => ({
      ...{ day, energy, rule, late: null },
      rate: isInForce(rule, day) ? rateWith(rule, goesBy, day) : NOT_IN_FORCE,
      timeOfUse: timeOfUseOn(jurisdictions(day), day),
    }),
  )
  return chargeLines({ entryId: null, documentNo: null, industry, category: rule.category }, days)
}

const NOT_IN_FORCE = { yuanPerKwh: null, working: [], gap: 'not-in-force' } as const

const isInForce = ({ effectiveFrom, effectiveTo }: ReleasedRule, day: EpochDay): boolean =>
  effectiveFrom !== null &&
  effectiveFrom <= dayText(day) &&
  (effectiveTo === null || dayText(day) <= effectiveTo)

const rateWith = (rule: ReleasedRule, goesBy: number | null, day: EpochDay) => {
  const step = rule.formula?.kind === 'decided-step' ? goesBy : null
  const assessment = (yearsBack: number): Assessment | undefined => assumed(rule, goesBy, day, yearsBack)
  return rateOf({ entry: { yuanPerKwh: null, step }, rule, day, assessment })
}

/** The assessment there would be; of the first line where a rule knows several. */
const assumed = (
  { formula }: ReleasedRule,
  use: number | null,
  day: EpochDay,
  yearsBack: number,
): Assessment | undefined => {
  const line =
    formula?.kind === 'excess'
      ? formula.line
      : formula?.kind === 'use-step'
        ? formula.lines[0]!.line
        : undefined
  if (line === undefined || use === null) return undefined
  return {
    ...{ customerId: '', line, process: '', product: line, outputTonnes: null, kwhPerTonne: use },
    ...{ limitKwhPerTonne: null, commissionedOn: null, nonHydroPercent: null, incentivePercent: null },
    year: yearOf(day) - yearsBack,
    ...{ authority: '', documentNo: '', documentDate: dayText(day), note: '' },
  }
}
