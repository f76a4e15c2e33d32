import { AccountLink, AccountList, TokenMade } from '../../schemas/sign-in.ts'
import { createClient, json } from './client.ts'
import type { Print } from './follow-import.ts'
import type { Place } from './profile.ts'

export interface NewAccountOptions extends Place {
  readonly role: string
  /** Comma lists and texts as they were typed */
  readonly units?: string
  readonly district?: string
  readonly department?: string
  readonly fullName?: string
  readonly oidcSubject?: string
}

/** Makes an account and prints its one-time link. Throws CommandError with a sentence, as the others do. */
export const addAccount = async (
  { url, token, ...options }: NewAccountOptions,
  name: string,
  print: Print,
): Promise<void> => {
  const body = {
    ...{ name, role: options.role, fullName: options.fullName, department: options.department },
    ...{ supplyUnits: options.units && parts(options.units), districtCode: options.district },
    oidcSubject: options.oidcSubject,
  }
  const answer = await createClient(url, token).call('POST', '/v1/accounts', json(body))
  const { account, link, until } = AccountLink.parse(answer)
  print(`Made ${account}. Hand on this link, which sets the password once, until ${until}:`)
  print(link ?? '')
}

export const listAccounts = async ({ url, token }: Place, print: Print): Promise<void> => {
  const { accounts } = AccountList.parse(await createClient(url, token).call('GET', '/v1/accounts'))
  for (const account of accounts) {
    const scope = [account.districtCode, account.department, account.supplyUnits?.join(',')].filter(Boolean)
    const state = account.disabledAt ? ' (disabled)' : account.lockedUntil ? ' (locked)' : ''
    print([account.name, account.role, ...scope, account.fullName].filter(Boolean).join('  ') + state)
  }
}

export interface NewTokenOptions extends Place {
  readonly label: string
  readonly days: number
  readonly abilities?: string
  readonly account?: string
}

/** Makes a token and prints it, alone on its line. */
export const addToken = async (
  { url, token, label, days, abilities, account }: NewTokenOptions,
  print: Print,
): Promise<void> => {
  const path = account ? `/v1/accounts/${encodeURIComponent(account)}/tokens` : '/v1/tokens'
  const body = json({ label, days, abilities: abilities ? parts(abilities) : null })
  const made = TokenMade.parse(await createClient(url, token).call('POST', path, body))
  print(`A token of ${made.account} until ${made.expiresAt}; it is shown this once:`)
  print(made.token ?? '')
}

const parts = (list: string): string[] => list.split(',').map(part => part.trim())
