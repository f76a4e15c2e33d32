import type { Selectable } from 'kysely'
import type { Ability, Account } from '../../schemas/account.ts'
import { MS_PER_DAY } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { TokenView } from '../../schemas/sign-in.ts'
import { may } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { accountOf, findAccount } from './account.ts'
import { abilitiesOf } from './asking.ts'
import type { Given, Refused } from './given.ts'
import { tokenIdOf } from './secret.ts'

export interface NewTokenOrder {
  /** Whose it is to be */
  readonly account: string
  readonly label: string
  /** null: all that the role has */
  readonly abilities: readonly Ability[] | null
  readonly days: number
  readonly tokenHash: string
  /** The token that asks, whose bounds the new one keeps; null: a session */
  readonly within: { readonly abilities: readonly Ability[] | null; readonly untilMs: number } | null
}

export interface MadeToken {
  readonly id: string
  readonly account: string
  readonly expiresAtMs: number
}

/** Makes a token for oneself, or as an operator for somebody. */
export const makeToken = async (
  trx: Db,
  order: NewTokenOrder,
  { actor, nowMs }: Given,
): Promise<MadeToken | Refused> => {
  const expiresAtMs = nowMs + order.days * MS_PER_DAY
  const refused = await refusalOfToken(trx, order, actor, expiresAtMs)
  if (refused) return { refused }
  const { account, label, abilities, tokenHash } = order
  const id = tokenIdOf(tokenHash)
  const made = { created_at: nowMs, created_by: actor.name, expires_at: expiresAtMs }
  await trx
    .insertInto('api_token')
    .values({
      ...{ id, account, label, hash: tokenHash, ...made },
      abilities: abilities === null ? null : JSON.stringify(abilities),
    })
    .execute()
  await record(trx, { actor, nowMs }, 'make', { id, account, label, abilities, days: order.days })
  return { id, account, expiresAtMs }
}

const refusalOfToken = async (
  trx: Db,
  { account, abilities, within }: NewTokenOrder,
  actor: Account,
  expiresAtMs: number,
): Promise<Refusal | undefined> => {
  if (account !== actor.name && !may(actor, 'accounts.write', within?.abilities ?? null)) {
    return refusal('forbidden', 'To make a token for somebody else takes the ability accounts.write.')
  }
  const row = await findAccount(trx, account)
  if (!row) return refusal('not-found', `There is no account ${account}.`)
  if (row.disabled_at !== null) return refusal('wrong-state', `The account ${account} is disabled.`)
  const owner = accountOf(row)
  const beyond = abilities?.find(ability => !may(owner, ability))
  if (beyond) {
    return refusal(
      'forbidden',
      `The role ${owner.role} of ${account} does not have the ability ${beyond} here.`,
    )
  }
  return within === null ? undefined : refusalOfBounds(abilities, within, expiresAtMs)
}

const refusalOfBounds = (
  abilities: readonly Ability[] | null,
  { abilities: bounds, untilMs }: { abilities: readonly Ability[] | null; untilMs: number },
  expiresAtMs: number,
): Refusal | undefined => {
  if (bounds !== null && !abilities?.every(ability => bounds.includes(ability))) {
    return refusal('forbidden', `A token makes none of wider abilities than its own: ${bounds.join(', ')}.`)
  }
  if (expiresAtMs <= untilMs) return undefined
  return refusal(
    'forbidden',
    `A token makes none that lives longer than itself, to ${new Date(untilMs).toISOString()}: ask for fewer days, or sign in.`,
  )
}

/** Ends a token: one's own, or as an operator anybody's. Of others nobody learns whether there is one. */
export const revokeToken = async (
  trx: Db,
  { id, everybodys }: { readonly id: string; readonly everybodys: boolean },
  { actor, nowMs }: Given,
): Promise<{ done: true } | Refused> => {
  const row = await trx.selectFrom('api_token').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || !(row.account === actor.name || everybodys)) {
    return { refused: refusal('not-found', `There is no token ${id} of yours.`) }
  }
  if (row.revoked_at !== null)
    return { refused: refusal('wrong-state', `The token ${id} is revoked already.`) }
  await trx.updateTable('api_token').set({ revoked_at: nowMs }).where('id', '=', id).execute()
  await record(trx, { actor, nowMs }, 'revoke', { id, account: row.account, label: row.label })
  return { done: true }
}

/** The tokens of an account, newest first; nothing in them lets anybody in. */
export const listTokens = async (db: Db, account: string): Promise<TokenView[]> => {
  const rows = await db
    .selectFrom('api_token')
    .selectAll()
    .where('account', '=', account)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()
  return rows.map(viewOf)
}

const viewOf = (row: Selectable<Tables['api_token']>): TokenView => ({
  id: row.id,
  account: row.account,
  label: row.label,
  abilities: abilitiesOf(row.abilities),
  createdAt: new Date(row.created_at).toISOString(),
  createdBy: row.created_by,
  expiresAt: new Date(row.expires_at).toISOString(),
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at).toISOString(),
})

const record = (trx: Db, { actor, nowMs }: Given, what: 'make' | 'revoke', detail: object): Promise<string> =>
  appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: actor.name, action: 'token' },
    detail: { what, ...detail },
  })
