import type { Account } from '../../schemas/account.ts'
import type { Endpoint, EndpointBody, EndpointChange } from '../../schemas/endpoint.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { isKnownDistrict } from '../territory/index.ts'
import { recordEndpointDeed } from './endpoint-deed.ts'
import { type EndpointRow, endpointOf, findEndpoint } from './endpoint-view.ts'
import { secretMark } from './sign.ts'
import { beginAnew, takeUpStranded } from './take-up.ts'

/** How long the secret before a rotation signs besides, ms: 24 h */
export const ROTATION_MS = 86_400_000

/** An endpoint whose secret was drawn, and by what who drew it knows that it is his. */
export type DrawnResult =
  | { readonly endpoint: Endpoint; readonly mark: string }
  | { readonly refused: Refusal }

export type EndpointResult = { readonly endpoint: Endpoint } | { readonly refused: Refusal }

/** Drawn by who asks, who alone shows it: no answer that is kept holds it. */
interface DrawnSecret {
  readonly secret: string
}

/**
 * Makes an endpoint of a district or of a department of it, and gives it the alerts that wait for one. `secret` is one
 * of Standard Webhooks.
 */
export const makeEndpoint = async (
  trx: Db,
  body: EndpointBody & DrawnSecret,
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<DrawnResult> => {
  const refused = await whyNotMade(trx, body)
  if (refused) return { refused }
  const { districtCode, department, url, types, signatures, level, note, secret } = body
  const row: EndpointRow = {
    id: await nextId(trx),
    ...{ district_code: districtCode, department, url, level, note, secret, state: 'on', off_reason: '' },
    ...{ types: JSON.stringify(types), signatures: JSON.stringify(signatures) },
    ...{ old_secret: null, old_secret_until: null, failing_since: null, warned_at: null },
    ...{ last_success_at: null, created_at: nowMs, created_by: actor.name },
  }
  await trx.insertInto('endpoint').values(row).execute()
  const takenUp = await takeUpStranded(trx, row, nowMs)
  const detail = { url, types, signatures, level, note, takenUp }
  await recordEndpointDeed(trx, row, { what: 'make', actor: actor.name, nowMs, detail })
  return { endpoint: endpointOf(row, nowMs), mark: secretMark(secret) }
}

const whyNotMade = async (
  db: Db,
  { districtCode, department, url }: EndpointBody,
): Promise<Refusal | undefined> => {
  if (!isKnownDistrict(districtCode)) {
    return refusal('bad-request', `There is no district ${districtCode} to tell.`)
  }
  const same = await db
    .selectFrom('endpoint')
    .select('id')
    .where('district_code', '=', districtCode)
    .where('department', '=', department)
    .where('url', '=', url)
    .limit(1)
    .executeTakeFirst()
  return same && refusal('wrong-state', `This address is that of ${same.id} already: change that.`)
}

/** Changes address, filters or note; what waits goes to the new address at once. */
export const changeEndpoint = async (
  trx: Db,
  { id, reason, ...change }: EndpointChange & { readonly id: string },
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<EndpointResult> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  const { url = row.url, level = row.level, note = row.note, types, signatures } = change
  const columns = {
    ...{ url, level, note },
    types: types ? JSON.stringify(types) : row.types,
    signatures: signatures ? JSON.stringify(signatures) : row.signatures,
  }
  await trx.updateTable('endpoint').set(columns).where('id', '=', id).execute()
  const changed = { ...row, ...columns }
  if (url !== row.url) await beginAnew(trx, changed, nowMs)
  const takenUp = await takeUpStranded(trx, changed, nowMs)
  const before = { url: row.url, types: row.types, signatures: row.signatures, level: row.level }
  const detail = { ...change, before, takenUp }
  await recordEndpointDeed(trx, row, { what: 'change', actor: actor.name, nowMs, reason, detail })
  return { endpoint: endpointOf(changed, nowMs) }
}

/** Gives an endpoint a new secret. The old one signs besides for 24 h, so that its receiver can change over. */
export const rotateSecret = async (
  trx: Db,
  { id, secret, reason }: { readonly id: string; readonly reason: string } & DrawnSecret,
  actor: Pick<Account, 'name'>,
  nowMs: number,
): Promise<DrawnResult> => {
  const row = await findEndpoint(trx, id)
  if (!row) return { refused: noEndpoint(id) }
  const columns = { secret, old_secret: row.secret, old_secret_until: nowMs + ROTATION_MS }
  await trx.updateTable('endpoint').set(columns).where('id', '=', id).execute()
  const rotated = { ...row, ...columns }
  await recordEndpointDeed(trx, row, { what: 'rotate', actor: actor.name, nowMs, reason })
  return { endpoint: endpointOf(rotated, nowMs), mark: secretMark(secret) }
}

export const noEndpoint = (id: string): Refusal => refusal('not-found', `There is no endpoint ${id}.`)

const nextId = async (trx: Db): Promise<string> => {
  const last = await trx.selectFrom('endpoint').select('id').orderBy('id', 'desc').limit(1).executeTakeFirst()
  const number = Number(last?.id.slice('endpoint-'.length) ?? 0) + 1
  return `endpoint-${String(number).padStart(6, '0')}`
}
