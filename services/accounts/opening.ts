import type { Ability } from '../../schemas/account.ts'
import { MS_PER_DAY } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { findAccount, insertAccount, LOCAL, SYSTEM } from './account.ts'
import { hasOperator, inviteFirst } from './invitation.ts'
import { tokenIdOf } from './secret.ts'

/** What the commands on the service's own machine take: import, profile, and to see what became of it. */
export const LOCAL_ABILITIES: readonly Ability[] = [
  ...(['readings.write', 'registry.read', 'registry.write', 'rejects.read', 'rejects.write'] as const),
  ...(['corrections.read', 'status.read'] as const),
]

const LOCAL_TOKEN_DAYS = 366

/** What a process wants at its start, each by the hash of its secret; null: nothing of the kind. */
export interface Opening {
  readonly localTokenHash: string | null
  readonly invitationHash: string | null
}

/** Which of it was made. */
export interface Opened {
  readonly localToken: boolean
  readonly invitation: boolean
}

/**
 * At a start of the service: a token for its own machine, unless an operator has disabled that account, and while
 * there is no operator a link for the first one.
 */
export const openAccounts = async (
  trx: Db,
  { localTokenHash, invitationHash }: Opening,
  nowMs: number,
): Promise<Opened> => ({
  localToken: localTokenHash !== null && (await addLocalToken(trx, localTokenHash, nowMs)),
  invitation: invitationHash !== null && (await addInvitation(trx, invitationHash, nowMs)),
})

const addLocalToken = async (trx: Db, hash: string, nowMs: number): Promise<boolean> => {
  const row = await findAccount(trx, LOCAL)
  if (row && row.disabled_at !== null) return false
  if (!row) {
    const scope = { supplyUnits: null, districtCode: null, department: '' }
    await insertAccount(trx, { name: LOCAL, role: 'operator', ...scope }, { by: SYSTEM, nowMs })
  }
  const id = tokenIdOf(hash)
  const made = { created_at: nowMs, created_by: SYSTEM, expires_at: nowMs + LOCAL_TOKEN_DAYS * MS_PER_DAY }
  await trx
    .insertInto('api_token')
    .values({
      ...{ id, account: LOCAL, label: 'this machine', hash, ...made },
      abilities: JSON.stringify(LOCAL_ABILITIES),
    })
    .execute()
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: SYSTEM, action: 'token' },
    detail: { what: 'make', id, account: LOCAL, abilities: LOCAL_ABILITIES, days: LOCAL_TOKEN_DAYS },
  })
  return true
}

const addInvitation = async (trx: Db, hash: string, nowMs: number): Promise<boolean> => {
  if (await hasOperator(trx)) return false
  await inviteFirst(trx, hash, nowMs)
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: SYSTEM, action: 'account' },
    detail: { what: 'invite the first operator' },
  })
  return true
}
