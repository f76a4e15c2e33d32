import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Api } from './deps.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

const FILE = { schema: { type: 'string', format: 'binary' } }
const CSV = { schema: { type: 'string' } }
const PACKED = {
  'application/gzip': FILE,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': FILE,
  'application/octet-stream': FILE,
}
const LINES = {
  schema: {
    anyOf: ['ReadingInput', 'DayRowInput', 'DailyRegisterInput'].map(name => ({
      $ref: `#/components/schemas/${name}`,
    })),
  },
}

/** The bodies that are read as streams, and so are not validated by a schema but line by line. */
const STREAMED: Readonly<Record<string, Record<string, object>>> = {
  '/v1/readings': {
    'application/x-ndjson': LINES,
    'text/csv': { ...CSV, example: 'meter_id,ts,kw,kvar\nM0001,2026-11-01T00:15:00+08:00,412.5,96.1\n' },
  },
  '/v1/registry': { 'text/csv': CSV, ...PACKED },
  '/v1/watch/import': { 'text/csv': CSV, ...PACKED },
  '/v1/imports': { 'text/csv': CSV, 'application/x-ndjson': LINES, ...PACKED },
  '/v1/imports/preview': { 'text/csv': CSV, 'application/x-ndjson': LINES, ...PACKED },
}

const PROBLEM = {
  description: 'Problem details (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

const KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  description:
    'Of the client, new for each request: the same request under it again, within 24 h, is answered the same and done once. It is refused (422, key-reused) of another request.',
}

interface Operation {
  parameters?: object[]
  operationId?: string
  requestBody?: object
  responses?: Record<string, object>
}

/** Serves the description of the API: OpenAPI 3.1 at /openapi.json, a page to read and try it at /docs. */
export const describeApi = async (api: Api): Promise<void> => {
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Dianshao 电哨',
        version: '1',
        description: 'Readings in, suspects found, districts told.',
      },
      components: {
        securitySchemes: {
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE },
        },
      },
      security: [{ token: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: input => complete(jsonSchemaTransformObject(input)),
  })
  await api.register(swaggerUi, { routePrefix: '/docs' })
  api.get('/openapi.json', { schema: { hide: true } }, () => api.swagger())
}

const complete = (document: ReturnType<typeof jsonSchemaTransformObject>): typeof document => {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId ??= nameOf(method, path)
      operation.responses = { ...operation.responses, default: PROBLEM }
      if (method === 'post') operation.parameters = [...(operation.parameters ?? []), KEY]
      if (method === 'post' && STREAMED[path])
        operation.requestBody = { required: true, content: STREAMED[path] }
    }
  }
  return document
}

/** `postCasesIdRelease` of POST /v1/cases/{id}/release */
const nameOf = (method: string, path: string): string =>
  method +
  path.replace(/^\/v1/, '').replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
