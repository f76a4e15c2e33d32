import type { FastifyRequest } from 'fastify'
import { IntakeAnswer, ProfileQuery } from '../../../schemas/import.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { profileNamed } from '../../imports/index.ts'
import { takeIn } from '../../ingest/index.ts'
import { accountAsking } from '../authenticate.ts'
import { brokenOff, bytesOf, mediaTypeOf } from '../body.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DESCRIPTION = `Readings as NDJSON (application/x-ndjson: one \`Reading\`, \`DayRow\` or \`DailyRegister\` a line) or
CSV (text/csv) with the header meter_id,ts,kw,kvar (readings), meter_id,date,P1,…,P96 (day rows) or
meter_id,date,reg_total (daily registers), plain or with Content-Encoding: gzip, in UTF-8 or GB18030, of any length.
Every line is either accepted, and then durable, or rejected with a reason and kept in the reject book. The same
readings may be sent again and change nothing: an Idempotency-Key is accepted and not needed.`

export const readingRoutes = (api: Api, { db, engine, registry, nowMs }: ApiDeps): void => {
  api.post(
    '/v1/readings',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'Take in readings',
        description: DESCRIPTION,
        consumes: ['application/x-ndjson', 'text/csv'],
        querystring: ProfileQuery,
        response: { 200: IntakeAnswer },
      },
    },
    async request => {
      const form = formOf(request)
      const profile = await profileNamed(db, request.query.profile)
      const source = `http:${accountAsking(request).name}`
      return takeIn(
        bytesOf(request),
        { form, profile },
        {
          meters: registry,
          append: (batch, rejects) => engine.append(batch, rejects, source),
          nowMs,
        },
      ).catch(brokenOff)
    },
  )
}

const formOf = (request: FastifyRequest): 'csv' | 'ndjson' => {
  const type = mediaTypeOf(request)
  if (type === 'text/csv') return 'csv'
  if (['application/x-ndjson', 'application/jsonl'].includes(type)) return 'ndjson'
  throw new ProblemError('unsupported-media-type', 'Send readings as application/x-ndjson or text/csv.')
}
