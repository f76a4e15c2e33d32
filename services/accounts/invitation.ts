import type { Selectable } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { MS_PER_HOUR } from '../../schemas/day.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { findAccount, insertAccount, LOCAL, SYSTEM } from './account.ts'
import type { Given, Refused } from './given.ts'
import { beginSession, endSessions } from './session.ts'

export type Invitation = Selectable<Tables['invitation']>

/** Of the first operator, who reads the log of the service; others get theirs handed on by an operator. */
export const FIRST_LINK_HOURS = 24
export const LINK_HOURS = 72

/** The account of a link for the first operator. */
const FIRST = ''

export const isFirst = ({ account }: Invitation): boolean => account === FIRST

/** A one-time link that still works; undefined when it is none, was used, or ran out. */
export const findInvitation = (db: Db, hash: string, nowMs: number): Promise<Invitation | undefined> =>
  db
    .selectFrom('invitation')
    .selectAll()
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', nowMs)
    .executeTakeFirst()

/** Makes a link for an account the only one that works; answers when it runs out. */
export const inviteTo = async (
  trx: Db,
  { account, hash, by, hours }: { account: string; hash: string; by: string; hours: number },
  nowMs: number,
): Promise<number> => {
  const expires_at = nowMs + hours * MS_PER_HOUR
  await trx.deleteFrom('invitation').where('account', '=', account).where('used_at', 'is', null).execute()
  const row = { hash, account, created_at: nowMs, created_by: by, expires_at, used_at: null }
  await trx.insertInto('invitation').values(row).execute()
  return expires_at
}

/** Adds a link for the first operator; other processes may have one each, and one that is used ends them all. */
export const inviteFirst = async (trx: Db, hash: string, nowMs: number): Promise<void> => {
  const expires_at = nowMs + FIRST_LINK_HOURS * MS_PER_HOUR
  const row = { hash, account: FIRST, created_at: nowMs, created_by: SYSTEM, expires_at, used_at: null }
  await trx.insertInto('invitation').values(row).execute()
}

/** Whether there is a person who runs the service, or ever was. */
export const hasOperator = async (db: Db): Promise<boolean> =>
  (await db
    .selectFrom('account')
    .select('name')
    .where('role', '=', 'operator')
    .where('name', '<>', LOCAL)
    .limit(1)
    .executeTakeFirst()) !== undefined

export interface Acceptance {
  readonly secretHash: string
  readonly fullName: string | undefined
  readonly passwordHash: string
  readonly sessionHash: string
}

/** Sets the password that a link is for, or makes the first operator with it, and begins a session. */
export const acceptInvitation = async (
  trx: Db,
  { secretHash, fullName, passwordHash, sessionHash }: Acceptance,
  { actor, nowMs }: Given,
): Promise<{ account: Account; untilMs: number } | Refused> => {
  const invitation = await findInvitation(trx, secretHash, nowMs)
  if (!invitation) return { refused: LINK_IS_OVER }
  const refused = isFirst(invitation)
    ? await refusalOfFirst(trx, actor)
    : await refusalOfPassword(trx, invitation, actor)
  if (refused) return { refused }
  if (isFirst(invitation)) {
    await insertAccount(trx, actor, { by: SYSTEM, nowMs, passwordHash, fullName: fullName ?? '' })
  } else {
    const change = { password: passwordHash, failures: 0, locked_until: 0, turned_away: 0 }
    await trx
      .updateTable('account')
      .set({ ...change, ...(fullName === undefined ? {} : { full_name: fullName }) })
      .where('name', '=', actor.name)
      .execute()
    await endSessions(trx, actor.name)
  }
  await trx
    .updateTable('invitation')
    .set({ used_at: nowMs })
    .where('account', '=', invitation.account)
    .where('used_at', 'is', null)
    .execute()
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'account' },
    detail: {
      what: isFirst(invitation) ? 'first operator' : 'password by link',
      ...{ account: actor.name, invitedBy: invitation.created_by },
    },
  })
  return { account: actor, untilMs: await beginSession(trx, actor.name, sessionHash, nowMs) }
}

export const LINK_IS_OVER = refusal(
  'unauthenticated',
  'This link is not known, was used, or has run out: ask an operator for a new one, or start the service again for the first.',
)

const refusalOfFirst = async (trx: Db, { name }: Account) => {
  if (await hasOperator(trx)) return LINK_IS_OVER
  return isReserved(name) || (await findAccount(trx, name)) ? nameTaken(name) : undefined
}

const refusalOfPassword = async (trx: Db, { account }: Invitation, actor: Account) => {
  const row = await findAccount(trx, account)
  return row && row.name === actor.name && row.disabled_at === null ? undefined : LINK_IS_OVER
}

/** Names that the audit gives to others than people. */
export const isReserved = (name: string): boolean => [LOCAL, SYSTEM].includes(name)

export const nameTaken = (name: string) =>
  refusal('wrong-state', `The name ${name} is taken: choose another one.`)
