import { dayOf, parseDay } from '../../../schemas/day.ts'
import {
  CustomerListFilter,
  CustomerListPage,
  CustomerListQuery,
  DifferenceFilter,
  DifferencePage,
  DifferenceQuery,
  HistoryParams,
  HistoryQuery,
  PriceHistory,
  RuleHistory,
  RuleHistoryParams,
  RuleHistoryQuery,
  RuleListFilter,
  RuleListPage,
  RuleListQuery,
} from '../../../schemas/price-list.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { TierAnswer, TierQuery } from '../../../schemas/tier.ts'
import { createRuleShelf } from '../../pricing/index.ts'
import {
  answerTier,
  listCustomers,
  listDifferences,
  listRules,
  priceHistory,
  ruleHistory,
} from '../../tiers/index.ts'
import { addList } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { notModified } from '../not-modified.ts'
import { CUSTOMER_COLUMNS, DIFFERENCE_COLUMNS, RULE_COLUMNS } from './pricing-columns.ts'

const ABILITY = { ability: 'pricing.read' as const }
const tags = ['pricing']

/** Tiers, and the two lists, of any day. */
export const pricingRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, nowMs } = deps
  const shelf = createRuleShelf(db)
  const preHandler = notModified(deps)
  const dayIn = (text: string | undefined) => (text === undefined ? dayOf(nowMs()) : parseDay(text))
  const instantIn = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text))
  api.get(
    '/v1/pricing/tier',
    {
      config: ABILITY,
      preHandler,
      schema: {
        tags,
        summary: 'Which tier holds for a customer on a day, by which document, and why no other rule applies',
        querystring: TierQuery,
        response: { 200: TierAnswer },
      },
    },
    request => {
      const { customer, day, knownAt } = request.query
      const account = accountAsking(request)
      const asked = { account, customerId: customer, day: dayIn(day), knownAt: instantIn(knownAt) }
      return answerTier(db, shelf, asked)
    },
  )
  api.get(
    '/v1/pricing/customers/:id/history',
    {
      config: ABILITY,
      preHandler,
      schema: {
        tags,
        summary: 'All that is on record of a customer’s prices, and its tier as a time line',
        params: HistoryParams,
        querystring: HistoryQuery,
        response: { 200: PriceHistory },
      },
    },
    request => {
      const { to, knownAt } = request.query
      const account = accountAsking(request)
      const asked = { account, customerId: request.params.id, to: dayIn(to), knownAt: instantIn(knownAt) }
      return priceHistory(db, shelf, asked)
    },
  )
  api.get(
    '/v1/pricing/rules/:id/history',
    {
      config: ABILITY,
      preHandler,
      schema: {
        tags,
        summary: 'All versions of a rule, and what the one that counts adds from day to day',
        params: RuleHistoryParams,
        querystring: RuleHistoryQuery,
        response: { 200: RuleHistory },
      },
    },
    async request => {
      const { id } = request.params
      const history = await ruleHistory(db, { id, ...request.query })
      if (!history) throw new ProblemError('not-found', `There is no rule ${id}.`)
      return history
    },
  )
  addList(api, deps, {
    ...{ path: '/v1/pricing/rules', ...ABILITY, tag: 'pricing', name: 'rules', preHandler },
    summary: 'The tariff list: rules in force on a day',
    filters: RuleListFilter,
    query: RuleListQuery,
    answer: RuleListPage,
    columns: RULE_COLUMNS,
    read: asked => listRules(shelf, asked, dayOf(nowMs())),
    rowsOf: ({ rules }) => rules,
  })
  addList(api, deps, {
    ...{ path: '/v1/pricing/customers', ...ABILITY, tag: 'pricing', name: 'price-customers', preHandler },
    summary: 'The customer list: who is on it on a day by which decision, and who is only proposed',
    filters: CustomerListFilter,
    query: CustomerListQuery,
    answer: CustomerListPage,
    columns: CUSTOMER_COLUMNS,
    read: (asked, account) => listCustomers(db, shelf, account, asked, dayOf(nowMs())),
    rowsOf: ({ customers }) => customers,
  })
  addList(api, deps, {
    ...{ path: '/v1/pricing/differences', ...ABILITY, tag: 'pricing', name: 'price-differences', preHandler },
    summary: 'What came, went and changed on a list from one day to another',
    filters: DifferenceFilter,
    query: DifferenceQuery,
    answer: DifferencePage,
    columns: DIFFERENCE_COLUMNS,
    read: (asked, account) => listDifferences(db, shelf, account, asked),
    rowsOf: ({ differences }) => differences,
  })
}
