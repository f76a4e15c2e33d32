import type { Account, Role } from '../../schemas/account.ts'
import { createPasswords, type NewAccount, newToken } from '../../services/accounts/index.ts'
import type { SignInDeps } from '../../services/api/index.ts'

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

/** What of signing in is the same in every test: passwords cost little, and browsers come without TLS. */
export const quickSignIn = (more: Partial<SignInDeps> = {}): SignInDeps => ({
  passwords: createPasswords({ ln: 4, r: 8, p: 1 }),
  publicUrl: undefined,
  identity: undefined,
  onFirstOperator: () => {},
  ...more,
})

/** An analyst and a reviewer with tokens. */
export const analystAndReviewer = (): [NewAccount, NewAccount] => [
  withToken(person('analyst', 'analyst')),
  withToken(person('reviewer', 'reviewer')),
]
