import { Readable } from 'node:stream'
import {
  AuditExportQuery,
  AuditPage,
  AuditQuery,
  AuditRootPage,
  AuditRootQuery,
  AuditVerification,
  AuditVerifyQuery,
} from '../../../schemas/audit.ts'
import { parseDay } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { seesCase, wallOf } from '../../access/index.ts'
import { auditCsv, auditLines, listRoots, pageOfAudit, type Scope, verifyAudit } from '../../audit/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'

const tags = ['audit']
const config = { ability: 'audit.read' } as const

/** Days that are verified in one request; the command verifies everything. */
const DAYS_AT_MOST = 31

const WHOSE = `An auditor reads all of it; others that of the cases they see, of criteria and of detector versions, and
of what was done at the desk and belongs to no case what they did themselves.`

const EXPORT = `Streamed, of any length, by chain and sequence. NDJSON can be verified from the file alone: \`hash\` is the
SHA-256 of the very bytes of \`link\`, whose \`previous_hash\` is the hash of the link before (64 zeros before the first).
Unfiltered, an auditor gets the root of every day too: \`links_hash\` is the SHA-256 over "case_id\\nsequence\\nhash\\n" of
the links of the day, \`hash\` that of the JSON of day, links, links_hash, made_at, previous_hash. The export is on record.`

export const auditRoutes = (api: Api, deps: ApiDeps): void => {
  readRoutes(api, deps)
  proofRoutes(api, deps)
}

const readRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/audit',
    {
      config,
      schema: {
        tags,
        summary: 'Read the audit, in the order in which it happened',
        description: `${WHOSE} To read that of a case is a view, which is on record.`,
        querystring: AuditQuery,
        response: { 200: AuditPage },
      },
    },
    async request => {
      const account = accountAsking(request)
      const { case: id } = request.query
      if (id !== undefined && (await seesCase(db, wallOf(account), id)))
        await engine.noteView(id, account.name)
      return pageOfAudit(db, account, request.query)
    },
  )
  api.get(
    '/v1/audit/export',
    {
      config,
      schema: {
        tags,
        summary: 'Export the audit as NDJSON or CSV',
        description: `${WHOSE} ${EXPORT}`,
        produces: ['application/x-ndjson', 'text/csv'],
        querystring: AuditExportQuery,
      },
    },
    async (request, reply) => {
      const { format, ...filter } = request.query
      const account = accountAsking(request)
      const body = { list: 'audit', format, filters: filter }
      granted(await engine.carryOut({ name: 'export', body, actor: account }))
      const [type, lines] = format === 'csv' ? ['text/csv', auditCsv] : ['application/x-ndjson', auditLines]
      return reply
        .header('content-type', `${type}; charset=utf-8`)
        .header('content-disposition', `attachment; filename="audit.${format}"`)
        .send(Readable.from(lines(db, account, filter)))
    },
  )
}

const proofRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/audit/roots',
    {
      config,
      schema: {
        tags,
        summary: 'Roots of the audit, one a day',
        description:
          'Each is over every link of its day and over the root before; kept elsewhere they are witnesses.',
        querystring: AuditRootQuery,
        response: { 200: AuditRootPage },
      },
    },
    async ({ query: { after, limit } }) => {
      const roots = await listRoots(db, { after: after === undefined ? undefined : parseDay(after), limit })
      return { roots, next: roots.length === limit ? roots.at(-1)!.day : null }
    },
  )
  api.get(
    '/v1/audit/verify',
    {
      config,
      schema: {
        tags,
        summary: 'Hash the audit anew: of a case, or of a period of at most 31 days (auditor)',
        description: 'A period takes in every chain that has a link in it, and the roots of its days.',
        querystring: AuditVerifyQuery,
        response: { 200: AuditVerification },
      },
    },
    async request => {
      const account = accountAsking(request)
      const { case: id, from, to } = request.query
      if (id === undefined) {
        if (account.role !== 'auditor')
          throw new ProblemError('forbidden', 'Name a case: only an auditor verifies a period.')
        return verifyAudit(db, periodOf(from, to))
      }
      if (!(await seesCase(db, wallOf(account), id)))
        throw new ProblemError('not-found', `There is no case ${id}.`)
      await engine.noteView(id, account.name)
      return verifyAudit(db, { kind: 'chain', id })
    },
  )
}

const periodOf = (from: string | undefined, to: string | undefined): Scope => {
  const [first, last] = [from, to].map(day => (day === undefined ? Number.NaN : parseDay(day))) as [
    number,
    number,
  ]
  if (last >= first && last - first < DAYS_AT_MOST) return { kind: 'period', from: first, to: last }
  throw new ProblemError(
    'bad-request',
    `Name a case, or a period by "from" and "to" of at most ${DAYS_AT_MOST} days; "dianshao audit verify" takes all.`,
  )
}
