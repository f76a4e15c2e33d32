import { ReasonBody } from '../../../schemas/api-learning.ts'
import { NetworkAnswer, NetworkBody, NetworkId, NetworkPage, NetworkQuery } from '../../../schemas/network.ts'
import { listNetworks } from '../../networks/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'

const tags = ['networks']

const LISTING = `Alerts go to the public internet alone, unless a closed network is listed here: that of an office, within private address
space. Loopback, link-local addresses and those where clouds keep their metadata can never be listed. It holds from the
next request on, in every process.`

export const networkRoutes = (api: Api, { db, engine, wakeRelay }: ApiDeps): void => {
  api.get(
    '/v1/networks',
    {
      config: { ability: 'networks.read' },
      schema: {
        tags,
        summary: 'Closed networks that alerts may go to, ended ones too',
        querystring: NetworkQuery,
        response: { 200: NetworkPage },
      },
    },
    async ({ query }) => {
      const networks = await listNetworks(db, query)
      return { networks, next: networks.length === query.limit ? networks.at(-1)!.id : null }
    },
  )
  api.post(
    '/v1/networks',
    {
      config: { ability: 'networks.write' },
      schema: {
        tags,
        summary: 'List a closed network that alerts may go to (operator)',
        description: LISTING,
        body: NetworkBody,
        response: { 200: NetworkAnswer },
      },
    },
    async request => {
      const actor = accountAsking(request)
      const order = { name: 'list-network', body: request.body, actor, key: keyOf(request) } as const
      const answer = granted(await engine.carryOut(order))
      wakeRelay()
      return answer
    },
  )
  api.post(
    '/v1/networks/:id/end',
    {
      config: { ability: 'networks.write' },
      schema: {
        tags,
        summary: 'End a listed network, with a reason: nothing goes there any more (operator)',
        params: NetworkId,
        body: ReasonBody,
        response: { 200: NetworkAnswer },
      },
    },
    async request => {
      const body = { id: request.params.id, reason: request.body.reason }
      const actor = accountAsking(request)
      return granted(await engine.carryOut({ name: 'end-network', body, actor, key: keyOf(request) }))
    },
  )
}
