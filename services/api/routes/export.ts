import { Readable } from 'node:stream'
import { stringify } from 'csv-stringify/sync'
import { ExportQuery } from '../../../schemas/api.ts'
import { dayStartMs, type EpochDay, MS_PER_MINUTE, parseDay, shanghaiText } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { shortest } from '../../../schemas/single.ts'
import { pointsWithin, wallOf } from '../../access/index.ts'
import { primaryPower, type StoredDay } from '../../adapters/history/index.ts'
import type { Db } from '../../adapters/store/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { pointAsked } from '../point-asked.ts'

const DESCRIPTION = `The readings of a period as CSV with the header meter_id,ts,kw,kvar,revision, primary side, each under
the meter that delivered it: a file that can be imported again. Only what is seen of each point. Streamed, of any
length.`

export const exportRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, history, registry } = deps
  api.get(
    '/v1/readings/export',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['readings'],
        summary: 'Export the readings of a period as CSV',
        description: DESCRIPTION,
        produces: ['text/csv'],
        querystring: ExportQuery,
      },
    },
    async (request, reply) => {
      const { query } = request
      const [from, to] = [parseDay(query.from), parseDay(query.to)]
      if (to < from) throw new ProblemError('bad-request', 'Ask for a period with "from" before "to".')
      if (query.point !== undefined) await pointAsked(deps, request, query.point)
      const wall = wallOf(accountAsking(request))
      const seen = await pointsWithin(db, wall, await pointsOf(db, query))
      return reply
        .header('content-type', 'text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="readings-${query.from}-${query.to}.csv"`)
        .send(Readable.from(lines({ history, registry }, seen, query.customer, from, to)))
    },
  )
}

const pointsOf = async (
  db: Db,
  { point, customer }: { point?: string | undefined; customer?: string | undefined },
): Promise<string[]> => {
  let query = db.selectFrom('meter').select('point_id').distinct()
  if (point !== undefined) query = query.where('point_id', '=', point)
  if (customer !== undefined) query = query.where('customer_id', '=', customer)
  return (await query.execute()).map(({ point_id }) => point_id)
}

async function* lines(
  { history, registry }: Pick<ApiDeps, 'history' | 'registry'>,
  seen: ReadonlyMap<string, EpochDay>,
  customer: string | undefined,
  from: EpochDay,
  to: EpochDay,
): AsyncGenerator<string> {
  yield 'meter_id,ts,kw,kvar,revision\n'
  for (const [point, first] of [...seen].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (first > to) continue
    for (const day of await history.window(point, Math.max(from, first), to)) {
      // A point may have been another's before.
      const isAsked = customer === undefined || registry.atPoint(point, day.day)?.customerId === customer
      if (isAsked) yield linesOf(day)
    }
  }
}

const linesOf = (day: StoredDay): string => {
  const { kw, kvar } = primaryPower(day)
  const ids = day.sources.map(({ meterId }) => stringify([[meterId]]).trimEnd())
  const startMs = dayStartMs(day.day)
  let text = ''
  for (let slot = 0; slot < kw.length; slot++) {
    if (Number.isNaN(kw[slot]!)) continue
    const at = shanghaiText(startMs + (slot + 1) * day.intervalMinutes * MS_PER_MINUTE)
    const reactive = kvar && !Number.isNaN(kvar[slot]!) ? shortest(kvar[slot]!) : ''
    text += `${ids[day.source?.[slot] ?? 0]},${at},${shortest(kw[slot]!)},${reactive},${day.revision?.[slot] ?? 0}\n`
  }
  return text
}
