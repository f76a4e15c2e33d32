import { Curve, CurveQuery, DaySums, PointId } from '../../../schemas/api.ts'
import { dayText } from '../../../schemas/day.ts'
import { shortest } from '../../../schemas/single.ts'
import { primaryPower } from '../../adapters/history/index.ts'
import { createCalendar, daySums } from '../../process/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { onDaysAsked } from '../point-asked.ts'

export const curveRoutes = (api: Api, deps: ApiDeps): void => {
  const { history } = deps
  const calendar = createCalendar()
  api.get(
    '/v1/points/:point/curve',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['readings'],
        summary: 'The load curve of a metering point',
        params: PointId,
        querystring: CurveQuery,
        response: { 200: Curve },
      },
    },
    async request => {
      const stored = await onDaysAsked(deps, request, (...asked) => history.window(...asked))
      return {
        pointId: request.params.point,
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
      config: { ability: 'readings.read' },
      schema: {
        tags: ['readings'],
        summary: 'Energy of a metering point by days, with what is odd about their readings',
        params: PointId,
        querystring: CurveQuery,
        response: { 200: DaySums },
      },
    },
    async request => ({
      pointId: request.params.point,
      days: await onDaysAsked(deps, request, (...asked) => daySums({ ...deps, calendar }, ...asked)),
    }),
  )
}

const numbers = (values: Float32Array): (number | null)[] =>
  Array.from(values, value => (Number.isNaN(value) ? null : shortest(value)))
