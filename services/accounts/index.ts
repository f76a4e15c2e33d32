import { createHash, randomBytes } from 'node:crypto'
import type { Selectable } from 'kysely'
import { z } from 'zod'
import { Ability, Account } from '../../schemas/account.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** An account with a token, which is shown once and kept only as a hash. */
export interface NewAccount extends Account {
  readonly token: string
}

/** Who asks, and what the token used is good for; null: all that the role has. */
export interface Asking {
  readonly account: Account
  readonly abilities: readonly Ability[] | null
}

const MS_PER_DAY = 86_400_000
const FIRST_TOKEN_DAYS = 366

/** An analyst and a reviewer with random tokens, not kept anywhere yet. */
export const makeFirstAccounts = (): NewAccount[] =>
  (['analyst', 'reviewer'] as const).map(role => ({
    ...{ name: role, role, supplyUnits: null, districtCode: null, department: '' },
    token: newToken(),
  }))

/** Whether there is anybody who could ask. */
export const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('name').limit(1).executeTakeFirst()) !== undefined

/** A token of 192 random bits, which need no slow hash. */
export const newToken = (): string => `ds_${randomBytes(24).toString('base64url')}`

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** Adds accounts that have a token for a year; of the tokens only hashes are kept. */
export const addAccounts = async (trx: Db, accounts: readonly NewAccount[], nowMs: number): Promise<void> => {
  const made = { created_at: nowMs, created_by: 'system' }
  await trx
    .insertInto('account')
    .values(
      accounts.map(({ name, role, supplyUnits, districtCode, department }) => ({
        name,
        role,
        supply_units: supplyUnits === null ? null : JSON.stringify(supplyUnits),
        district_code: districtCode,
        department,
        ...made,
      })),
    )
    .execute()
  await trx
    .insertInto('api_token')
    .values(
      accounts.map(({ name, token }) => ({
        id: `token-${hashOf(token).slice(0, 16)}`,
        account: name,
        label: 'first token',
        hash: hashOf(token),
        abilities: null,
        expires_at: nowMs + FIRST_TOKEN_DAYS * MS_PER_DAY,
        ...made,
      })),
    )
    .execute()
}

/** Who a token belongs to; undefined when it is none, is over or revoked, or its account is disabled. */
export const askingBy = async (db: Db, token: string, nowMs: number): Promise<Asking | undefined> => {
  const row = await db
    .selectFrom('api_token')
    .innerJoin('account', 'account.name', 'api_token.account')
    .selectAll('account')
    .select('api_token.abilities')
    .where('api_token.hash', '=', hashOf(token))
    .where('api_token.expires_at', '>', nowMs)
    .where('api_token.revoked_at', 'is', null)
    .where('account.disabled_at', 'is', null)
    .executeTakeFirst()
  return row && { account: accountOf(row), abilities: abilitiesOf(row.abilities) }
}

const Units = z.array(z.string())
const Abilities = z.array(Ability)

const abilitiesOf = (text: string | null): readonly Ability[] | null =>
  text === null ? null : Abilities.parse(JSON.parse(text))

/** A row of an account as who asks. */
export const accountOf = (row: Selectable<Tables['account']>): Account =>
  Account.parse({
    name: row.name,
    role: row.role,
    supplyUnits: row.supply_units === null ? null : Units.parse(JSON.parse(row.supply_units)),
    districtCode: row.district_code,
    department: row.department,
  })
