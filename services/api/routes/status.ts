import { sql } from 'kysely'
import { RejectPage, RejectPageQuery, StatusAnswer } from '../../../schemas/api.ts'
import { unpackMarks } from '../../../schemas/quality.ts'
import { serviceWallOf, type Wall, withinWall } from '../../access/index.ts'
import type { Db, Tables } from '../../adapters/store/index.ts'
import { countWaiting, endpointNotices } from '../../alerts/index.ts'
import { calendarNotices } from '../../calendar/index.ts'
import { listRejects, outcomeCounts } from '../../ingest/index.ts'
import { createPace, LOOK_EVERY_MS, type Pace, workState } from '../../operation/index.ts'
import { versionNotices } from '../../versions/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

export const statusRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, nowMs } = deps
  const pace = createPace(nowMs)
  const look = (): unknown =>
    outcomeCounts(db)
      .then(pace.look)
      .catch(error => api.log.warn({ err: error }, 'The pace of the work could not be read.'))
  // Before anybody asks, so that the first answer has something to compare with.
  api.addHook('onReady', async () => void look())
  const looking = setInterval(look, LOOK_EVERY_MS).unref()
  api.addHook('onClose', async () => clearInterval(looking))
  api.get(
    '/v1/rejects',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'The reject book, oldest first',
        querystring: RejectPageQuery,
        response: { 200: RejectPage },
      },
    },
    async ({ query }) => {
      const rejects = await listRejects(db, query)
      return { rejects, next: rejects.length === query.limit ? rejects.at(-1)!.sequence : null }
    },
  )
  api.get(
    '/v1/status',
    {
      config: { ability: 'status.read' },
      schema: {
        tags: ['operation'],
        summary: 'What was taken in, judged and told; of cases and alerts those that are seen',
        response: { 200: StatusAnswer },
      },
    },
    async request => {
      const wall = serviceWallOf(accountAsking(request))
      return {
        ...(wall.kind === 'none' || wall.kind === 'supply-units' ? await serviceFigures(deps, pace) : {}),
        openCases: await countOpenCases(db, wall),
        alertsWaiting: await countWaiting(db, wall),
      }
    },
  )
}

const serviceFigures = async ({ db, engine, backlog, detectors, nowMs }: ApiDeps, pace: Pace) => {
  // First, so that the counts below hold all that no longer waits.
  const waiting = (await backlog()) + (await count(db, 'suspected'))
  const outcomes = await outcomeCounts(db)
  return {
    waiting,
    outcomes,
    toJudgeAgain: await count(db, 'rescore'),
    meters: await countMeters(db),
    judgedDays: await count(db, 'feature'),
    markedDays: await countMarks(db),
    heldFindings: await count(db, 'held'),
    notices: [
      ...(await versionNotices(db, detectors)),
      ...calendarNotices(nowMs()),
      ...(await endpointNotices(db)),
    ],
    work: await workState(engine, pace.look(outcomes)),
  }
}

const count = async (db: Db, table: keyof Tables): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(db)
  return Number(rows[0]?.n)
}

const countMeters = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('meter')
    .select(({ fn }) => fn.count<number>('meter_id').distinct().as('n'))
    .executeTakeFirst()
  return Number(row?.n)
}

const countOpenCases = async (db: Db, wall: Wall): Promise<number> => {
  const row = await db
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('state', 'not in', ['closed', 'merged'])
    .where(withinWall(wall, 'cases'))
    .executeTakeFirst()
  return Number(row?.n)
}

const countMarks = async (db: Db): Promise<Record<string, number>> => {
  const rows = await db
    .selectFrom('feature')
    .select(({ fn }) => ['marks', fn.countAll<number>().as('days')])
    .where('marks', '<>', 0)
    .groupBy('marks')
    .execute()
  const counts: Record<string, number> = {}
  for (const { marks, days } of rows) {
    for (const mark of unpackMarks(marks)) counts[mark] = (counts[mark] ?? 0) + Number(days)
  }
  return counts
}
