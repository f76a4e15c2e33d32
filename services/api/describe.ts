import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Api } from './deps.ts'
import { ANSWERS } from './examples.ts'
import { SESSION_COOKIE } from './session-cookie.ts'
import { STREAMED_BODIES, streamedAnswerOf } from './streamed.ts'

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

/** A sign-in is never answered again: it would hand out its session twice. */
const KEY_OF_SIGN_IN = { ...KEY, description: 'Not heeded here: each sign-in is a new one.' }

const REDIRECT = {
  description: 'The browser goes on to the identity provider',
  headers: { location: { schema: { type: 'string', format: 'uri' } } },
}

interface Operation {
  parameters?: object[]
  security?: object[]
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

type Document = ReturnType<typeof jsonSchemaTransformObject> & {
  readonly components?: { readonly schemas?: object }
}

const complete = (document: Document): Document => {
  const paths = (document.paths ?? {}) as Record<string, Record<string, Operation>>
  for (const [path, operations] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(operations)) {
      operation.operationId ??= nameOf(method, path)
      operation.responses = { ...answersOf(operation), default: PROBLEM }
      if (method !== 'post') continue
      const key = operation.security?.length === 0 ? KEY_OF_SIGN_IN : KEY
      operation.parameters = [...(operation.parameters ?? []), key]
      const content = STREAMED_BODIES[path]
      if (content) operation.requestBody = { required: true, content }
    }
  }
  return withExamples(document)
}

const answersOf = ({ operationId, responses }: Operation): Record<string, object> => {
  if (operationId === 'getSignInOidc') return { 302: REDIRECT }
  const streamed = streamedAnswerOf(operationId!)
  return streamed ? { 200: streamed } : { ...responses }
}

const withExamples = (document: Document): Document => {
  const schemas: Record<string, object> = { ...document.components?.schemas }
  for (const [name, answer] of Object.entries(ANSWERS)) {
    schemas[name] = { ...schemas[name], examples: [answer] }
  }
  return { ...document, components: { ...document.components, schemas } } as Document
}

/** `postCasesIdRelease` of POST /v1/cases/{id}/release */
const nameOf = (method: string, path: string): string =>
  method +
  path.replace(/^\/v1/, '').replaceAll(/[^A-Za-z0-9]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
