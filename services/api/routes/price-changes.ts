import { ReasonBody } from '../../../schemas/api-learning.ts'
import {
  type PriceChange,
  PriceChangeAsked,
  PriceChangeBody,
  PriceChangeDecided,
  PriceChangeFilters,
  PriceChangeId,
  PriceChangePage,
  PriceChangeProposal,
  PriceChangeQuery,
  PriceChangeView,
  PriceRowsQuery,
} from '../../../schemas/price-change.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { listPriceChanges, previewPriceChange, showPriceChange } from '../../price-changes/index.ts'
import { type Column, instantCell } from '../../spreadsheets/index.ts'
import { addList } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['pricing']

/** Of thousands of rows */
const BYTES_AT_MOST = 32 * 1024 * 1024

const DECISIONS = [
  {
    action: 'release',
    summary: 'Release a change: its rows count from now on (another person than who put it up)',
  },
  { action: 'refuse', summary: 'Refuse a change, with a reason (another person than who put it up)' },
  { action: 'withdraw', summary: 'Withdraw a change that one put up oneself' },
] as const

const COLUMNS: readonly Column<PriceChange>[] = [
  { zh: '标识', en: 'Id', of: row => row.id },
  { zh: '类型', en: 'Kind', of: row => row.kind },
  { zh: '状态', en: 'State', of: row => row.state },
  { zh: '行数', en: 'Rows', of: row => row.rows },
  { zh: '原因', en: 'Reason', of: row => row.reason },
  { zh: '提出人', en: 'Proposed by', of: row => row.proposedBy },
  { zh: '提出时间', en: 'Proposed at', of: row => instantCell(row.proposedAt) },
  { zh: '决定人', en: 'Decided by', of: row => row.decidedBy },
  { zh: '决定时间', en: 'Decided at', of: row => instantCell(row.decidedAt) },
  { zh: '决定理由', en: 'Decided reason', of: row => row.decidedReason },
]

/** What waits for release may name customers of every district: whoever may write pricing sees it, and nobody else. */
export const priceChangeRoutes = (api: Api, deps: ApiDeps): void => {
  readRoutes(api, deps)
  proposeRoute(api, deps)
  const { engine } = deps
  for (const { action, summary } of DECISIONS) {
    api.post(
      `/v1/pricing/changes/:id/${action}`,
      {
        config: { ability: 'pricing.write' },
        schema: {
          tags,
          summary,
          params: PriceChangeId,
          body: ReasonBody.nullish(),
          response: { 200: PriceChangeDecided },
        },
      },
      async request => {
        const body = { id: request.params.id, action, reason: request.body?.reason ?? '' }
        const actor = accountAsking(request)
        const order = { name: 'decide-price-change', body, actor, key: keyOf(request) } as const
        return granted(await engine.carryOut(order))
      },
    )
  }
}

const proposeRoute = (api: Api, { engine, db, nowMs }: ApiDeps): void => {
  api.post(
    '/v1/pricing/changes',
    {
      config: { ability: 'pricing.write' },
      bodyLimit: BYTES_AT_MOST,
      schema: {
        tags,
        summary: 'Put up rules, assessments, a decision or notices; another person releases them',
        description: `With a fault nothing is taken in, and every fault is named with its row and column. A dry run tells
the faults, and row by row what would change, and writes nothing.`,
        querystring: PriceChangeAsked,
        body: PriceChangeBody,
        response: { 200: PriceChangeProposal },
      },
    },
    async request => {
      const { body, query } = request
      if (query.dryRun) return { change: null, ...(await previewPriceChange(db, body.content, nowMs())) }
      const actor = accountAsking(request)
      const order = { name: 'propose-price-change', body, actor, key: keyOf(request) } as const
      return { ...granted(await engine.carryOut(order)), faults: [] }
    },
  )
}

const readRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, nowMs } = deps
  addList(api, deps, {
    ...{ path: '/v1/pricing/changes', ability: 'pricing.write', tag: 'pricing', name: 'price-changes' },
    summary: 'Changes of rules, assessments, decisions and notices, the one put up last first',
    filters: PriceChangeFilters,
    query: PriceChangeQuery,
    answer: PriceChangePage,
    columns: COLUMNS,
    read: asked => listPriceChanges(db, asked),
    rowsOf: ({ changes }) => changes,
  })
  api.get(
    '/v1/pricing/changes/:id',
    {
      config: { ability: 'pricing.write' },
      schema: {
        tags,
        summary: 'A change with its rows, page by page',
        params: PriceChangeId,
        querystring: PriceRowsQuery,
        response: { 200: PriceChangeView },
      },
    },
    async ({ params: { id }, query }) => {
      const view = await showPriceChange(db, id, query, nowMs())
      if (!view) throw new ProblemError('not-found', `There is no change ${id}.`)
      return view
    },
  )
}
