import type { Endpoint } from '../../schemas/alert.ts'
import type { Db } from '../adapters/store/port.ts'
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

/** Every endpoint by district code, without its secret. */
export const listEndpoints = async (db: Db): Promise<Endpoint[]> => {
  const rows = await db
    .selectFrom('endpoint')
    .select(['district_code', 'url'])
    .orderBy('district_code')
    .execute()
  return rows.map(row => ({ districtCode: row.district_code, url: row.url }))
}
