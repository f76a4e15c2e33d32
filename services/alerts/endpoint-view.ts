import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely'
import type { Endpoint } from '../../schemas/endpoint.ts'
import type { Wall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { wishesOf } from './wishes.ts'

export type EndpointRow = Selectable<Tables['endpoint']>

export const findEndpoint = (db: Db, id: string): Promise<EndpointRow | undefined> =>
  db.selectFrom('endpoint').selectAll().where('id', '=', id).executeTakeFirst()

/** An endpoint as it is shown: never its secrets. */
export const endpointOf = (row: EndpointRow, nowMs: number): Endpoint => {
  const { types, signatures, level } = wishesOf(row)
  return {
    id: row.id,
    districtCode: row.district_code,
    department: row.department,
    url: row.url,
    types: [...types],
    signatures: [...signatures],
    level,
    note: row.note,
    state: row.state,
    offReason: row.off_reason === '' ? null : row.off_reason,
    failingSince: isoText(row.failing_since),
    lastSuccessAt: isoText(row.last_success_at),
    oldSecretUntil: nowMs < (row.old_secret_until ?? 0) ? isoText(row.old_secret_until) : null,
    createdAt: isoText(row.created_at)!,
    createdBy: row.created_by,
  }
}

/** A district has many people, and the path of an address may hold a secret of one program. */
export const toldTo =
  (wall: Wall) =>
  <T extends { readonly url: string }>(told: T): T =>
    wall.kind === 'district' ? { ...told, url: new URL(told.url).origin } : told

/** To districts neither who made it nor what the house wrote down about it. */
export const endpointTold =
  (wall: Wall) =>
  (endpoint: Endpoint): Endpoint =>
    wall.kind === 'district' ? { ...toldTo(wall)(endpoint), note: '', createdBy: '' } : endpoint

/** Endpoints that are seen: of a district its own, of a department those of the department. */
export const endpointWithin =
  (wall: Wall) =>
  (eb: ExpressionBuilder<Tables, 'endpoint'>): ExpressionWrapper<Tables, 'endpoint', SqlBool> => {
    if (wall.kind === 'nothing') return eb.or([])
    if (wall.kind !== 'district') return eb.and([])
    const own = eb('endpoint.district_code', '=', wall.code)
    return wall.department === ''
      ? eb.and([own])
      : eb.and([own, eb('endpoint.department', '=', wall.department)])
  }

export const isoText = (atMs: number | null): string | null =>
  atMs === null ? null : new Date(atMs).toISOString()
