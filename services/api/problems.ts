import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Problem, type ProblemCode, ProblemError } from '../../schemas/problem.ts'

const PROBLEM_JSON = 'application/problem+json; charset=utf-8'

const MEDIA_TYPE = 'Send the body as application/json.'

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  414: 'not-found', // no id is that long
  415: 'unsupported-media-type',
  503: 'busy',
}

/** Answers every error as RFC 9457 problem details; a bug is logged and answered without its insides. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = problemOf(error)
  const body = bodyOf(problem)
  if (problem.status >= 500) request.log.error({ err: error, problem: body.id }, 'A request failed.')
  return reply
    .status(problem.status)
    .header('content-type', PROBLEM_JSON)
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}

/** Answers bytes that are no HTTP, for which there is no request yet. */
export const answerNoHttp = (_error: Error, socket: Duplex): void => {
  if (!socket.writable) return
  const body = JSON.stringify(bodyOf(new ProblemError('bad-request', 'This is no HTTP request.')))
  const head = ['HTTP/1.1 400 Bad Request', `content-type: ${PROBLEM_JSON}`, 'connection: close']
  socket.end([...head, `content-length: ${Buffer.byteLength(body)}`, '', body].join('\r\n'))
}

const bodyOf = ({ code, status, message, changes, faults }: ProblemError): Problem => ({
  type: 'about:blank',
  title: code.replaceAll('-', ' '),
  status,
  detail: message,
  code,
  id: randomUUID(),
  ...(changes ? { changes: [...changes] } : {}),
  ...(faults ? { faults: [...faults] } : {}),
})

const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0]
    const place = (first?.instancePath ?? '').replace(/^\//, '').replaceAll('/', '.')
    return new ProblemError('bad-request', `${place || 'The body'}: ${first?.message ?? 'not as described'}.`)
  }
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string }
  if (statusCode === 415) return new ProblemError('unsupported-media-type', MEDIA_TYPE)
  const code = CODE_OF_STATUS[statusCode] ?? (statusCode < 500 ? 'bad-request' : 'internal')
  return code === 'internal'
    ? new ProblemError('internal', 'Something went wrong here; quote the id when you ask for help.')
    : new ProblemError(code, message ?? code)
}
