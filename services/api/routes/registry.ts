import { MeterPage, MeterPageQuery, RegistryAnswer } from '../../../schemas/api.ts'
import { ProblemError } from '../../../schemas/problem.ts'
import { isKnownDistrict } from '../../alerts/index.ts'
import { decodeUtf8, listMeters, readRegistryCsv } from '../../ingest/index.ts'
import type { Api, ApiDeps } from '../deps.ts'

const DESCRIPTION = `The registry as CSV with the header meter_id,customer_id,customer_name,district_code,industry_code,
contract_kva,voltage_kv,interval_minutes,licensed_processes (and, if known, point_id,industry_edition,supply_unit,status).
Rows that cannot be used are named; the others are taken. A meter that is not named stays as it is.`

export const registryRoutes = (api: Api, { db, engine, registry }: ApiDeps): void => {
  api.get(
    '/v1/registry',
    {
      schema: {
        tags: ['intake'],
        summary: 'The registry as it stands, by meter id',
        querystring: MeterPageQuery,
        response: { 200: MeterPage },
      },
    },
    async ({ query }) => {
      const meters = await listMeters(db, query)
      return { meters, next: meters.length === query.limit ? meters.at(-1)!.meterId : null }
    },
  )
  api.post(
    '/v1/registry',
    {
      schema: {
        tags: ['intake'],
        summary: 'Import the registry',
        description: DESCRIPTION,
        consumes: ['text/csv'],
        response: { 200: RegistryAnswer },
      },
    },
    async request => {
      if (!(request.body instanceof Uint8Array)) {
        throw new ProblemError('unsupported-media-type', 'Send the registry as text/csv.')
      }
      const { meters, faults } = readRegistryCsv(decodeUtf8(request.body))
      const change = await engine.importRegistry(meters)
      await registry.refresh()
      const codes = new Set(meters.map(({ districtCode }) => districtCode))
      return { ...change, faults, unknownDistricts: [...codes].filter(code => !isKnownDistrict(code)) }
    },
  )
}
