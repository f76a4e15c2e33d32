import fastify, { type FastifyBaseLogger, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { ProblemError } from '../../schemas/problem.ts'
import { authenticate } from './authenticate.ts'
import type { Api, ApiDeps } from './deps.ts'
import { describeApi } from './describe.ts'
import { answerNoHttp, answerProblem } from './problems.ts'
import { alertRoutes } from './routes/alerts.ts'
import { caseRoutes } from './routes/cases.ts'
import { curveRoutes } from './routes/curves.ts'
import { readingRoutes } from './routes/readings.ts'
import { registryRoutes } from './routes/registry.ts'
import { statusRoutes } from './routes/status.ts'

const REGISTRY_BYTES_AT_MOST = 64 * 1024 * 1024

/** The HTTP API with its documentation page; it listens when told to. */
export const createApi = async (deps: ApiDeps, log: FastifyBaseLogger): Promise<Api> => {
  const api = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerProblem,
    clientErrorHandler: answerNoHttp,
  }).withTypeProvider<ZodTypeProvider>()
  api.setValidatorCompiler(validatorCompiler)
  api.setSerializerCompiler(serializerCompiler)
  api.setErrorHandler(answerProblem)
  api.setNotFoundHandler((request, reply) =>
    answerProblem(
      new ProblemError('not-found', `There is nothing at ${request.method} ${request.url}.`),
      request,
      reply,
    ),
  )
  await describeApi(api)
  api.removeContentTypeParser('text/plain')
  takeStreams(api)
  api.get('/', { schema: { hide: true } }, (_request, reply) => reply.redirect('/docs'))
  api.get('/healthz', { schema: { hide: true } }, () => ({ ok: true }))
  await api.register(async protectedApi => {
    protectedApi.addHook('onRequest', authenticate(deps.db))
    for (const routes of [
      readingRoutes,
      registryRoutes,
      caseRoutes,
      alertRoutes,
      curveRoutes,
      statusRoutes,
    ]) {
      routes(protectedApi.withTypeProvider<ZodTypeProvider>(), deps)
    }
  })
  return api
}

/** Readings arrive as streams and are worked off as such; the registry is read whole. */
const takeStreams = (api: Api): void => {
  api.addContentTypeParser(['application/x-ndjson', 'application/jsonl'], (_request, payload, done) =>
    done(null, payload),
  )
  api.addContentTypeParser('text/csv', (request, payload, done) => {
    if (!request.url.startsWith('/v1/registry')) return done(null, payload)
    const chunks: Buffer[] = []
    let bytes = 0
    payload.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes <= REGISTRY_BYTES_AT_MOST) chunks.push(chunk)
    })
    payload.on('end', () =>
      bytes > REGISTRY_BYTES_AT_MOST
        ? done(new ProblemError('too-large', 'A registry of more than 64 MB: send it in parts.'))
        : done(null, Buffer.concat(chunks)),
    )
    payload.on('error', done)
  })
}
