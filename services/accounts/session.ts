import { MS_PER_HOUR } from '../../schemas/day.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import type { Given, Refused } from './given.ts'

export const SESSION_HOURS = 12

/** Begins a session, and forgets those of the account that are over; answers when it ends. */
export const beginSession = async (
  trx: Db,
  account: string,
  hash: string,
  nowMs: number,
): Promise<number> => {
  await trx.deleteFrom('session').where('account', '=', account).where('expires_at', '<=', nowMs).execute()
  const expires_at = nowMs + SESSION_HOURS * MS_PER_HOUR
  await trx.insertInto('session').values({ hash, account, created_at: nowMs, expires_at }).execute()
  return expires_at
}

/** Ends the sessions of an account, save one when told. */
export const endSessions = async (trx: Db, account: string, but = ''): Promise<void> => {
  await trx.deleteFrom('session').where('account', '=', account).where('hash', '<>', but).execute()
}

/** Ends the session that asks. */
export const signOut = async (
  trx: Db,
  { sessionHash }: { readonly sessionHash: string | null },
  { actor, nowMs }: Given,
): Promise<{ done: true } | Refused> => {
  if (sessionHash === null) {
    return { refused: refusal('wrong-state', 'A token has no session to end: revoke the token instead.') }
  }
  await trx.deleteFrom('session').where('hash', '=', sessionHash).execute()
  await appendLink(trx, { chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'sign-out' })
  return { done: true }
}
