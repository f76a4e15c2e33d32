import cookie from '@fastify/cookie'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  LogController,
  type RouteOptions,
} from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import { ProblemError } from '../../schemas/problem.ts'
import type { HealthDeps } from '../operation/index.ts'
import { authenticate, authorize } from './authenticate.ts'
import type { Api, ApiDeps } from './deps.ts'
import { describeApi } from './describe.ts'
import { answerNoHttp, answerProblem } from './problems.ts'
import { recordRefused } from './record-refused.ts'
import { accountRoutes } from './routes/accounts.ts'
import { alertProposalRoutes } from './routes/alert-proposals.ts'
import { alertSchemaRoutes } from './routes/alert-schemas.ts'
import { alertRoutes } from './routes/alerts.ts'
import { auditRoutes } from './routes/audit.ts'
import { bandRoutes } from './routes/bands.ts'
import { caseCommandRoutes } from './routes/case-commands.ts'
import { caseFileRoutes, caseUploadRoutes } from './routes/case-files.ts'
import { caseListRoutes } from './routes/case-lists.ts'
import { caseMakingRoutes } from './routes/case-making.ts'
import { caseRoutes } from './routes/cases.ts'
import { consoleRoutes } from './routes/console.ts'
import { correctionRoutes } from './routes/corrections.ts'
import { criteriaRoutes } from './routes/criteria.ts'
import { curveRoutes } from './routes/curves.ts'
import { deadlineRoutes } from './routes/deadlines.ts'
import { detectorRoutes } from './routes/detectors.ts'
import { districtRoutes } from './routes/districts.ts'
import { endpointCommandRoutes } from './routes/endpoint-commands.ts'
import { endpointRoutes } from './routes/endpoints.ts'
import { eventRoutes } from './routes/events.ts'
import { exportRoutes } from './routes/export.ts'
import { handOverRoutes, keyRoutes } from './routes/hand-overs.ts'
import { importRoutes, uploadRoutes } from './routes/imports.ts'
import { knownGoodRoutes } from './routes/known-good.ts'
import { letterRoutes } from './routes/letters.ts'
import { meRoutes } from './routes/me.ts'
import { networkRoutes } from './routes/networks.ts'
import { operationRoutes } from './routes/operation.ts'
import { outcomeRoutes } from './routes/outcomes.ts'
import { pageRoutes } from './routes/pages.ts'
import { paperRoutes } from './routes/papers.ts'
import { peerRoutes } from './routes/peers.ts'
import { priceChangeRoutes } from './routes/price-changes.ts'
import { priceImportRoutes, priceTableRoutes } from './routes/price-tables.ts'
import { pricingRoutes } from './routes/pricing.ts'
import { pricingBillRoutes } from './routes/pricing-bill.ts'
import { profileRoutes } from './routes/profiles.ts'
import { readingRoutes } from './routes/readings.ts'
import { registryRoutes } from './routes/registry.ts'
import { rejectRoutes } from './routes/rejects.ts'
import { releaseSwitchRoutes } from './routes/release-switches.ts'
import { frontDoorOf, signInRoutes } from './routes/sign-in.ts'
import { signInByIdentityRoutes } from './routes/sign-in-oidc.ts'
import { statusRoutes } from './routes/status.ts'
import { tableRoutes } from './routes/tables.ts'
import { tokenRoutes } from './routes/tokens.ts'
import { watchImportRoutes, watchRoutes } from './routes/watch.ts'
import { weekRoutes } from './routes/weeks.ts'
import { whatIfRoutes } from './routes/what-if.ts'

const ROUTES = [
  importRoutes,
  profileRoutes,
  rejectRoutes,
  correctionRoutes,
  caseListRoutes,
  weekRoutes,
  caseRoutes,
  caseCommandRoutes,
  caseMakingRoutes,
  caseFileRoutes,
  paperRoutes,
  outcomeRoutes,
  criteriaRoutes,
  deadlineRoutes,
  knownGoodRoutes,
  pricingBillRoutes,
  whatIfRoutes,
  priceChangeRoutes,
  priceTableRoutes,
  releaseSwitchRoutes,
  detectorRoutes,
  alertRoutes,
  alertProposalRoutes,
  letterRoutes,
  endpointRoutes,
  networkRoutes,
  endpointCommandRoutes,
  curveRoutes,
  bandRoutes,
  peerRoutes,
  pricingRoutes,
  exportRoutes,
  statusRoutes,
  tableRoutes,
  watchRoutes,
  auditRoutes,
  eventRoutes,
  accountRoutes,
  tokenRoutes,
  districtRoutes,
  handOverRoutes,
]
/** Their bodies are worked off as they come, whatever their length and media type. */
const STREAM_ROUTES = [
  readingRoutes,
  registryRoutes,
  uploadRoutes,
  caseUploadRoutes,
  watchImportRoutes,
  priceImportRoutes,
]

/** What a process without the API serves: how it is. */
export const createOperationServer = (deps: HealthDeps, log: FastifyBaseLogger): Api => {
  const server = createServer(log)
  operationRoutes(server, deps)
  return server
}

/** The HTTP API with its documentation page; it listens when told to. */
export const createApi = async (deps: ApiDeps, log: FastifyBaseLogger): Promise<Api> => {
  const api = createServer(log)
  await describeApi(api)
  api.removeContentTypeParser('text/plain')
  await consoleRoutes(api)
  operationRoutes(api, deps)
  alertSchemaRoutes(api)
  await api.register(cookie)
  const door = frontDoorOf(api, deps)
  pageRoutes(api, deps)
  keyRoutes(api, deps)
  signInRoutes(api, deps, door)
  signInByIdentityRoutes(api, deps, door)
  await api.register(async protectedApi => {
    protectedApi.addHook('onRequest', authenticate(deps))
    protectedApi.addHook('onRequest', authorize)
    protectedApi.addHook('onError', recordRefused(deps))
    protectedApi.addHook('onRoute', nameAbility)
    const add = (scope: FastifyInstance, rooms: typeof ROUTES): void => {
      for (const routes of rooms) routes(scope.withTypeProvider<ZodTypeProvider>(), deps)
    }
    add(protectedApi, ROUTES)
    meRoutes(protectedApi.withTypeProvider<ZodTypeProvider>(), deps, door)
    await protectedApi.register(async streamApi => {
      streamApi.removeAllContentTypeParsers()
      streamApi.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
      add(streamApi, STREAM_ROUTES)
    })
  })
  return api
}

/** A route that says of nobody that he may is a mistake of ours. */
const nameAbility = ({ config, method, url }: RouteOptions): void => {
  if (!config?.ability) throw new Error(`The route ${String(method)} ${url} names no ability.`)
}

const createServer = (log: FastifyBaseLogger): Api => {
  const server = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 100 },
    frameworkErrors: answerProblem,
    clientErrorHandler: answerNoHttp,
  }).withTypeProvider<ZodTypeProvider>()
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  server.setErrorHandler(answerProblem)
  server.setNotFoundHandler((request, reply) =>
    answerProblem(
      new ProblemError('not-found', `There is nothing at ${request.method} ${request.url}.`),
      request,
      reply,
    ),
  )
  return server
}
