import type { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { IntakeAnswer } from '../../../schemas/api.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { GzipError, gunzip, takeIn } from '../../ingest/index.ts'
import { accountAsking } from '../authenticate.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DESCRIPTION = `Readings as NDJSON (application/x-ndjson, one \`Reading\` a line) or CSV (text/csv with the header
meter_id,ts,kw,kvar), plain or with Content-Encoding: gzip, of any length. Every line is either accepted, and then
durable, or rejected with a reason and kept in the reject book. The same readings may be sent again.`

export const readingRoutes = (api: Api, { engine, registry, nowMs }: ApiDeps): void => {
  api.post(
    '/v1/readings',
    {
      schema: {
        tags: ['intake'],
        summary: 'Take in readings',
        description: DESCRIPTION,
        consumes: ['application/x-ndjson', 'text/csv'],
        response: { 200: IntakeAnswer },
      },
    },
    async request => {
      const source = `http:${accountAsking(request).name}`
      return takeIn(bytesOf(request), formOf(request), {
        find: registry.find,
        append: (batch, rejects) => engine.append(batch, rejects, source),
        nowMs,
      }).catch(error => {
        throw brokenOff(error)
      })
    },
  )
}

const formOf = (request: FastifyRequest): 'csv' | 'ndjson' => {
  const type = (request.headers['content-type'] ?? '').toLowerCase()
  if (type.startsWith('text/csv')) return 'csv'
  if (/^application\/(x-ndjson|jsonl)/.test(type)) return 'ndjson'
  throw new ProblemError('unsupported-media-type', 'Send readings as application/x-ndjson or text/csv.')
}

const bytesOf = (request: FastifyRequest): AsyncIterable<Uint8Array> => {
  const body = request.body as Readable
  const encoding = (request.headers['content-encoding'] ?? 'identity').toLowerCase()
  if (encoding === 'identity') return body
  if (encoding === 'gzip') return gunzip(body)
  throw new ProblemError(
    'unsupported-media-type',
    `Pack readings with gzip or not at all, not with ${encoding}.`,
  )
}

const CUT_CODES = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE']

/** A stream that breaks off is the sender's matter; what was whole before the break is in. */
const brokenOff = (error: Error & { code?: string }): Error => {
  if (error instanceof GzipError && !error.isGzip) {
    return new ProblemError('bad-request', 'The body says Content-Encoding: gzip but is no gzip.')
  }
  return error instanceof GzipError || CUT_CODES.includes(error.code ?? '')
    ? new ProblemError(
        'bad-request',
        `The readings break off in the middle (${error.message}): send them again whole; what was already taken changes nothing.`,
      )
    : error
}
