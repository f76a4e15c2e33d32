import type { FastifyRequest } from 'fastify'
import { MeterPage, MeterPageQuery, RegistryAnswer, RegistryQuery } from '../../../schemas/api.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { serviceWallOf } from '../../access/index.ts'
import { profileNamed } from '../../imports/index.ts'
import { gather, readRegistry } from '../../ingest/index.ts'
import { listMeters } from '../../registry/index.ts'
import { isKnownDistrict } from '../../territory/index.ts'
import { accountAsking } from '../authenticate.ts'
import { brokenOff, bytesOf, mediaTypeOf } from '../body.ts'
import type { Api, ApiDeps } from '../deps.ts'

const BYTES_AT_MOST = 64 * 1024 * 1024

const MEDIA_TYPES = [
  'text/csv',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/gzip',
  'application/x-gzip',
  'application/octet-stream',
]

const DESCRIPTION = `The registry as CSV, plain or gzip, or as an XLSX workbook, with the header meter_id,customer_id,
customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes (and, if known,
point_id,credit_code,industry_edition,supply_unit,status,multiplier,feed,parent_point_id,address,transformer_id,
licensed_tonnes_per_year,valid_from,valid_to), at most 64 MB.
Rows that cannot be used are named; the others are taken. A meter that is not named stays as it is.
The same registry may be sent again and changes nothing: an Idempotency-Key is accepted and not needed.`

export const registryRoutes = (api: Api, { db, engine, registry }: ApiDeps): void => {
  api.get(
    '/v1/registry',
    {
      config: { ability: 'registry.read' },
      schema: {
        tags: ['intake'],
        summary: 'The registry as it stands, by meter id and day; of the supply units that are seen',
        querystring: MeterPageQuery,
        response: { 200: MeterPage },
      },
    },
    request => {
      const wall = serviceWallOf(accountAsking(request))
      return listMeters(db, { ...request.query, wall })
    },
  )
  api.post(
    '/v1/registry',
    {
      config: { ability: 'registry.write' },
      schema: {
        tags: ['intake'],
        summary: 'Import the registry',
        description: DESCRIPTION,
        consumes: MEDIA_TYPES,
        querystring: RegistryQuery,
        response: { 200: RegistryAnswer },
      },
    },
    async request => {
      refuseOtherTypes(request)
      const { mode, profile } = request.query
      const format = await profileNamed(db, profile)
      const bytes = await gather(bytesOf(request), BYTES_AT_MOST, tooLarge).catch(brokenOff)
      const { meters, faults, encoding } = await readRegistry(bytes, format).catch(brokenOff)
      const actor = accountAsking(request).name
      const result = await engine.importRegistry(meters, { replace: mode === 'replace' }, actor)
      await registry.refresh()
      const codes = new Set(meters.map(({ districtCode }) => districtCode))
      const unknownDistricts = [...codes].filter(code => !isKnownDistrict(code))
      return { ...result, encoding, faults, unknownDistricts }
    },
  )
}

const refuseOtherTypes = (request: FastifyRequest): void => {
  if (MEDIA_TYPES.includes(mediaTypeOf(request))) return
  throw new ProblemError(
    'unsupported-media-type',
    `Send the registry as CSV, gzip or XLSX, under one of the media types ${MEDIA_TYPES.join(', ')}.`,
  )
}

const tooLarge = (): ProblemError =>
  new ProblemError('too-large', 'A registry of more than 64 MB: send it in parts.')
