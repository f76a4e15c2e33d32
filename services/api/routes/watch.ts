import { dayOf, parseDay } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import {
  EndWatchBody,
  NewWatch,
  WatchAnswer,
  WatchId,
  WatchImportAnswer,
  WatchImportQuery,
  WatchPage,
  WatchPageQuery,
} from '../../../schemas/watch.ts'
import { wallOf } from '../../access/index.ts'
import { gather } from '../../ingest/index.ts'
import { listWatches, readRedCards, seesWatch, strangersTo } from '../../watch/index.ts'
import { accountAsking } from '../authenticate.ts'
import { brokenOff, bytesOf } from '../body.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { nothingThere, RefusedError } from '../refused.ts'

const BYTES_AT_MOST = 16 * 1024 * 1024
const ENTRIES_SHOWN = 200

export const watchRoutes = (api: Api, { db, engine, registry, nowMs }: ApiDeps): void => {
  api.get(
    '/v1/watch',
    {
      config: { ability: 'watch.read' },
      schema: {
        tags: ['watch'],
        summary: 'Who and what is watched for coming back to life (死灰复燃)',
        querystring: WatchPageQuery,
        response: { 200: WatchPage },
      },
    },
    request => {
      const wall = wallOf(accountAsking(request))
      return listWatches(db, registry, { ...request.query, wall }, nowMs())
    },
  )
  api.post(
    '/v1/watch',
    {
      config: { ability: 'watch.write' },
      schema: {
        tags: ['watch'],
        summary: 'Put a customer or a place on the watch (reviewer)',
        description:
          'By its document, such as a red card. What its points did over the last 35 days is judged again. The same again changes nothing.',
        body: NewWatch,
        response: { 200: WatchAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const stranger = strangersTo(registry, wallOf(actor))(request.body)
      if (stranger !== undefined) throw new RefusedError('bad-request', stranger)
      const { added, known, correctionId } = await engine.addWatches([request.body], actor.name)
      return { entry: [...added, ...known][0]!, correctionId }
    },
  )
  api.post(
    '/v1/watch/:id/end',
    {
      config: { ability: 'watch.write' },
      schema: {
        tags: ['watch'],
        summary: 'End a watch, with the reason (reviewer); it stays on record',
        params: WatchId,
        body: EndWatchBody,
        response: { 200: WatchAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const wall = wallOf(actor)
      const { id } = request.params
      const { reason, until } = request.body
      if (id.startsWith('registry-')) {
        throw new ProblemError(
          'wrong-state',
          'This watch follows the registry’s status: it ends when the registry says 在用 (in-use) again.',
        )
      }
      if (!(await seesWatch(db, registry, wall, id))) throw nothingThere(wall, `There is no watch ${id}.`, id)
      const day = until === undefined ? dayOf(nowMs()) : parseDay(until)
      const result = await engine.endWatch({ id, reason, until: day }, actor.name)
      if (!('refused' in result)) return result
      if (result.refused === 'unknown') throw new ProblemError('not-found', `There is no watch ${id}.`)
      throw new ProblemError('wrong-state', `The watch ${id} has ended already.`)
    },
  )
}

/** Its body is read as it comes, whatever its media type. */
export const watchImportRoutes = (api: Api, { engine, registry }: ApiDeps): void => {
  api.post(
    '/v1/watch/import',
    {
      config: { ability: 'watch.write' },
      schema: {
        tags: ['watch'],
        summary: 'Put a list of red cards on the watch (reviewer): all of it, or with a fault nothing',
        description: `CSV, plain or gzip, or an XLSX workbook, with the column document (文号) and some of customer_id (户号),
point_id (计量点), transformer_id (变压器), address (用电地址), reason (红牌 or 查实), watched_for (地条钢, 挖矿 or a signature), since
(日期), note (备注). Every fault is named at once.`,
        consumes: ['text/csv', 'application/octet-stream', 'application/gzip'],
        querystring: WatchImportQuery,
        response: { 200: WatchImportAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const bytes = await gather(bytesOf(request), BYTES_AT_MOST, tooLarge).catch(brokenOff)
      const { watches, faults } = await readRedCards(once(bytes), registry, wallOf(actor)).catch(brokenOff)
      const entries = watches.slice(0, ENTRIES_SHOWN)
      if (request.query.dryRun || faults.length > 0)
        return { taken: false, added: 0, known: 0, faults, entries, correctionId: null }
      const { added, known, correctionId } = await engine.addWatches(watches, actor.name)
      return { taken: true, added: added.length, known: known.length, faults, entries, correctionId }
    },
  )
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const tooLarge = (): ProblemError =>
  new ProblemError('too-large', 'A list of more than 16 MB: send it in parts.')
