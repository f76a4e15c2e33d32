import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MS_PER_DAY } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { LOCAL } from './account.ts'
import { askingByToken } from './asking.ts'
import { findInvitation, hasOperator, isFirst } from './invitation.ts'
import type { Opened, Opening } from './opening.ts'
import { hashOf, newSecret, newToken } from './secret.ts'

const TOKENS_FILE = 'tokens.json'
const FIRST_SIGN_IN_FILE = 'first-sign-in.txt'

/** A token that ends sooner is replaced at the start. */
const TOKEN_DAYS_LEFT = 30

export interface FirstStartDeps {
  readonly db: Db
  readonly folder: string
  readonly nowMs: () => number
  readonly open: (opening: Opening) => Promise<Opened>
}

export const tokensFileIn = (folder: string): string => join(folder, TOKENS_FILE)

/** The token of the service's own machine that stands in a data folder. Throws when there is none. */
export const localTokenIn = (folder: string): string => {
  const token = tokensIn(folder)[LOCAL]
  if (token === undefined) throw new Error(`no token of ${LOCAL} in ${tokensFileIn(folder)}`)
  return token
}

const tokensIn = (folder: string): Record<string, string> =>
  JSON.parse(readFileSync(tokensFileIn(folder), 'utf8')) as Record<string, string>

/** Tokens of before, of an older version of the program, stay in the file: nobody else may have them. */
export const readyLocalToken = async ({ db, folder, nowMs, open }: FirstStartDeps): Promise<void> => {
  const tokens = orElse(() => tokensIn(folder), {} as Record<string, string>)
  const asking = tokens[LOCAL] && (await askingByToken(db, tokens[LOCAL], nowMs()))
  if (asking && asking.untilMs - nowMs() > TOKEN_DAYS_LEFT * MS_PER_DAY) return
  const token = newToken()
  const { localToken } = await open({ localTokenHash: hashOf(token), invitationHash: null })
  if (localToken)
    writePrivately(tokensFileIn(folder), `${JSON.stringify({ ...tokens, [LOCAL]: token }, null, 2)}\n`)
}

/** The link by which the first operator makes himself an account. */
export interface FirstSignIn {
  readonly link: string
  readonly path: string
  /** Made at this start, and not at an earlier one */
  readonly isNew: boolean
}

/** While there is no operator: a link that works, in a file of the data folder. Else no such file. */
export const readyFirstSignIn = async (
  { db, folder, nowMs, open }: FirstStartDeps,
  address: string,
): Promise<FirstSignIn | undefined> => {
  const path = join(folder, FIRST_SIGN_IN_FILE)
  if (await hasOperator(db)) {
    forgetFirstSignIn(folder)
    return undefined
  }
  const known = orElse(() => /#secret=([\w-]+)/.exec(readFileSync(path, 'utf8'))?.[1], undefined)
  const invitation = known && (await findInvitation(db, hashOf(known), nowMs()))
  const isKnown = invitation !== undefined && invitation !== '' && isFirst(invitation)
  const secret = isKnown ? known! : newSecret()
  if (!isKnown && !(await open({ localTokenHash: null, invitationHash: hashOf(secret) })).invitation)
    return undefined
  const link = linkTo(address, secret)
  writePrivately(path, `${link}\n`)
  return { link, path, isNew: !isKnown }
}

export const forgetFirstSignIn = (folder: string): void =>
  rmSync(join(folder, FIRST_SIGN_IN_FILE), { force: true })

/** A one-time link. What stands behind # stays in the browser, and out of every log on the way. */
export const linkTo = (address: string, secret: string, name?: string): string => {
  const more = name === undefined ? '' : `&name=${encodeURIComponent(name)}`
  return `${address.replace(/\/$/, '')}/welcome#secret=${secret}${more}`
}

/** Only the user that runs the service may read it. */
const writePrivately = (path: string, text: string): void => {
  rmSync(path, { force: true })
  writeFileSync(path, text, { mode: 0o600 })
}

const orElse = <T>(read: () => T, otherwise: T): T => {
  try {
    return read()
  } catch {
    return otherwise
  }
}
