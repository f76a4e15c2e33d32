import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ExportFormat } from '../../../schemas/export.ts'
import { type PriceChangeContent, PriceChangeId, type PriceFault } from '../../../schemas/price-change.ts'
import {
  PriceTableAnswer,
  PriceTableOptions,
  PriceTableQuery,
  PriceTemplateQuery,
} from '../../../schemas/price-table.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { gather } from '../../ingest/index.ts'
import { contentOfChange, previewTable, sentenceOf, tableOf, templateOf } from '../../price-changes/index.ts'
import { MEDIA_TYPES } from '../add-list.ts'
import { accountAsking } from '../authenticate.ts'
import { brokenOff, bytesOf } from '../body.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['pricing']
const BYTES_AT_MOST = 16 * 1024 * 1024
const TOLD_AT_MOST = 10_000
const ROWS_SHOWN = 20

const DESCRIPTION = `A table as CSV (UTF-8 or GB18030, plain or gzip) or as an XLSX workbook, its headings in Chinese or
English and in any order; GET /v1/pricing/changes/template gives one with its headings. A rule has a flat amount in its
own column, or any other formula as JSON. A decision is one document a file: it stands in columns or in the query.
Everything that is wrong is told at once, with row (as a spreadsheet counts: the heading is row 1), column and reason:
unknown, missing or doubled headings, merged cells, formulas, empty rows, numbers as text, dates that are none, and all
that JSON is checked for. With one fault nothing is taken in. A dry run answers the faults and what would be put up.`

/** Empty tables to be filled in, and changes as tables that can be imported again. */
export const priceTableRoutes = (api: Api, { db, engine }: ApiDeps): void => {
  api.get(
    '/v1/pricing/changes/template',
    {
      config: { ability: 'pricing.write' },
      schema: {
        tags,
        summary: 'An empty table of a kind with its headings, and one row that shows how it is filled',
        produces: Object.values(MEDIA_TYPES),
        querystring: PriceTemplateQuery,
      },
    },
    (request, reply) => {
      const { kind, format, lang } = request.query
      return send(reply, `${kind}-template`, format, templateOf(kind, format, lang))
    },
  )
  api.get(
    '/v1/pricing/changes/:id/table',
    {
      config: { ability: 'pricing.write' },
      schema: {
        tags,
        summary: 'All rows of a change as a table that can be imported again; the export is on record',
        produces: Object.values(MEDIA_TYPES),
        params: PriceChangeId,
        querystring: PriceTableOptions,
      },
    },
    async (request, reply) => {
      const { id } = request.params
      const { format, lang } = request.query
      const content = await contentOfChange(db, id)
      if (!content) throw new ProblemError('not-found', `There is no change ${id}.`)
      const body = { list: 'price-change', format, filters: { id } }
      granted(await engine.carryOut({ name: 'export', body, actor: accountAsking(request) }))
      return send(reply, id, format, tableOf(content, format, lang))
    },
  )
}

const send = (
  reply: FastifyReply,
  name: string,
  format: ExportFormat,
  table: AsyncIterable<string | Uint8Array>,
): FastifyReply =>
  reply
    .header('content-type', MEDIA_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(Readable.from(table, { highWaterMark: 1 }))

/** Its body is read as it comes, whatever its media type. */
export const priceImportRoutes = (api: Api, { db, engine, nowMs }: ApiDeps): void => {
  api.post(
    '/v1/pricing/changes/import',
    {
      config: { ability: 'pricing.write' },
      schema: {
        tags,
        summary:
          'Put up a table of rules, assessments, notices or one decision: all of it, or with a fault nothing',
        description: DESCRIPTION,
        consumes: ['text/csv', 'application/octet-stream', 'application/gzip'],
        querystring: PriceTableQuery,
        response: { 200: PriceTableAnswer },
      },
    },
    async request => {
      const { kind, dryRun = false, reason = '', ...document } = request.query
      if (!dryRun && reason === '')
        throw new ProblemError('bad-request', 'Say why it is put up: add reason=….')
      const bytes = await gather(bytesOf(request), BYTES_AT_MOST, tooLarge).catch(brokenOff)
      const read = await previewTable(db, once(bytes), { kind, document }, nowMs()).catch(brokenOff)
      const answer = {
        change: null,
        rows: read.rows,
        faults: read.faults.slice(0, TOLD_AT_MOST),
        faultCount: read.faults.length,
        warnings: read.warnings.slice(0, TOLD_AT_MOST),
        effect: read.effect,
        understood: read.understood && beginningOf(read.understood),
      }
      if (dryRun) return answer
      if (read.content === null) throw refused(read.faults)
      return {
        ...answer,
        change: await putUp(engine, request, { reason, content: read.content }, read.inTable),
      }
    },
  )
}

/** What of the store moved on meanwhile is told in the table's rows too. */
const putUp = async (
  engine: ApiDeps['engine'],
  request: FastifyRequest,
  body: { readonly reason: string; readonly content: PriceChangeContent },
  inTable: (fault: PriceFault) => PriceFault,
) => {
  const order = {
    name: 'propose-price-change',
    body,
    actor: accountAsking(request),
    key: keyOf(request),
  } as const
  const result = await engine.carryOut(order)
  if ('refused' in result && result.refused.faults) throw refused(result.refused.faults.map(inTable))
  return granted(result).change
}

const refused = (faults: readonly PriceFault[]): ProblemError =>
  new ProblemError('bad-request', sentenceOf(faults), { faults: faults.slice(0, TOLD_AT_MOST) })

const beginningOf = (content: PriceChangeContent): PriceChangeContent => {
  switch (content.kind) {
    case 'rules':
      return { ...content, rules: content.rules.slice(0, ROWS_SHOWN) }
    case 'assessments':
      return { ...content, assessments: content.assessments.slice(0, ROWS_SHOWN) }
    case 'decision': {
      const { decision } = content
      return { ...content, decision: { ...decision, entries: decision.entries.slice(0, ROWS_SHOWN) } }
    }
    case 'notices':
      return { ...content, notices: content.notices.slice(0, ROWS_SHOWN) }
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const tooLarge = (): ProblemError =>
  new ProblemError('too-large', 'A table of more than 16 MB: send it in parts.')
