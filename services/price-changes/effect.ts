import { isDeepStrictEqual } from 'node:util'
import { Assessment } from '../../schemas/assessment.ts'
import type { PriceChangeContent, PriceChangeEffect, RowDifference } from '../../schemas/price-change.ts'
import { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadAssessments, loadRules } from '../pricing/index.ts'
import { rowsOf } from './rows.ts'
import { isSameRule } from './rule-checks/repeated.ts'

/** What the rows of a change do to what is released: how many are new, changed and unchanged, and of rules in what. */
export const effectOf = async (db: Db, content: PriceChangeContent): Promise<PriceChangeEffect> => {
  switch (content.kind) {
    case 'rules': {
      const rules = await ruleDifferences(db, content.rules)
      return { ...countsOf(rules.map(({ what }) => what)), rules }
    }
    case 'assessments':
      return { ...countsOf(await whatAssessments(db, content.assessments)), rules: [] }
    // Each line of a decision and each notice stands by itself, also one that corrects another.
    case 'decision':
    case 'notices':
      return { new: rowsOf(content), changed: 0, unchanged: 0, rules: [] }
  }
}

type What = RowDifference['what']

const countsOf = (rows: readonly What[]): Pick<PriceChangeEffect, What> => ({
  new: rows.filter(what => what === 'new').length,
  changed: rows.filter(what => what === 'changed').length,
  unchanged: rows.filter(what => what === 'unchanged').length,
})

const ruleDifferences = async (db: Db, rules: readonly TariffRule[]): Promise<RowDifference[]> => {
  const released = new Map((await loadRules(db)).map(rule => [rule.id, rule]))
  return rules.map((rule, i) => {
    const held = released.get(rule.id)
    const what = held === undefined ? 'new' : isSameRule(held, rule) ? 'unchanged' : 'changed'
    return { row: i + 1, id: rule.id, what, fields: what === 'changed' ? fieldsOf(held!, rule) : {} }
  })
}

/** The fields of a rule that differ, in words. */
export const fieldsOf = (before: TariffRule, after: TariffRule): RowDifference['fields'] => {
  const [was, is] = [TariffRule.parse(before), TariffRule.parse(after)]
  const names = Object.keys(is) as (keyof TariffRule)[]
  return Object.fromEntries(
    names
      .filter(name => !isDeepStrictEqual(was[name], is[name]))
      .map(name => [name, { before: textOf(was[name]), after: textOf(is[name]) }]),
  )
}

const textOf = (value: TariffRule[keyof TariffRule]): string =>
  value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value)

/** One holds for a customer, line and year. */
const whatAssessments = async (db: Db, assessments: readonly Assessment[]): Promise<What[]> => {
  const customers = [...new Set(assessments.map(({ customerId }) => customerId))]
  const released = await loadAssessments(db, customers)
  return assessments.map(assessed => {
    const held = released
      .get(assessed.customerId)
      ?.find(({ line, year }) => line === assessed.line && year === assessed.year)
    if (held === undefined) return 'new'
    return isDeepStrictEqual(Assessment.parse(held), Assessment.parse(assessed)) ? 'unchanged' : 'changed'
  })
}
