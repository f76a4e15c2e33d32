import type { EndpointEvent } from '../../schemas/event.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import type { EndpointRow } from './endpoint-view.ts'

/** What was done with an endpoint. */
export interface EndpointDeed {
  readonly what: 'make' | 'change' | 'rotate' | 'test' | 'on' | 'off' | 'warn' | 'replay'
  /** `system` where it happened by itself */
  readonly actor: string
  readonly nowMs: number
  readonly reason?: string
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Puts on record what was done with an endpoint. Secrets are no part of it. Under the lock "cases". */
export const recordEndpointDeed = async (
  trx: Db,
  { id, district_code, department }: Pick<EndpointRow, 'id' | 'district_code' | 'department'>,
  { what, actor, nowMs, reason = '', detail = {} }: EndpointDeed,
): Promise<void> => {
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor, action: 'endpoint', reason },
    detail: { what, endpoint: id, district: district_code, department, ...detail },
  })
}

/** Tells who listens that an endpoint fares ill, or is switched off: the grid company, and whose it is. */
export const noteEndpointEvent = async (
  trx: Db,
  kind: 'endpoint.warned' | 'endpoint.off',
  row: EndpointRow,
  nowMs: number,
): Promise<void> => {
  const body: EndpointEvent = {
    endpointId: row.id,
    districtCode: row.district_code,
    failingSince: row.failing_since === null ? null : new Date(row.failing_since).toISOString(),
    offReason: row.off_reason === '' ? null : row.off_reason,
    at: new Date(nowMs).toISOString(),
  }
  const walls = { supply_unit: '', told_district: row.district_code, department: row.department }
  await trx
    .insertInto('event')
    .values({ at: nowMs, kind, case_id: '', body: JSON.stringify(body), ...walls })
    .execute()
}
