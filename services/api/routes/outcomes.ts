import { stringify } from 'csv-stringify/sync'
import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  BoardAnswer,
  BoardQuery,
  ChargeId,
  OutcomeAnswer,
  OutcomeRequest,
} from '../../../schemas/api-learning.ts'
import { type BoardRow, DismissalCause } from '../../../schemas/charge-outcome.ts'
import { dayOf } from '../../../schemas/day.ts'
import { wallOf } from '../../access/index.ts'
import { readBoard } from '../../board/index.ts'
import { accountAsking } from '../authenticate.ts'
import { caseMeant } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'
import { periodOf } from '../period.ts'

const OUTCOME = `Once a case is reported a reviewer records it. Before that two people do: an analyst proposes, a reviewer records the
same. When every charge has one the case closes (销号).`

export const outcomeRoutes = (api: Api, deps: ApiDeps): void => {
  api.post(
    '/v1/cases/:id/charges/:signature/outcome',
    {
      config: { ability: 'cases.act' },
      schema: {
        tags: ['cases'],
        summary: 'Record what an inspection found of a charge: 查实, 排除, 无法核实, 转办',
        description: OUTCOME,
        params: ChargeId,
        body: OutcomeRequest,
        response: { 200: OutcomeAnswer },
      },
    },
    async request => {
      const { id, signature } = request.params
      const actor = accountAsking(request)
      const caseId = await caseMeant(deps.db, actor, id)
      const { version, ...outcome } = request.body
      const body = { caseId, signature, outcome, version }
      return granted(await deps.engine.carryOut({ name: 'outcome', body, actor, key: keyOf(request) }))
    },
  )
  boardRoutes(api, deps)
}

const boardRoutes = (api: Api, { db, nowMs }: ApiDeps): void => {
  const read = (request: FastifyRequest<{ Querystring: z.infer<typeof BoardQuery> }>) => {
    const { query } = request
    const wall = wallOf(accountAsking(request))
    return readBoard(db, { ...periodOf(query), by: query.by, wall }, dayOf(nowMs()))
  }
  api.get(
    '/v1/board',
    {
      config: { ability: 'board.read' },
      schema: {
        tags: ['board'],
        summary: 'What became of charges of the cases that are seen, and the thresholds this speaks for',
        querystring: BoardQuery,
        response: { 200: BoardAnswer },
      },
    },
    request => read(request),
  )
  api.get(
    '/v1/board/export',
    {
      config: { ability: 'board.read' },
      schema: {
        tags: ['board'],
        summary: 'The rows of the board as CSV',
        produces: ['text/csv'],
        querystring: BoardQuery,
      },
    },
    async (request, reply) => {
      const { query } = request
      const { rows } = await read(request)
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="board-${query.from}-${query.to}.csv"`)
        .send(stringify(rows.map(lineOf), { header: true }))
    },
  )
}

const lineOf = ({ byCause, ...row }: BoardRow): object => ({
  ...row,
  ...Object.fromEntries(DismissalCause.options.map(cause => [cause, byCause[cause] ?? 0])),
})
