import type { Account, Role } from '../../schemas/account.ts'
import { type NewAccount, newToken } from '../../services/accounts/index.ts'

/** Somebody of a role, who sees every supply unit unless told. */
export const person = (name: string, role: Role, more: Partial<Account> = {}): Account => ({
  name,
  role,
  supplyUnits: null,
  districtCode: null,
  department: '',
  ...more,
})

/** The same with a token. */
export const withToken = (account: Account): NewAccount => ({ ...account, token: newToken() })

/** An analyst and a reviewer with tokens. */
export const analystAndReviewer = (): [NewAccount, NewAccount] => [
  withToken(person('analyst', 'analyst')),
  withToken(person('reviewer', 'reviewer')),
]
