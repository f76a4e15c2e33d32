import type { FastifyInstance } from 'fastify'
import { createMetrics, type Health, type HealthDeps, isAlive, isReady } from '../../operation/index.ts'

const HIDDEN = { schema: { hide: true } }
const UNAVAILABLE = 503

/** What supervisors and monitoring ask for, of whoever asks: nothing of a customer is in it. */
export const operationRoutes = (server: FastifyInstance, deps: HealthDeps): void => {
  const metrics = createMetrics(deps)
  const serve = (path: string, look: (deps: HealthDeps) => Promise<Health>): void => {
    server.get(path, HIDDEN, async (_request, reply) => {
      const health = await look(deps)
      return reply.code(health.ok ? 200 : UNAVAILABLE).send(health)
    })
  }
  serve('/healthz', isAlive)
  serve('/readyz', isReady)
  server.get('/metrics', HIDDEN, async (_request, reply) =>
    reply.type(metrics.contentType).send(await metrics.text()),
  )
}
