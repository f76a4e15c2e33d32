import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { ProblemError } from '../../schemas/problem.ts'
import { isCut } from '../imports/index.ts'
import { GzipError } from '../ingest/index.ts'

/**
 * The bytes of a body that is read as a stream; packed ones stay packed. Its reader may stop early: what is left is
 * let go unread, so that the answer gets through.
 */
export async function* bytesOf(request: FastifyRequest): AsyncGenerator<Uint8Array> {
  const body = streamOf(request)
  if (!body) return
  try {
    yield* body.iterator({ destroyOnReturn: false })
  } finally {
    body.resume()
  }
}

/** undefined when there is no body. Throws ProblemError when it is packed in a way that is not understood. */
export const streamOf = (request: FastifyRequest): Readable | undefined => {
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase()
  if (!['identity', 'gzip', 'x-gzip'].includes(encoding)) {
    throw new ProblemError(
      'unsupported-media-type',
      `Pack the body with gzip or not at all, not with ${encoding}.`,
    )
  }
  return request.body as Readable | undefined
}

/** Its media type in small letters, without parameters; empty when it has none. */
export const mediaTypeOf = (request: FastifyRequest): string =>
  (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()

/** A stream that breaks off is the sender's matter; what was whole before the break is in. */
export const brokenOff = (error: Error): never => {
  if (!(error instanceof GzipError || isCut(error))) throw error
  throw new ProblemError(
    'bad-request',
    `The body breaks off in the middle (${error.message}): send it again whole; what was already taken changes nothing.`,
  )
}
