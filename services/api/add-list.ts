import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest, FastifySchema, preHandlerAsyncHookHandler } from 'fastify'
import type { z } from 'zod'
import type { Ability, Account } from '../../schemas/account.ts'
import { type ExportFormat, ExportOptions } from '../../schemas/export.ts'
import { type Column, csvOf, type Language, xlsxOf } from '../spreadsheets/index.ts'
import { accountAsking } from './authenticate.ts'
import type { Api, ApiDeps } from './deps.ts'
import { granted } from './granted.ts'

/** How many rows of a list are asked for at once. */
const ROWS_PER_PAGE = 500

/** Where a page goes on, in the list's own words; null at the end. */
type Next = string | null

/** A list that can be taken away as a table. */
interface Table<Filters extends z.ZodObject, Page extends { readonly next: Next }, Row> {
  /** Of the list; its table is asked for at `…/export` */
  readonly path: string
  readonly ability: Ability
  readonly tag: string
  /** For the record, and for the name of the file */
  readonly name: string
  /** Which rows are asked for */
  readonly filters: Filters
  readonly columns: readonly Column<Row>[]
  /** A page of what who asks sees */
  readonly read: (asked: Asked<Filters>, account: Account, request: FastifyRequest) => Promise<Page>
  readonly rowsOf: (page: Page) => readonly Row[]
  /** Asked first: it may answer that nothing changed */
  readonly preHandler?: preHandlerAsyncHookHandler
}

/** Filters with a page: `after` is `next` of the page before. */
type Asked<Filters extends z.ZodObject> = z.output<Filters> & {
  readonly after?: string | undefined
  readonly limit: number
}

/** The same with its pages in JSON. */
interface List<Filters extends z.ZodObject, Page extends { readonly next: Next }, Row>
  extends Table<Filters, Page, Row> {
  readonly summary: string
  /** The filters with a page and how many rows */
  readonly query: z.ZodObject
  readonly answer: z.ZodType<Page>
}

/** Serves a list page by page, and the whole of it as CSV or XLSX by the same filters, seen by the same eyes. */
export const addList = <F extends z.ZodObject, P extends { readonly next: Next }, R>(
  api: Api,
  deps: Pick<ApiDeps, 'engine'>,
  list: List<F, P, R>,
): void => {
  const { path, ability, tag, summary, query, answer, read, preHandler } = list
  const schema: FastifySchema = { tags: [tag], summary, querystring: query, response: { 200: answer } }
  api.get(path, { config: { ability }, schema, ...(preHandler && { preHandler }) }, request =>
    read(request.query as unknown as Asked<F>, accountAsking(request), request),
  )
  addExport(api, deps, list)
}

/** Serves the whole of a list as CSV or XLSX, as it is read. Each is on record before its first byte is sent. */
export const addExport = <F extends z.ZodObject, P extends { readonly next: Next }, R>(
  api: Api,
  { engine }: Pick<ApiDeps, 'engine'>,
  table: Table<F, P, R>,
): void => {
  const { path, ability, tag, name, filters, columns, preHandler } = table
  const schema = {
    tags: [tag],
    summary: `Export ${name} as CSV or XLSX, of any length; the export is on record`,
    produces: Object.values(MEDIA_TYPES),
    querystring: filters.extend(ExportOptions.shape),
  }
  const options = { config: { ability }, schema, ...(preHandler && { preHandler }) }
  api.get(`${path}/export`, options, async (request, reply) => {
    const { format, lang, ...asked } = request.query as z.output<typeof ExportOptions>
    const account = accountAsking(request)
    const pages = pagesOf(table, asked as z.output<F>, request)
    // A question that cannot be answered is a problem, and no file that breaks off.
    const first = await pages.next()
    const body = { list: name, format, filters: asked }
    granted(await engine.carryOut({ name: 'export', body, actor: account }))
    return send(reply, name, format, contentOf(format, columns, from(first, pages), lang))
  })
}

async function* pagesOf<F extends z.ZodObject, P extends { readonly next: Next }, R>(
  { read, rowsOf }: Table<F, P, R>,
  filters: z.output<F>,
  request: FastifyRequest,
): AsyncGenerator<readonly R[]> {
  const account = accountAsking(request)
  for (let after: Next | undefined; after !== null; ) {
    const page: P = await read({ ...filters, after, limit: ROWS_PER_PAGE } as Asked<F>, account, request)
    yield rowsOf(page)
    after = page.next
  }
}

async function* from<T>(first: IteratorResult<T>, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  try {
    if (first.done) return
    yield first.value
    yield* rest
  } finally {
    await rest.return(undefined)
  }
}

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const contentOf = <R>(
  format: ExportFormat,
  columns: readonly Column<R>[],
  pages: AsyncIterable<readonly R[]>,
  language: Language,
): AsyncIterable<string | Uint8Array> => (format === 'csv' ? csvOf : xlsxOf)(columns, pages, language)

/** Sends what is made as the client takes it: one piece ahead, and none once it has gone. */
const send = (
  reply: FastifyReply,
  name: string,
  format: ExportFormat,
  content: AsyncIterable<string | Uint8Array>,
): FastifyReply =>
  reply
    .header('content-type', MEDIA_TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format}"`)
    .send(Readable.from(content, { highWaterMark: 1 }))
