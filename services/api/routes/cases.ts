import { AuditAnswer, CaseId, FindingPage, FindingQuery, MoveAnswer, MoveBody } from '../../../schemas/api.ts'
import { CaseView } from '../../../schemas/case-view.ts'
import { Finding } from '../../../schemas/finding.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { hasCase, readAudit, showCase } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const MOVES = [
  { action: 'submit', summary: 'Submit for review: 待核查 → 待复核 (analyst)' },
  { action: 'return', summary: 'Return to be checked: 待复核 → 待核查 (reviewer)' },
  { action: 'release', summary: 'Release to the district: 待复核 → 已上报 (reviewer, another person)' },
] as const

export const caseRoutes = (api: Api, deps: ApiDeps): void => {
  readRoutes(api, deps)
  const { engine, wakeRelay } = deps
  for (const { action, summary } of MOVES) {
    api.post(
      `/v1/cases/:id/${action}`,
      {
        config: { ability: 'cases.act' },
        schema: {
          tags: ['cases'],
          summary,
          params: CaseId,
          body: MoveBody.nullish(),
          response: { 200: MoveAnswer },
        },
      },
      async request => {
        const { reason = '', version } = request.body ?? {}
        const actor = accountAsking(request)
        const body = { caseId: request.params.id, action, reason, version }
        const moved = granted(await engine.carryOut({ name: 'move', body, actor, key: keyOf(request) }))
        if (moved.alertId) wakeRelay()
        return moved
      },
    )
  }
}

const readRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/cases/:id',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'Read a case; the view is on record',
        params: CaseId,
        response: { 200: CaseView },
      },
    },
    async request => {
      const found = await showCase(db, request.params.id)
      if (!found) throw noCase(request.params.id)
      await engine.noteView(found.id, accountAsking(request).name)
      return found
    },
  )
  api.get(
    '/v1/cases/:id/audit',
    {
      config: { ability: 'audit.read' },
      schema: {
        tags: ['cases'],
        summary: 'Read the audit of a case; the view is on record',
        params: CaseId,
        response: { 200: AuditAnswer },
      },
    },
    async request => {
      const { id } = request.params
      if (!(await hasCase(db, id))) throw noCase(id)
      await engine.noteView(id, accountAsking(request).name)
      return readAudit(db, id)
    },
  )
  api.get(
    '/v1/findings',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['cases'],
        summary: 'Current findings of a metering point, newest first',
        querystring: FindingQuery,
        response: { 200: FindingPage },
      },
    },
    async ({ query }) => {
      const rows = await db
        .selectFrom('finding')
        .leftJoin('held', 'held.finding_id', 'finding.id')
        .select(['body', 'reason'])
        .where('point_id', '=', query.point)
        .where('current', '=', 1)
        .orderBy('day', 'desc')
        .orderBy('finding.signature')
        .limit(query.limit)
        .execute()
      return {
        findings: rows.map(({ body, reason }) => ({ ...Finding.parse(JSON.parse(body)), held: reason })),
      }
    },
  )
}

const noCase = (id: string): ProblemError => new ProblemError('not-found', `There is no case ${id}.`)
