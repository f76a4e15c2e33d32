import { Curve, CurveQuery, PointId } from '../../../schemas/api.ts'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { shortest } from '../../../schemas/single.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DAYS_AT_MOST = 400

export const curveRoutes = (api: Api, { history, registry }: ApiDeps): void => {
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
    async request => {
      const [from, to] = [parseDay(request.query.from), parseDay(request.query.to)]
      if (to < from || to - from >= DAYS_AT_MOST) {
        throw new ProblemError('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days, "from" before "to".`)
      }
      if (!registry.atPoint(request.params.point)) {
        throw new ProblemError('not-found', `There is no metering point ${request.params.point}.`)
      }
      const days = await history.window(request.params.point, from, to)
      return {
        pointId: request.params.point,
        days: days.map(({ day, intervalMinutes, kw, kvar }) => ({
          day: dayText(day),
          intervalMinutes,
          kw: numbers(kw),
          kvar: kvar && numbers(kvar),
        })),
      }
    },
  )
}

const numbers = (values: Float32Array): (number | null)[] =>
  Array.from(values, value => (Number.isNaN(value) ? null : shortest(value)))
