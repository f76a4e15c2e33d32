import type { Account } from '../../../schemas/account.ts'
import {
  AuditAnswer,
  CaseId,
  CasePage,
  CasePageQuery,
  FindingPage,
  FindingQuery,
} from '../../../schemas/api.ts'
import { CommentList } from '../../../schemas/case-moves.ts'
import { CaseView } from '../../../schemas/case-view.ts'
import { Finding } from '../../../schemas/finding.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { seesCase, seesPoint, wallOf } from '../../access/index.ts'
import { commentsOn, listCaseSummaries, readAudit, showCase } from '../../cases/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

/** What is read of cases. */
export const caseRoutes = (api: Api, { db, engine, nowMs }: ApiDeps): void => {
  const isSeen = (account: Account, id: string) => seesCase(db, wallOf(account), id)
  api.get(
    '/v1/cases',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['cases'],
        summary: 'List cases',
        querystring: CasePageQuery,
        response: { 200: CasePage },
      },
    },
    async request => {
      const { state, district, after, limit } = request.query
      const cases = await listCaseSummaries(db, { state, districtCode: district, after, limit })
      return { cases, next: cases.length === limit ? cases.at(-1)!.number : null }
    },
  )
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
      const { id } = request.params
      const found = (await isSeen(account, id)) && (await showCase(db, id, account, nowMs()))
      if (!found) throw noCase(id)
      await engine.noteView(id, account.name)
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
      const account = accountAsking(request)
      const { id } = request.params
      if (!(await isSeen(account, id))) throw noCase(id)
      await engine.noteView(id, account.name)
      return readAudit(db, id)
    },
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
      const { id } = request.params
      if (!(await isSeen(account, id))) throw noCase(id)
      await engine.noteView(id, account.name)
      return { comments: await commentsOn(db, id, account) }
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
    async request => {
      const { query } = request
      if (!(await seesPoint(db, wallOf(accountAsking(request)), query.point))) return { findings: [] }
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
