import { AuditAnswer, CaseId, FindingPage, FindingQuery } from '../../../schemas/api.ts'
import { CommentList } from '../../../schemas/case-moves.ts'
import { CaseView } from '../../../schemas/case-view.ts'
import { wallOf } from '../../access/index.ts'
import { commentsOn, listFindings, readAudit, showCase } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import { lookAtCase } from '../case-asked.ts'
import { leadNamed } from '../case-named.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { pointAsked } from '../point-asked.ts'

/** What is read of cases. */
export const caseRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, engine, nowMs } = deps
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
      const account = accountAsking(request)
      const id = await leadNamed(db, account, request.params.id)
      const shown = (await showCase(db, id, account, nowMs()))!
      for (const seen of [shown, ...shown.members]) await engine.noteView(seen.id, account.name)
      return shown
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
    async request => readAudit(db, await lookAtCase(deps, request)),
  )
  api.get(
    '/v1/cases/:id/comments',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'Comments on a case, of which a district reads those for all; the view is on record',
        params: CaseId,
        response: { 200: CommentList },
      },
    },
    async request => {
      const account = accountAsking(request)
      const id = await lookAtCase(deps, request)
      return { comments: await commentsOn(db, id, account) }
    },
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
