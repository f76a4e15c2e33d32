import type { FastifyRequest } from 'fastify'
import { EventQuery } from '../../../schemas/event.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { createEventHub, type Every } from '../../events/index.ts'
import { accountAsking, authenticate, authorize } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DESCRIPTION = `Server-sent events: what becomes of the cases one sees, as it happens. Each has an id, a kind such as
\`case.release\` and a \`CaseEvent\` as data; \`endpoint.warned\` and \`endpoint.off\` tell by an \`EndpointEvent\` that alerts do
not arrive somewhere. Who comes back with Last-Event-ID, or \`after\`, hears what happened meanwhile,
up to 7 days back; who comes later hears \`reset\` first and reads anew what is shown. A comment at least every 15 s keeps
the line open; at most 20 streams an account. A district hears neither who did it nor what is the grid company’s own.`

export const eventRoutes = (api: Api, deps: ApiDeps): void => {
  const every: Every =
    deps.every ?? everyByClock(error => api.log.error({ err: error }, 'Events could not be read.'))
  const hub = createEventHub(deps.db, every)
  const askWho = authenticate(deps)
  // Streams never end by themselves: the server would wait for them.
  api.addHook('preClose', async () => hub.close())
  api.get(
    '/v1/events',
    {
      config: { ability: 'cases.read' },
      schema: {
        tags: ['events'],
        summary: 'Hear what becomes of cases, as it happens',
        description: DESCRIPTION,
        produces: ['text/event-stream'],
        querystring: EventQuery,
      },
    },
    async (request, reply) => {
      const stream = await hub.listen({
        account: accountAsking(request),
        after: lastHeard(request) ?? request.query.after,
        askAgain: async () => {
          await askWho(request)
          await authorize(request)
          return accountAsking(request)
        },
      })
      if (!stream) {
        throw new ProblemError(
          'busy',
          'This account listens on 20 streams already: close one, then ask again.',
        )
      }
      return reply
        .header('content-type', 'text/event-stream; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('x-accel-buffering', 'no')
        .send(stream)
    },
  )
}

const lastHeard = (request: FastifyRequest): number | undefined => {
  const id = request.headers['last-event-id']
  if (id === undefined || id === '') return undefined
  const number = Number(id)
  if (Number.isSafeInteger(number) && number >= 0) return number
  throw new ProblemError('bad-request', 'Last-Event-ID is the id of an event: a whole number.')
}

const everyByClock =
  (onError: (error: unknown) => void): Every =>
  (ms, work) => {
    const timer = setInterval(() => void work().catch(onError), ms).unref()
    return () => clearInterval(timer)
  }
