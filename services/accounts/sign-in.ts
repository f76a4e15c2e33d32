import type { Account } from '../../schemas/account.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { type AccountRow, accountOf, findAccount } from './account.ts'
import type { Refused } from './given.ts'
import { lockMs, signInRefusal } from './lock-out.ts'
import { beginSession } from './session.ts'

/** Somebody who says who he is; a session begins under `sessionHash` when it is so, none when it is null. */
export type Attempt = { readonly sessionHash: string | null } & (
  | {
      readonly by: 'password'
      readonly name: string
      /** What is stored of the password that was given; null: it was wrong, or not looked at as the name is locked */
      readonly verified: string | null
    }
  | {
      readonly by: 'oidc'
      /** As the identity provider vouches for */
      readonly subject: string
    }
)

/** Who was let in, and until when his session lasts; null when none was begun. */
export interface LetIn {
  readonly account: Account
  readonly untilMs: number | null
}

export type SignInResult = LetIn | Refused

/**
 * Lets somebody in, or refuses him and puts that on record. An attempt while the account is locked has no link in the
 * chain: it is counted, and the next link about the account's sign-in tells how many there were. So is every attempt
 * after the first whom the identity provider vouches for and whose account is disabled. So an account adds at most one
 * link a lock, whoever knocks however often.
 */
export const attemptSignIn = async (trx: Db, attempt: Attempt, nowMs: number): Promise<SignInResult> => {
  const row = await rowOf(trx, attempt)
  if (!row)
    return { refused: attempt.by === 'password' ? signInRefusal(0, nowMs) : unknownSubject(attempt.subject) }
  if (attempt.by === 'password' && row.locked_until > nowMs) return turnAway(trx, row, nowMs)
  const cause = refusalCause(row, attempt)
  if (cause !== undefined) {
    return attempt.by === 'password'
      ? refusePassword(trx, row, cause, nowMs)
      : refuseSubject(trx, row, cause, nowMs)
  }
  return { account: accountOf(row), untilMs: await letIn(trx, row, attempt, nowMs) }
}

const rowOf = (trx: Db, attempt: Attempt): Promise<AccountRow | undefined> =>
  attempt.by === 'password'
    ? findAccount(trx, attempt.name)
    : trx.selectFrom('account').selectAll().where('oidc_subject', '=', attempt.subject).executeTakeFirst()

const unknownSubject = (subject: string) =>
  refusal(
    'unauthenticated',
    `No account here belongs to this identity: ask an operator to enter its subject "${subject}" in yours.`,
  )

/** The password may have been changed since it was compared: then it is wrong. */
const refusalCause = (row: AccountRow, attempt: Attempt): string | undefined => {
  if (attempt.by === 'password' && (attempt.verified === null || attempt.verified !== row.password)) {
    return row.password === null ? 'no password is set' : 'wrong password'
  }
  return row.disabled_at === null ? undefined : 'the account is disabled'
}

const turnAway = async (trx: Db, row: AccountRow, nowMs: number): Promise<Refused> => {
  await update(trx, row, { turned_away: row.turned_away + 1 })
  return { refused: signInRefusal(row.locked_until, nowMs) }
}

const refusePassword = async (trx: Db, row: AccountRow, cause: string, nowMs: number): Promise<Refused> => {
  const failures = row.failures + 1
  const lockedUntil = nowMs + lockMs(failures)
  const isLocked = lockedUntil > nowMs
  await update(trx, row, { failures, turned_away: 0, ...(isLocked ? { locked_until: lockedUntil } : {}) })
  const lock = isLocked ? { lockedUntil: new Date(lockedUntil).toISOString() } : {}
  await recordRefusal(trx, row, { by: 'password', cause, ...turnedAway(row), ...lock }, nowMs)
  return { refused: signInRefusal(lockedUntil, nowMs) }
}

const refuseSubject = async (trx: Db, row: AccountRow, cause: string, nowMs: number): Promise<Refused> => {
  await update(trx, row, { turned_away: row.turned_away + 1 })
  if (row.turned_away === 0) await recordRefusal(trx, row, { by: 'oidc', cause }, nowMs)
  return { refused: refusal('unauthenticated', 'This account is disabled: ask an operator.') }
}

const recordRefusal = async (
  trx: Db,
  { name }: AccountRow,
  { cause, ...detail }: { readonly cause: string; readonly by: string },
  nowMs: number,
): Promise<void> => {
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: name, action: 'refused', reason: cause },
    detail: { attempted: 'sign-in', code: 'unauthenticated', ...detail },
  })
}

const letIn = async (
  trx: Db,
  row: AccountRow,
  { by, sessionHash }: Attempt,
  nowMs: number,
): Promise<number | null> => {
  // The lock guards the password: who comes in otherwise says nothing of who guessed at it.
  if (by === 'password') await update(trx, row, { failures: 0, locked_until: 0 })
  if (sessionHash === null) return null
  await update(trx, row, { turned_away: 0 })
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs: nowMs, actor: row.name, action: 'sign-in' },
    detail: { by, ...turnedAway(row) },
  })
  return beginSession(trx, row.name, sessionHash, nowMs)
}

/** For the next link about the sign-in of the account. */
export const turnedAway = ({ turned_away }: AccountRow) =>
  turned_away > 0 ? { turnedAway: turned_away } : {}

const update = async (
  trx: Db,
  { name }: AccountRow,
  change: Partial<Pick<AccountRow, 'failures' | 'locked_until' | 'turned_away'>>,
): Promise<void> => {
  await trx.updateTable('account').set(change).where('name', '=', name).execute()
}
