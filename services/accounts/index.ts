import { createHash, randomBytes } from 'node:crypto'
import type { Account, Role } from '../../schemas/account.ts'
import type { Db } from '../adapters/store/index.ts'

/** An account with its token, which is shown once and kept only as a hash. */
export interface NewAccount extends Account {
  readonly token: string
}

const FIRST_ACCOUNTS: readonly Account[] = [
  { name: 'analyst', role: 'analyst' },
  { name: 'reviewer', role: 'reviewer' },
]

/** At first start: makes an analyst and a reviewer with random tokens. Empty when accounts exist. */
export const findOrMakeAccounts = async (trx: Db): Promise<NewAccount[]> => {
  if (await trx.selectFrom('account').select('name').limit(1).executeTakeFirst()) return []
  const made = FIRST_ACCOUNTS.map(account => ({
    ...account,
    token: `ds_${randomBytes(24).toString('base64url')}`,
  }))
  await trx
    .insertInto('account')
    .values(made.map(({ name, role, token }) => ({ name, role, token_hash: hashOf(token) })))
    .execute()
  return made
}

/** Who a token belongs to. 192 random bits need no slow hash. */
export const accountOf = async (db: Db, token: string): Promise<Account | undefined> => {
  const row = await db
    .selectFrom('account')
    .select(['name', 'role'])
    .where('token_hash', '=', hashOf(token))
    .executeTakeFirst()
  return row && { name: row.name, role: row.role as Role }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex')
