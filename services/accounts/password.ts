import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { ProblemError } from '../../schemas/problem.ts'

/** Cost of scrypt (RFC 7914): N = 2^ln, block size r, parallelism p; it takes 128·N·r bytes. */
export interface ScryptCost {
  readonly ln: number
  readonly r: number
  readonly p: number
}

/** 128 MiB: the least that OWASP's Password Storage Cheat Sheet names for scrypt. */
const OWASP: ScryptCost = { ln: 17, r: 8, p: 1 }

const SALT_BYTES = 16
const KEY_BYTES = 32

/** Each takes 128 MiB and a thread that files are read by, too. */
const AT_ONCE = 2
const WAITING = 64

const LEAST_CHARACTERS = 12
const MOST_CHARACTERS = 200

/** Makes what is kept of passwords, and compares with it, on other threads and a few at a time. */
export interface Passwords {
  /** `$scrypt$ln=…,r=…,p=…$salt$key`, as the PHC string format writes it. Throws ProblemError `busy`. */
  hash(password: string): Promise<string>
  /** Takes the same time when there is nothing to compare with; that is never right. Throws ProblemError `busy`. */
  matches(password: string, stored: string | null): Promise<boolean>
}

export const createPasswords = (cost: ScryptCost = OWASP): Passwords => {
  const inTurn = createTurns(AT_ONCE, WAITING)
  return {
    hash: password => inTurn(() => hash(password, cost)),
    matches: (password, stored) =>
      inTurn(async () => {
        const { salt, key, ...by } = stored === null ? NOBODY(cost) : parse(stored)
        return timingSafeEqual(await derive(password, salt, by), key) && stored !== null
      }),
  }
}

/** Why a password will not do, in one sentence; undefined when it will. */
export const faultOfPassword = (password: string, name: string): string | undefined => {
  const plain = normal(password)
  const characters = [...plain].length
  if (characters < LEAST_CHARACTERS) {
    return `A password takes at least ${LEAST_CHARACTERS} characters: several words that belong together only for you are easy to keep.`
  }
  if (characters > MOST_CHARACTERS) return `A password has at most ${MOST_CHARACTERS} characters.`
  if (plain.toLowerCase().replaceAll(name, '').trim() === '') {
    return 'The password is the name of the account: take one that nobody can guess.'
  }
  return undefined
}

/** The same characters typed on another keyboard are the same password (NIST SP 800-63B, 5.1.1.2). */
const normal = (password: string): string => password.normalize('NFKC')

const run = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)

const derive = (password: string, salt: Buffer, { ln, r, p }: ScryptCost): Promise<Buffer> => {
  const N = 2 ** ln
  return run(normal(password), salt, KEY_BYTES, { N, r, p, maxmem: 128 * r * (N + p + 2) })
}

const hash = async (password: string, cost: ScryptCost): Promise<string> => {
  const salt = randomBytes(SALT_BYTES)
  const key = await derive(password, salt, cost)
  return `$scrypt$ln=${cost.ln},r=${cost.r},p=${cost.p}$${base64(salt)}$${base64(key)}`
}

const base64 = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '')

const FORM = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/

const parse = (stored: string) => {
  const [, ln, r, p, salt, key] = FORM.exec(stored) ?? []
  if (salt === undefined || key === undefined) throw new Error('what is stored of a password is not readable')
  const bytes = (text: string): Buffer => Buffer.from(text, 'base64')
  return { ln: Number(ln), r: Number(r), p: Number(p), salt: bytes(salt), key: bytes(key) }
}

const NOBODY = (cost: ScryptCost) => ({
  ...cost,
  salt: Buffer.alloc(SALT_BYTES),
  key: Buffer.alloc(KEY_BYTES),
})

const createTurns = (atOnce: number, longest: number) => {
  const waiting: (() => void)[] = []
  let running = 0
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running < atOnce) running++
    else if (waiting.length >= longest) {
      throw new ProblemError('busy', 'Too many sign in at once: try again in a minute.')
    } else await new Promise<void>(resolve => waiting.push(resolve))
    try {
      return await work()
    } finally {
      // The turn is handed on, or given back.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
