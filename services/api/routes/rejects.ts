import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import type { z } from 'zod'
import { type RejectEntry, RejectExportQuery, ReplayAnswer, ReplayBody } from '../../../schemas/api.ts'
import { shanghaiText } from '../../../schemas/day.ts'
import type { Db } from '../../adapters/store/index.ts'
import { replayRejects } from '../../imports/index.ts'
import { listRejects } from '../../ingest/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { createOnceUnder } from '../once-under.ts'

const ENTRIES_PER_PAGE = 1_000
const COLUMNS = ['sequence', 'reason', 'detail', 'source', 'first_at', 'last_at', 'times', 'raw']

const REPLAY = `Takes entries in again, for instance when the registry was mended: what is good now is taken and noted as
replayed, what is not stays. Values that lost their slot to another one (corrected, superseded) are never taken in
again. Both count as readings that came in.`

export const rejectRoutes = (api: Api, { db, engine, registry, nowMs }: ApiDeps): void => {
  const onceUnder = createOnceUnder(engine)
  api.get(
    '/v1/rejects/export',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'Export the reject book as CSV',
        description: `CSV with the header ${COLUMNS.join(',')}. Streamed, of any length.`,
        produces: ['text/csv'],
        querystring: RejectExportQuery,
      },
    },
    ({ query }, reply) =>
      reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', 'attachment; filename="rejects.csv"')
        .send(Readable.from(pagesOf(db, query))),
  )
  api.post(
    '/v1/rejects/replay',
    {
      config: { ability: 'rejects.write' },
      schema: {
        tags: ['intake'],
        summary: 'Take rejected readings in again',
        description: REPLAY,
        body: ReplayBody,
        response: { 200: ReplayAnswer },
      },
    },
    request =>
      onceUnder(request, 'replay', async () => {
        const { backfill, ...filter } = request.body
        return replayRejects({ db, engine, meters: registry, nowMs }, filter, backfill ? 'backfill' : 'bulk')
      }),
  )
}

async function* pagesOf(db: Db, query: z.infer<typeof RejectExportQuery>): AsyncGenerator<string> {
  yield csv([COLUMNS])
  for (let { after } = query; ; ) {
    const page = await listRejects(db, { ...query, after, limit: ENTRIES_PER_PAGE })
    if (page.length > 0) yield csv(page.map(rowOf))
    if (page.length < ENTRIES_PER_PAGE) return
    after = page.at(-1)!.sequence
  }
}

const rowOf = ({ sequence, reason, detail, source, firstAt, lastAt, times, raw }: RejectEntry) => [
  ...[sequence, reason, detail, source],
  ...[firstAt, lastAt].map(at => shanghaiText(Date.parse(at))),
  ...[times, raw],
]

// A lone carriage return would end the row for some readers.
const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(rows as (string | number)[][], { quoted_match: /\r/ })
