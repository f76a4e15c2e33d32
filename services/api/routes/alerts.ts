import { z } from 'zod'
import { AlertPage, DistrictCode, EndpointAnswer, EndpointBody, EndpointList } from '../../../schemas/api.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { serviceWallOf } from '../../access/index.ts'
import { listAlerts, listEndpoints } from '../../alerts/index.ts'
import { isKnownDistrict } from '../../territory/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

const AlertQuery = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) })

export const alertRoutes = (api: Api, { db, engine, refuseUrl, wakeRelay }: ApiDeps): void => {
  api.get(
    '/v1/alerts',
    {
      config: { ability: 'alerts.read' },
      schema: {
        tags: ['alerts'],
        summary: 'The newest alerts of cases that are seen, with every attempt',
        querystring: AlertQuery,
        response: { 200: AlertPage },
      },
    },
    async request => {
      const wall = serviceWallOf(accountAsking(request))
      return { alerts: await listAlerts(db, { wall, limit: request.query.limit }) }
    },
  )
  api.get(
    '/v1/endpoints',
    {
      config: { ability: 'alerts.read' },
      schema: {
        tags: ['alerts'],
        summary: 'Where districts receive their alerts',
        response: { 200: EndpointList },
      },
    },
    async request => ({ endpoints: await listEndpoints(db, serviceWallOf(accountAsking(request))) }),
  )
  api.put(
    '/v1/endpoints/:district',
    {
      config: { ability: 'endpoints.write' },
      schema: {
        tags: ['alerts'],
        summary: 'Set the endpoint of a district (reviewer); the secret is answered this once',
        params: DistrictCode,
        body: EndpointBody,
        response: { 200: EndpointAnswer },
      },
    },
    async request => {
      const endpoint = { districtCode: request.params.district, url: request.body.url }
      if (!isKnownDistrict(endpoint.districtCode)) {
        throw new ProblemError('bad-request', `There is no district ${endpoint.districtCode} to tell.`)
      }
      const refusal = await refuseUrl(endpoint.url)
      if (refusal !== undefined) throw new ProblemError('bad-request', refusal)
      const secret = await engine.putEndpoint(endpoint)
      wakeRelay()
      return { ...endpoint, secret }
    },
  )
}
