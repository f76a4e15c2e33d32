import { z } from 'zod'
import { Ability, type Account } from '../../schemas/account.ts'
import type { Db } from '../adapters/store/index.ts'
import { accountOf } from './account.ts'
import { hashOf } from './secret.ts'

/** Who asks, and by what. */
export interface Asking {
  readonly account: Account
  readonly fullName: string
  /** What the token used is good for; null: all that the role has */
  readonly abilities: readonly Ability[] | null
  readonly by: 'token' | 'session'
  /** Hash of the token or the session */
  readonly hash: string
  /** When that ends, UTC ms */
  readonly untilMs: number
}

/** Who a token belongs to; undefined when it is none, is over or revoked, or its account is disabled. */
export const askingByToken = async (db: Db, token: string, nowMs: number): Promise<Asking | undefined> => {
  const hash = hashOf(token)
  const row = await db
    .selectFrom('api_token')
    .innerJoin('account', 'account.name', 'api_token.account')
    .selectAll('account')
    .select(['api_token.abilities', 'api_token.expires_at'])
    .where('api_token.hash', '=', hash)
    .where('api_token.expires_at', '>', nowMs)
    .where('api_token.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const by = { by: 'token' as const, hash, untilMs: row.expires_at }
  return { account: accountOf(row), fullName: row.full_name, abilities: abilitiesOf(row.abilities), ...by }
}

/** Whose session it is; undefined when it is none or over, or its account is disabled. */
export const askingBySession = async (db: Db, secret: string, nowMs: number): Promise<Asking | undefined> => {
  const hash = hashOf(secret)
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.name', 'session.account')
    .selectAll('account')
    .select('session.expires_at')
    .where('session.hash', '=', hash)
    .where('session.expires_at', '>', nowMs)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const by = { by: 'session' as const, hash, untilMs: row.expires_at }
  return { account: accountOf(row), fullName: row.full_name, abilities: null, ...by }
}

const Abilities = z.array(Ability)

export const abilitiesOf = (text: string | null): Ability[] | null =>
  text === null ? null : Abilities.parse(JSON.parse(text))
