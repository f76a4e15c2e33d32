import { CurveQuery, PeerDays, PointId } from '../../../schemas/api.ts'
import { peersOf } from '../../peers/index.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { onDaysAsked } from '../point-asked.ts'

export const peerRoutes = (api: Api, deps: ApiDeps): void => {
  api.get(
    '/v1/points/:point/peers',
    {
      config: { ability: 'readings.read' },
      schema: {
        tags: ['readings'],
        summary: 'The judged days of a metering point beside its peers of district and trade, as aggregates',
        params: PointId,
        querystring: CurveQuery,
        response: { 200: PeerDays },
      },
    },
    async request => ({
      pointId: request.params.point,
      days: await onDaysAsked(deps, request, (...asked) => peersOf(deps.db, ...asked)),
    }),
  )
}
