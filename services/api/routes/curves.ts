import { Curve, CurveQuery, DaySums, PointId } from '../../../schemas/api.ts'
import { dayText, type EpochDay, parseDay } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { shortest } from '../../../schemas/single.ts'
import { primaryPower } from '../../adapters/history/index.ts'
import { createCalendar, daySums } from '../../process/index.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DAYS_AT_MOST = 400

export const curveRoutes = (api: Api, { db, history, registry }: ApiDeps): void => {
  const calendar = createCalendar()
  const days = (point: string, query: { from: string; to: string }): [EpochDay, EpochDay] => {
    const [from, to] = [parseDay(query.from), parseDay(query.to)]
    if (to < from || to - from >= DAYS_AT_MOST) {
      throw new ProblemError('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days, "from" before "to".`)
    }
    if (!registry.hasPoint(point)) {
      throw new ProblemError('not-found', `There is no metering point ${point}.`)
    }
    return [from, to]
  }
  api.get(
    '/v1/points/:point/curve',
    {
      schema: {
        tags: ['readings'],
        summary: 'The load curve of a metering point',
        params: PointId,
        querystring: CurveQuery,
        response: { 200: Curve },
      },
    },
    async ({ params: { point }, query }) => {
      const stored = await history.window(point, ...days(point, query))
      return {
        pointId: point,
        days: stored.map(day => {
          const { kw, kvar } = primaryPower(day)
          const place = { day: dayText(day.day), intervalMinutes: day.intervalMinutes }
          return { ...place, kw: numbers(kw), kvar: kvar && numbers(kvar) }
        }),
      }
    },
  )
  api.get(
    '/v1/points/:point/days',
    {
      schema: {
        tags: ['readings'],
        summary: 'Energy of a metering point by days, with what is odd about their readings',
        params: PointId,
        querystring: CurveQuery,
        response: { 200: DaySums },
      },
    },
    async ({ params: { point }, query }) => ({
      pointId: point,
      days: await daySums({ db, history, registry, calendar }, point, ...days(point, query)),
    }),
  )
}

const numbers = (values: Float32Array): (number | null)[] =>
  Array.from(values, value => (Number.isNaN(value) ? null : shortest(value)))
