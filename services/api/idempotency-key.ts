import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../schemas/problem.ts'

const LONGEST = 200

/**
 * The Idempotency-Key a client gave with a request; undefined when it gave none. Throws ProblemError when it is none.
 * (draft-ietf-httpapi-idempotency-key-header)
 */
export const keyOf = (request: FastifyRequest): string | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]+$/.test(key) && key.length <= LONGEST) return key
  throw new ProblemError(
    'bad-request',
    `An Idempotency-Key is 1 to ${LONGEST} printable characters without spaces.`,
  )
}
