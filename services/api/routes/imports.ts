import type { FastifyRequest } from 'fastify'
import {
  ImportId,
  ImportJob,
  ImportPage,
  ImportPageQuery,
  ImportPreview,
  ImportQuery,
  ProfileQuery,
} from '../../../schemas/import.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { DEFAULT_PROFILE } from '../../../schemas/profile.ts'
import { profileNamed } from '../../imports/index.ts'
import { previewOf } from '../../ingest/index.ts'
import { accountAsking } from '../authenticate.ts'
import { brokenOff, bytesOf, mediaTypeOf, streamOf } from '../body.ts'
import type { Api, ApiDeps } from '../deps.ts'
import { keyOf } from '../idempotency-key.ts'

const UPLOAD = `A file of readings, day rows or daily registers: CSV in UTF-8 or GB18030, NDJSON, gzip of either, or an
XLSX workbook, of any length; what it is is found out. It is on the disk when this answers, and is then taken in in
the background, also after a restart: GET /v1/imports/{id} tells how far it has come. Taking the same file in again
changes nothing; under the same Idempotency-Key it is the same import. The registry goes to POST /v1/registry.`

const PREVIEW = `The first rows of a file as they would be understood; nothing is taken. The body is the file or its
beginning (of a workbook the whole file), a registry too.`

/** Routes whose body is read as a stream. */
export const uploadRoutes = (api: Api, { db, importer, registry, nowMs }: ApiDeps): void => {
  api.post(
    '/v1/imports',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'Upload a file that is to be taken in',
        description: UPLOAD,
        querystring: ImportQuery,
        response: { 202: ImportJob },
      },
    },
    async (request, reply) => {
      refuseForms(request)
      const body = streamOf(request)
      if (!body) throw new ProblemError('bad-request', 'Send the file itself as the body of the request.')
      const { fileName, profile: profileName = null, backfill } = request.query
      const profile = (await profileNamed(db, profileName ?? undefined)) ?? DEFAULT_PROFILE
      const job = await importer.upload(body, {
        fileName,
        createdBy: accountAsking(request).name,
        options: { profile, profileName, backfill },
        key: keyOf(request),
      })
      return reply.status(202).send(job)
    },
  )
  api.post(
    '/v1/imports/preview',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'How a file would be understood',
        description: PREVIEW,
        querystring: ProfileQuery,
        response: { 200: ImportPreview },
      },
    },
    async request => {
      refuseForms(request)
      const profile = await profileNamed(db, request.query.profile)
      const preview = await previewOf(bytesOf(request), { profile }, { meters: registry, nowMs }).catch(
        brokenOff,
      )
      return ImportPreview.parse(preview)
    },
  )
}

export const importRoutes = (api: Api, { importer }: ApiDeps): void => {
  api.get(
    '/v1/imports',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'Imports, newest first',
        querystring: ImportPageQuery,
        response: { 200: ImportPage },
      },
    },
    async ({ query }) => {
      const imports = await importer.list(query)
      return { imports, next: imports.length === query.limit ? imports.at(-1)!.id : null }
    },
  )
  api.get(
    '/v1/imports/:id',
    {
      config: { ability: 'rejects.read' },
      schema: {
        tags: ['intake'],
        summary: 'How far an import has come',
        params: ImportId,
        response: { 200: ImportJob },
      },
    },
    ({ params }) => importer.find(params.id),
  )
  api.post(
    '/v1/imports/:id/cancel',
    {
      config: { ability: 'readings.write' },
      schema: {
        tags: ['intake'],
        summary: 'Cancel an import; what was taken until then stays',
        params: ImportId,
        response: { 200: ImportJob },
      },
    },
    ({ params }) => importer.cancel(params.id),
  )
}

/** A form wraps the file in lines of its own. */
const refuseForms = (request: FastifyRequest): void => {
  if (mediaTypeOf(request) !== 'multipart/form-data') return
  throw new ProblemError(
    'unsupported-media-type',
    'Send the bytes of the file alone as the body, not a form (curl: --data-binary @file, or -T file -X POST).',
  )
}
