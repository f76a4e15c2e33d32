import type { Account } from '../../schemas/account.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { type AccountRow, accountOf, columnsOf, findAccount, insertAccount, LOCAL } from './account.ts'
import type { Given, Refused } from './given.ts'
import { inviteTo, isReserved, LINK_HOURS, nameTaken } from './invitation.ts'
import { faultOfScope } from './scope.ts'
import { endSessions } from './session.ts'
import { turnedAway } from './sign-in.ts'

/** What is told of an account besides its role and scope. */
interface Person {
  readonly fullName: string
  readonly oidcSubject: string | null
}

/** A link is for an account, works until then, and is called by the beginning of its hash. */
export interface Linked {
  readonly account: string
  readonly untilMs: number
  readonly handle: string
}

export const handleOf = (hash: string): string => hash.slice(0, 16)

/** Makes an account and a link that sets its password. */
export const addAccount = async (
  trx: Db,
  { secretHash, fullName, oidcSubject, ...account }: Account & Person & { readonly secretHash: string },
  { actor, nowMs }: Given,
): Promise<Linked | Refused> => {
  const refused =
    faultOfScope(account) ??
    (isReserved(account.name) || (await findAccount(trx, account.name))
      ? nameTaken(account.name)
      : await subjectTaken(trx, oidcSubject, account.name))
  if (refused) return { refused }
  await insertAccount(trx, account, { by: actor.name, nowMs, fullName, oidcSubject })
  const { name, ...scope } = account
  await record(trx, { actor, nowMs }, 'add', name, { ...scope, fullName, oidcSubject })
  return link(trx, name, secretHash, { actor, nowMs })
}

/** A new link for an account, which sets its password anew; the account keeps the old one until then. */
export const inviteAccount = async (
  trx: Db,
  { account, secretHash }: { readonly account: string; readonly secretHash: string },
  given: Given,
): Promise<Linked | Refused> => {
  const row = await findAccount(trx, account)
  if (!row) return { refused: noAccount(account) }
  if (account === LOCAL) return { refused: BUILT_IN }
  if (row.disabled_at !== null) {
    return { refused: refusal('wrong-state', `The account ${account} is disabled: enable it first.`) }
  }
  await record(trx, given, 'invite', account)
  return link(trx, account, secretHash, given)
}

const link = async (trx: Db, account: string, hash: string, { actor, nowMs }: Given): Promise<Linked> => {
  const untilMs = await inviteTo(trx, { account, hash, by: actor.name, hours: LINK_HOURS }, nowMs)
  return { account, untilMs, handle: handleOf(hash) }
}

export type AccountChange = {
  readonly [K in keyof (Omit<Account, 'name'> & Person)]?: (Account & Person)[K] | undefined
}

/** Changes who an account is for and what it may; a changed role or scope ends its sessions. */
export const changeAccount = async (
  trx: Db,
  { account, change }: { readonly account: string; readonly change: AccountChange },
  given: Given,
): Promise<{ account: Account } | Refused> => {
  const row = await findAccount(trx, account)
  if (!row) return { refused: noAccount(account) }
  const { fullName = row.full_name, oidcSubject = row.oidc_subject, ...scope } = defined(change)
  const changed = { ...accountOf(row), ...scope }
  const refused = await refusalOfChange(trx, row, changed, oidcSubject)
  if (refused) return { refused }
  await trx
    .updateTable('account')
    .set({ ...columnsOf(changed), full_name: fullName, oidc_subject: oidcSubject })
    .where('name', '=', account)
    .execute()
  await endSessions(trx, account)
  await record(trx, given, 'change', account, defined(change))
  return { account: changed }
}

const defined = (change: AccountChange) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<
    Omit<Account, 'name'> & Person
  >

const refusalOfChange = async (
  trx: Db,
  row: AccountRow,
  changed: Account,
  oidcSubject: string | null,
): Promise<Refusal | undefined> => {
  if (row.name === LOCAL) return BUILT_IN
  const isDemoted = row.role === 'operator' && changed.role !== 'operator'
  return (
    faultOfScope(changed) ??
    (isDemoted && (await isLastOperator(trx, row.name)) ? LAST_OPERATOR : undefined) ??
    (await subjectTaken(trx, oidcSubject, row.name))
  )
}

/** Nobody comes in by a disabled account: not by password, identity provider, session or token. */
export const disableAccount = async (
  trx: Db,
  { account }: { readonly account: string },
  { actor, nowMs }: Given,
): Promise<{ done: true } | Refused> => {
  const row = await findAccount(trx, account)
  if (!row) return { refused: noAccount(account) }
  if (row.disabled_at !== null) {
    return { refused: refusal('wrong-state', `The account ${account} is disabled already.`) }
  }
  if (row.role === 'operator' && account !== LOCAL && (await isLastOperator(trx, account))) {
    return { refused: LAST_OPERATOR }
  }
  await trx.updateTable('account').set({ disabled_at: nowMs }).where('name', '=', account).execute()
  await trx.deleteFrom('invitation').where('account', '=', account).where('used_at', 'is', null).execute()
  await endSessions(trx, account)
  await record(trx, { actor, nowMs }, 'disable', account)
  return { done: true }
}

export const enableAccount = async (
  trx: Db,
  { account }: { readonly account: string },
  given: Given,
): Promise<{ done: true } | Refused> => {
  const row = await findAccount(trx, account)
  if (!row) return { refused: noAccount(account) }
  if (row.disabled_at === null) {
    return { refused: refusal('wrong-state', `The account ${account} is not disabled.`) }
  }
  await trx
    .updateTable('account')
    .set({ disabled_at: null, turned_away: 0 })
    .where('name', '=', account)
    .execute()
  await record(trx, given, 'enable', account, turnedAway(row))
  return { done: true }
}

/** Sets a new password for oneself, where the old one was proven, and ends the other sessions. */
export const setPassword = async (
  trx: Db,
  {
    provenHash,
    passwordHash,
    sessionHash,
  }: { readonly provenHash: string; readonly passwordHash: string; readonly sessionHash: string | null },
  { actor, nowMs }: Given,
): Promise<{ done: true } | Refused> => {
  const row = await findAccount(trx, actor.name)
  if (row?.password !== provenHash) {
    return { refused: refusal('wrong-state', 'The password was changed meanwhile: sign in again.') }
  }
  await trx.updateTable('account').set({ password: passwordHash }).where('name', '=', actor.name).execute()
  await endSessions(trx, actor.name, sessionHash ?? '')
  await record(trx, { actor, nowMs }, 'password', actor.name)
  return { done: true }
}

/** Whether nobody else could still run the service; who cannot sign in does not count. */
const isLastOperator = async (trx: Db, name: string): Promise<boolean> =>
  (await trx
    .selectFrom('account')
    .select('name')
    .where('role', '=', 'operator')
    .where('name', 'not in', [name, LOCAL])
    .where('disabled_at', 'is', null)
    .where(eb => eb.or([eb('password', 'is not', null), eb('oidc_subject', 'is not', null)]))
    .limit(1)
    .executeTakeFirst()) === undefined

const LAST_OPERATOR = refusal(
  'wrong-state',
  'This is the last operator who can sign in: make another one and let him sign in first.',
)

const BUILT_IN = refusal(
  'wrong-state',
  `The account ${LOCAL} belongs to the service’s own machine: it can be disabled, but has no password and no other role.`,
)

const noAccount = (name: string): Refusal => refusal('not-found', `There is no account ${name}.`)

const subjectTaken = async (trx: Db, subject: string | null, name: string): Promise<Refusal | undefined> => {
  if (subject === null) return undefined
  const row = await trx
    .selectFrom('account')
    .select('name')
    .where('oidc_subject', '=', subject)
    .where('name', '<>', name)
    .executeTakeFirst()
  return row && refusal('wrong-state', `The subject belongs to the account ${row.name} already.`)
}

const record = (
  trx: Db,
  { actor, nowMs }: Given,
  what: 'add' | 'invite' | 'change' | 'disable' | 'enable' | 'password',
  account: string,
  detail: object = {},
): Promise<string> =>
  appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'account' },
    detail: { what, account, ...detail },
  })
