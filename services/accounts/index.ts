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

/** Whether there is anybody who could ask. */
export const hasAccounts = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('account').select('name').limit(1).executeTakeFirst()) !== undefined

/** An analyst and a reviewer with random tokens, not kept anywhere yet. */
export const makeFirstAccounts = (): NewAccount[] =>
  FIRST_ACCOUNTS.map(account => ({ ...account, token: `ds_${randomBytes(24).toString('base64url')}` }))

/** Adds accounts; of their tokens only hashes are kept. */
export const addAccounts = async (trx: Db, accounts: readonly NewAccount[]): Promise<void> => {
  await trx
    .insertInto('account')
    .values(accounts.map(({ name, role, token }) => ({ name, role, token_hash: hashOf(token) })))
    .execute()
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
