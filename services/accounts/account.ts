import type { Selectable } from 'kysely'
import { z } from 'zod'
import { Account } from '../../schemas/account.ts'
import { MS_PER_DAY } from '../../schemas/day.ts'
import type { AccountView } from '../../schemas/sign-in.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { hashOf, tokenIdOf } from './secret.ts'

export type AccountRow = Selectable<Tables['account']>

/** An account with a token, which is shown once and kept only as a hash. */
export interface NewAccount extends Account {
  readonly token: string
}

/** The account of the commands on the service's own machine: it has a token in the data folder and no password. */
export const LOCAL = 'local'

/** Whoever acts without an account is called so. */
export const SYSTEM = 'system'

const TOKEN_DAYS = 366

/** Whether there is anybody who could ask. */
export const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('name').limit(1).executeTakeFirst()) !== undefined

/** Adds accounts that have a token for a year; of the tokens only hashes are kept. */
export const addAccounts = async (trx: Db, accounts: readonly NewAccount[], nowMs: number): Promise<void> => {
  for (const account of accounts) {
    await insertAccount(trx, account, { by: SYSTEM, nowMs })
    const token = {
      ...{ account: account.name, label: 'first token', hash: hashOf(account.token), abilities: null },
      ...{ created_at: nowMs, created_by: SYSTEM, expires_at: nowMs + TOKEN_DAYS * MS_PER_DAY },
    }
    await trx
      .insertInto('api_token')
      .values({ id: tokenIdOf(token.hash), ...token })
      .execute()
  }
}

/** Besides what an account is: of whom it is, and when and by whom it was made. */
interface Making {
  readonly by: string
  readonly nowMs: number
  readonly fullName?: string
  readonly oidcSubject?: string | null
  readonly passwordHash?: string
}

export const insertAccount = async (trx: Db, account: Account, making: Making): Promise<void> => {
  const row = {
    ...columnsOf(account),
    full_name: making.fullName ?? '',
    oidc_subject: making.oidcSubject ?? null,
    password: making.passwordHash ?? null,
  }
  const made = { name: account.name, created_at: making.nowMs, created_by: making.by }
  await trx
    .insertInto('account')
    .values({ ...row, ...made })
    .execute()
}

/** Role and scope as they are stored. */
export const columnsOf = ({ role, supplyUnits, districtCode, department }: Omit<Account, 'name'>) => ({
  role,
  supply_units: supplyUnits === null ? null : JSON.stringify(supplyUnits),
  district_code: districtCode,
  department,
})

export const findAccount = (db: Db, name: string): Promise<AccountRow | undefined> =>
  db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst()

const Units = z.array(z.string())

/** A row of an account as who asks. */
export const accountOf = (row: AccountRow): Account =>
  Account.parse({
    name: row.name,
    role: row.role,
    supplyUnits: row.supply_units === null ? null : Units.parse(JSON.parse(row.supply_units)),
    districtCode: row.district_code,
    department: row.department,
  })

/** Every account by its name. */
export const listAccounts = async (db: Db, nowMs: number): Promise<AccountView[]> => {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').execute()
  return rows.map(row => ({
    ...accountOf(row),
    fullName: row.full_name,
    oidcSubject: row.oidc_subject,
    hasPassword: row.password !== null,
    lockedUntil: row.locked_until > nowMs ? new Date(row.locked_until).toISOString() : null,
    createdAt: new Date(row.created_at).toISOString(),
    createdBy: row.created_by,
    disabledAt: row.disabled_at === null ? null : new Date(row.disabled_at).toISOString(),
  }))
}
