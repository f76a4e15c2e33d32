import type { Account } from '../../schemas/account.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { findAccount } from './account.ts'
import { createStrangers, signInRefusal } from './lock-out.ts'
import type { Passwords } from './password.ts'
import { hashOf, newSecret } from './secret.ts'
import type { Attempt, LetIn, SignInResult } from './sign-in.ts'

export interface FrontDoorDeps {
  readonly db: Db
  readonly passwords: Passwords
  readonly nowMs: () => number
  /** Lets in or refuses, and puts it on record */
  readonly attempt: (attempt: Attempt) => Promise<SignInResult>
  readonly warn: (sentence: string) => void
}

/** Who was let in, with the secret of his session. */
export interface Entered {
  readonly account: Account
  readonly secret: string
  readonly untilMs: number
}

/** Where people say who they are. Both throw ProblemError `unauthenticated`, and `busy` when too many come at once. */
export interface FrontDoor {
  byPassword(name: string, password: string): Promise<Entered>
  bySubject(subject: string): Promise<Entered>
  /** What is stored of the password, when it is that of somebody who is in already; a wrong one counts like others. */
  prove(name: string, password: string): Promise<string>
}

export const createFrontDoor = (deps: FrontDoorDeps): FrontDoor => {
  const { attempt } = deps
  const verify = createVerify(deps)
  const enter = async (claim: Claim): Promise<Entered> => {
    const secret = newSecret()
    const { account, untilMs } = letIn(await attempt({ ...claim, sessionHash: hashOf(secret) }))
    return { account, secret, untilMs: untilMs! }
  }
  return {
    byPassword: async (name, password) => enter(await verify(normal(name), password)),
    bySubject: subject => enter({ by: 'oidc', subject }),
    async prove(name, password) {
      const claim = await verify(name, password)
      letIn(await attempt({ ...claim, sessionHash: null }))
      return claim.verified!
    },
  }
}

type Claim = Attempt extends infer A ? (A extends Attempt ? Omit<A, 'sessionHash'> : never) : never
type PasswordClaim = Extract<Claim, { by: 'password' }>

const letIn = (result: SignInResult): LetIn => {
  if ('refused' in result) throw new ProblemError(result.refused.code, result.refused.detail)
  return result
}

const normal = (name: string): string => name.trim().normalize('NFKC').toLowerCase()

/** Compares with what is stored; of a name that no account has the same is done, in vain. */
const createVerify = ({ db, passwords, nowMs, warn }: FrontDoorDeps) => {
  const strangers = createStrangers()
  const refuseStranger = (lockedUntil: number): never => {
    const { code, detail } = signInRefusal(lockedUntil, nowMs())
    throw new ProblemError(code, detail)
  }
  return async (name: string, password: string): Promise<PasswordClaim> => {
    const row = await findAccount(db, name)
    const lockedUntil = row ? row.locked_until : strangers.lockedUntil(name)
    if (lockedUntil > nowMs()) {
      return row ? { by: 'password', name, verified: null } : refuseStranger(lockedUntil)
    }
    const isRight = await passwords.matches(password, row?.password ?? null)
    if (row) return { by: 'password', name, verified: isRight ? row.password : null }
    const locked = strangers.fail(name, nowMs())
    if (isPowerOfTen(strangers.count)) {
      // No name is told: people type passwords there.
      warn(`${strangers.count} sign-ins so far under names that no account has.`)
    }
    return refuseStranger(locked)
  }
}

/** So that the log grows slowly, however many there are. */
const isPowerOfTen = (count: number): boolean => /^10*$/.test(String(count))
