import { AuditAnswer, CaseId, FindingPage, FindingQuery, MoveAnswer, MoveBody } from '../../../schemas/api.ts'
import { CaseView } from '../../../schemas/case-view.ts'
import { wallOf } from '../../access/index.ts'
import { listFindings, readAudit, showCase } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import { lookAtCase } from '../case-asked.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'
import { pointAsked } from '../point-asked.ts'

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

const readRoutes = (api: Api, deps: ApiDeps): void => {
  const { db } = deps
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
    async request => (await showCase(db, await lookAtCase(deps, request)))!,
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
    async request => readAudit(db, await lookAtCase(deps, request)),
  )
  api.get(
    '/v1/findings',
    {
      config: { ability: 'findings.read' },
      schema: {
        tags: ['cases'],
        summary: 'Current findings of a metering point, newest first',
        querystring: FindingQuery,
        response: { 200: FindingPage },
      },
    },
    async request => {
      const { query } = request
      const from = await pointAsked(deps, request, query.point)
      const wall = wallOf(accountAsking(request))
      return { findings: await listFindings(db, { ...query, from, wall }) }
    },
  )
}
