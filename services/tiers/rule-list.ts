import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { RuleListFilter, RuleListPage, RuleRow } from '../../schemas/price-list.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import {
  isForIndustry,
  isInForce,
  labelOf,
  type RuleShelf,
  type Rules,
  sayFormula,
  sayVerification,
} from '../pricing/index.ts'
import { CHONGQING, districtName, jurisdictionsOn, NATIONAL } from '../territory/index.ts'
import { dayAsked } from './places.ts'
import { has, knownAtOf } from './words.ts'

/** A page of the rules in force on a plant's day, in the order of their ids. Rules are public. */
export const listRules = async (
  shelf: RuleShelf,
  { after, limit, ...filter }: RuleListFilter & { after?: string | undefined; limit: number },
  today: EpochDay,
): Promise<RuleListPage> => {
  const day = dayAsked(filter.day, today)
  const all = ruleRows(await shelf.at(knownAtOf(filter.knownAt)), day).filter(row =>
    isAsked(row, filter, day),
  )
  const from = after === undefined ? 0 : all.findIndex(({ ruleId }) => ruleId > after)
  const rules = from === -1 ? [] : all.slice(from, from + limit)
  const last = rules.at(-1)
  return { day: dayText(day), rules, next: last && last !== all.at(-1) ? last.ruleId : null }
}

/** The rules in force on a day, as they are shown. */
export const ruleRows = ({ all }: Rules, day: EpochDay): RuleRow[] =>
  all.filter(rule => isInForce(rule, day)).map(rule => rowOf(rule, day))

/** A rule as it is shown of a day. */
export const rowOf = (rule: ReleasedRule, day: EpochDay): RuleRow => ({
  ruleId: rule.id,
  version: rule.version,
  jurisdiction: rule.jurisdiction,
  jurisdictionName: nameOf(rule.jurisdiction, day),
  industries: rule.industries,
  category: rule.category,
  yuanPerKwh: rule.formula?.kind === 'flat' ? rule.formula.yuanPerKwh : null,
  amount: sayFormula(rule, day),
  floats: rule.floats,
  appliesTo: rule.appliesTo,
  documentNo: rule.documentNo,
  documentTitle: rule.documentTitle,
  effectiveFrom: rule.effectiveFrom,
  effectiveTo: rule.effectiveTo,
  planYear: rule.planYear,
  sourceStatus: rule.sourceStatus,
  label: labelOf(rule.sourceStatus),
  verification: rule.verification,
  verified: sayVerification(rule.verification),
  changeId: rule.changeId,
  releasedAt: rule.releasedAt,
})

const nameOf = (jurisdiction: string, day: EpochDay): string => {
  if (jurisdiction === NATIONAL) return '全国'
  return jurisdiction === CHONGQING ? '重庆市' : (districtName(jurisdiction, day) ?? jurisdiction)
}

const isAsked = (
  row: RuleRow,
  { district, industry, category, status, text }: RuleListFilter,
  day: EpochDay,
): boolean =>
  (district === undefined || jurisdictionsOn(district, day).codes.includes(row.jurisdiction)) &&
  (industry === undefined || isForIndustry(row, industry)) &&
  (category === undefined || row.category === category) &&
  (status === undefined || row.sourceStatus === status) &&
  has(text, row.ruleId, row.documentNo, row.documentTitle, row.amount.zh, row.industries.join(' '))
