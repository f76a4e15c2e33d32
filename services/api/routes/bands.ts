import { CurveQuery, PointBands, PointId } from '../../../schemas/api.ts'
import { dayText, type EpochDay } from '../../../schemas/day.ts'
import { bandsOn, timeOfUseOn } from '../../billing/index.ts'
import { jurisdictionsOn } from '../../territory/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { onDaysAsked } from '../point-asked.ts'

const WHICH = `By the time-of-use table of the place the point is registered in on the day. A day of no known table is left
out. Which document says so, and whether its first day of force was seen, stands beside the hours.`

export const bandRoutes = (api: Api, deps: ApiDeps): void => {
  api.get(
    '/v1/points/:point/bands',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['readings'],
        summary: 'The tariff periods (尖峰, 峰, 平, 谷) of the days of a metering point',
        description: WHICH,
        params: PointId,
        querystring: CurveQuery,
        response: { 200: PointBands },
      },
    },
    async request => ({
      pointId: request.params.point,
      days: await onDaysAsked(deps, request, async (...asked) => daysOf(deps, ...asked)),
    }),
  )
}

const daysOf = ({ registry }: ApiDeps, point: string, from: EpochDay, to: EpochDay) =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i).flatMap(day => {
    const place = registry.atPoint(point, day)?.districtCode ?? ''
    const table = timeOfUseOn(jurisdictionsOn(place, day).codes, day)
    if (!table) return []
    const { documentNo, sourceStatus, effectiveFrom } = table
    const basis = { documentNo, sourceStatus, startVerified: effectiveFrom !== null }
    return [{ day: dayText(day), ...basis, bands: bandsOn(table, day) }]
  })
