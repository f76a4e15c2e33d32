import { CurveQuery, PeerDays, PointId } from '../../../schemas/api.ts'
import { peersOf } from '../../peers/index.ts'
import { askedDays } from '../asked-days.ts'
import type { Api, ApiDeps } from '../deps.ts'

export const peerRoutes = (api: Api, { db, registry }: ApiDeps): void => {
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
    async ({ params: { point }, query }) => ({
      pointId: point,
      days: await peersOf(db, point, ...askedDays(registry, point, query)),
    }),
  )
}
