import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { type Problem, type ProblemCode, ProblemError } from '../../schemas/problem.ts'

const CODE_OF_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'bad-request',
  404: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
  503: 'busy',
}

/** Answers every error as RFC 9457 problem details; a bug is logged and answered without its insides. */
export const answerProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const problem = problemOf(error)
  const id = randomUUID()
  if (problem.status >= 500) request.log.error({ err: error, problem: id }, 'A request failed.')
  const body: Problem = {
    type: 'about:blank',
    title: problem.code.replaceAll('-', ' '),
    status: problem.status,
    detail: problem.message,
    code: problem.code,
    id,
  }
  return reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}

const problemOf = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error
  if (hasZodFastifySchemaValidationErrors(error)) {
    const first = error.validation[0]
    return new ProblemError('bad-request', `${first?.instancePath ?? ''} ${first?.message ?? ''}`.trim())
  }
  const { statusCode = 500, message } = error as { statusCode?: number; message?: string }
  const code = CODE_OF_STATUS[statusCode] ?? (statusCode < 500 ? 'bad-request' : 'internal')
  return code === 'internal'
    ? new ProblemError('internal', 'Something went wrong here; quote the id when you ask for help.')
    : new ProblemError(code, message ?? code)
}
