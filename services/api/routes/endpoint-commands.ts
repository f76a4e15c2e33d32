import type { FastifyRequest } from 'fastify'
import { ResentAnswer } from '../../../schemas/alert.ts'
import { ReasonBody } from '../../../schemas/api-learning.ts'
import {
  type Endpoint,
  EndpointAnswer,
  EndpointBody,
  EndpointChange,
  EndpointId,
  EndpointSecret,
  EndpointTest,
  ReplayRange,
} from '../../../schemas/endpoint.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { newSecret, secretMark, tryEndpoint } from '../../alerts/index.ts'
import type { AnswerOf, CommandName, Order } from '../../desk/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { granted } from '../granted.ts'
import { keyOf } from '../idempotency-key.ts'
import { createOnceUnder } from '../once-under.ts'

const tags = ['alerts']
const config = { ability: 'endpoints.write' as const }

/** What a reviewer does with endpoints. */
export const endpointCommandRoutes = (api: Api, deps: ApiDeps): void => {
  secretRoutes(api, deps)
  changeRoutes(api, deps)
  tryRoutes(api, deps)
}

/** Does a command of who asks, and lets what it set free go out. */
const commander =
  ({ engine, wakeRelay }: ApiDeps) =>
  async <N extends CommandName>(request: FastifyRequest, name: N, body: Order<N>['body']) => {
    const order = { name, body, actor: accountAsking(request), key: keyOf(request) }
    const answer = granted(await engine.carryOut<N>(order))
    wakeRelay()
    return answer as Exclude<AnswerOf<N>, { readonly refused: unknown }>
  }

/** Secrets are drawn here, and shown here once: what is kept under a key holds none. */
const secretRoutes = (api: Api, deps: ApiDeps): void => {
  const command = commander(deps)
  const shown = ({ endpoint, mark }: { endpoint: Endpoint; mark: string }, secret: string) => ({
    endpoint,
    secret: mark === secretMark(secret) ? secret : null,
  })
  api.post(
    '/v1/endpoints',
    {
      config,
      schema: {
        tags,
        summary: 'Make an endpoint (reviewer); its secret is answered this once',
        description:
          'Alerts of the district that found no endpoint, and that it wants, go out at once. The secret is one of Standard Webhooks.',
        body: EndpointBody,
        response: { 200: EndpointSecret },
      },
    },
    async request => {
      await refuse(deps, request.body.url)
      const secret = newSecret()
      return shown(await command(request, 'make-endpoint', { ...request.body, secret }), secret)
    },
  )
  api.post(
    '/v1/endpoints/:id/rotate',
    {
      config,
      schema: {
        tags,
        summary: 'Draw a new secret (reviewer); it is answered this once',
        description:
          'For 24 hours every alert is signed with the old secret besides, so that the receiver can change over; a rotation within that time ends the older one at once.',
        params: EndpointId,
        body: ReasonBody.nullish(),
        response: { 200: EndpointSecret },
      },
    },
    async request => {
      const secret = newSecret()
      const body = { id: request.params.id, reason: request.body?.reason ?? '', secret }
      return shown(await command(request, 'rotate-secret', body), secret)
    },
  )
}

const refuse = async ({ refuseUrl }: ApiDeps, url: string): Promise<void> => {
  const refusal = await refuseUrl(url)
  if (refusal !== undefined) throw new ProblemError('bad-request', refusal)
}

const SWITCHES = [
  { path: 'off', on: false, summary: 'Switch an endpoint off (reviewer): what it wants waits' },
  {
    ...{ path: 'on', on: true },
    summary: 'Switch an endpoint on again (reviewer): what waits there, or was given up, goes out at once',
  },
] as const

const changeRoutes = (api: Api, deps: ApiDeps): void => {
  const command = commander(deps)
  api.post(
    '/v1/endpoints/:id/change',
    {
      config,
      schema: {
        tags,
        summary: 'Change address, filters or note of an endpoint (reviewer); its secret stays',
        params: EndpointId,
        body: EndpointChange,
        response: { 200: EndpointAnswer },
      },
    },
    async request => {
      if (request.body.url !== undefined) await refuse(deps, request.body.url)
      return command(request, 'change-endpoint', { ...request.body, id: request.params.id })
    },
  )
  for (const { path, on, summary } of SWITCHES) {
    api.post(
      `/v1/endpoints/:id/${path}`,
      {
        config,
        schema: {
          tags,
          summary,
          params: EndpointId,
          body: ReasonBody.nullish(),
          response: { 200: EndpointAnswer },
        },
      },
      request => {
        const body = { id: request.params.id, on, reason: request.body?.reason ?? '' }
        return command(request, 'switch-endpoint', body)
      },
    )
  }
  api.post(
    '/v1/endpoints/:id/replay',
    {
      config,
      schema: {
        tags,
        summary: 'Send every alert of a time to an endpoint again, with a reason (reviewer)',
        description:
          'Those it wants, at most 10,000 and of the last 90 days, under their own ids and behind what is new. Failures of these do not count towards switching it off.',
        params: EndpointId,
        body: ReplayRange,
        response: { 200: ResentAnswer },
      },
    },
    request => command(request, 'replay-alerts', { ...request.body, id: request.params.id }),
  )
}

const tryRoutes = (api: Api, deps: ApiDeps): void => {
  const { db, engine, post, nowMs } = deps
  const onceUnder = createOnceUnder(engine)
  api.post(
    '/v1/endpoints/:id/test',
    {
      config,
      schema: {
        tags,
        summary: 'Send an endpoint.test now, signed as alerts are, and answer what came back (reviewer)',
        description:
          'It holds no data of any case; it is on record, and counts neither way for the endpoint.',
        params: EndpointId,
        response: { 200: EndpointTest },
      },
    },
    request => {
      const { id } = request.params
      return onceUnder(request, `test ${id}`, async () => {
        const test = await tryEndpoint(db, post, id, nowMs)
        if (!test) throw new ProblemError('not-found', `There is no endpoint ${id}.`)
        granted(
          await engine.carryOut({
            name: 'note-test',
            body: { id, test },
            actor: accountAsking(request),
          }),
        )
        return test
      })
    },
  )
}
