import type { Endpoint } from '../../schemas/alert.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/port.ts'
import { toldTo } from './queries.ts'
import { isSecret, newSecret } from './sign.ts'

/**
 * Sets where a district receives its alerts, in the caller's transaction, and answers the secret: this once,
 * it cannot be read again. Setting an endpoint anew replaces address and secret. Throws RangeError when a
 * given secret is none of Standard Webhooks.
 */
export const putEndpoint = async (
  trx: Db,
  endpoint: Endpoint,
  nowMs: number,
  secret: string = newSecret(),
): Promise<string> => {
  if (!isSecret(secret)) {
    throw new RangeError('A webhook secret is "whsec_" followed by the base64 of 24 to 64 bytes.')
  }
  const set = { url: endpoint.url, secret, created_at: nowMs }
  await trx
    .insertInto('endpoint')
    .values({ district_code: endpoint.districtCode, ...set })
    .onConflict(conflict => conflict.column('district_code').doUpdateSet(set))
    .execute()
  // What was given up at the old address is tried at the new one.
  await trx
    .updateTable('outbox')
    .set({ status: 'waiting', next_attempt_at: nowMs })
    .where('district_code', '=', endpoint.districtCode)
    .where('status', '=', 'given-up')
    .execute()
  return secret
}

/** Every endpoint by district code, without its secret; to a district its own alone. */
export const listEndpoints = async (db: Db, wall: Wall = NO_WALL): Promise<Endpoint[]> => {
  const all = db.selectFrom('endpoint').select(['district_code', 'url']).orderBy('district_code')
  const rows = await (wall.kind === 'district' ? all.where('district_code', '=', wall.code) : all).execute()
  return rows.map(row => ({ districtCode: row.district_code, url: row.url })).map(toldTo(wall))
}
