import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { Agent, request } from 'undici'
import { guardedLookup, HostRefused, isOpen, type Resolve, refuseHost } from './address-guard.ts'
import type { Cidr } from './listable.ts'
import type { Post } from './port.ts'

/** How requests go out. */
export interface PostOptions {
  /** Lets requests reach loopback and private addresses: for one machine */
  readonly allowPrivate: boolean
  /** Asked before each connection: closed networks that the operator has listed by then. None unless told */
  readonly networks?: () => Promise<readonly Cidr[]>
  /** For the whole request, from the connection to the end of the answer, ms */
  readonly timeoutMs?: number
  /** How host names are looked up; the operating system's way unless told */
  readonly resolve?: Resolve
}

/** A post that holds connections: close it when nothing more is to be sent. */
export type ClosablePost = Post & { close(): Promise<void> }

const TIMEOUT_MS = 15_000
const CONNECT_TIMEOUT_MS = 5_000
const MAX_ANSWER_BYTES = 64 * 1024

/**
 * Sends POST requests over HTTP and HTTPS: connection within 5 s, whole request within 15 s, redirects not
 * followed, at most 64 kB of the answer read and dropped, and only to global unicast addresses, those of `networks`,
 * and with `allowPrivate` private ones. Rejects with one sentence when no whole answer came.
 */
export const createPost = (options: PostOptions): ClosablePost => {
  const { allowPrivate, networks = noneListed, timeoutMs = TIMEOUT_MS, resolve = systemResolve } = options
  const openings = async () => ({ allowPrivate, networks: await networks().catch(unreadable) })
  const judge = async () => {
    const opened = await openings()
    return (address: string) => isOpen(address, opened)
  }
  const agent = createAgent(guardedLookup(resolve, judge))
  const post: Post = async (url, headers, body) => {
    const target = parseUrl(url)
    refuseHost(target, await openings())
    try {
      const answer = await request(target, {
        dispatcher: agent,
        method: 'POST',
        headers: { ...headers },
        body,
        signal: AbortSignal.timeout(timeoutMs),
      })
      await drop(answer.body)
      return { status: answer.statusCode, retryAfter: firstOf(answer.headers['retry-after']) }
    } catch (error) {
      throw new Error(sentence(target, timeoutMs, error), { cause: error })
    }
  }
  return Object.assign(post, { close: () => agent.close() })
}

const noneListed = async (): Promise<readonly Cidr[]> => []

const unreadable = (error: unknown): never => {
  throw new HostRefused('The listed networks could not be read, so nothing is sent.', { cause: error })
}

const systemResolve: Resolve = hostname => lookup(hostname, { all: true })

const createAgent = (guarded: LookupFunction): Agent =>
  new Agent({
    // No connection is kept: each request looks its host up and is judged anew, and none meets one that
    // the other end has just closed.
    pipelining: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS, allowH2: false, lookup: guarded },
  })

const parseUrl = (url: string): URL => {
  const parsed = URL.parse(url)
  if (parsed?.protocol === 'http:' || parsed?.protocol === 'https:') return parsed
  throw new Error(`"${url}" is no http or https address.`)
}

/** Reads a body without keeping it; leaves off, and so hangs up, after 64 kB. */
const drop = async (body: AsyncIterable<Uint8Array>): Promise<void> => {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.length
    if (bytes > MAX_ANSWER_BYTES) return
  }
}

const firstOf = (header: string | string[] | undefined): string | null =>
  (Array.isArray(header) ? header[0] : header) ?? null

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused the connection',
  ECONNRESET: 'cut the connection off',
  UND_ERR_SOCKET: 'cut the connection off',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'cut the connection off',
  EPIPE: 'cut the connection off',
  ENOTFOUND: 'is a host name that nobody knows',
  EAI_AGAIN: 'could not be looked up for now',
  EHOSTUNREACH: 'cannot be reached',
  ENETUNREACH: 'cannot be reached',
  ETIMEDOUT: 'took no connection in time',
  UND_ERR_CONNECT_TIMEOUT: 'took no connection in time',
  CERT_HAS_EXPIRED: 'has an expired certificate',
  ERR_SSL_WRONG_VERSION_NUMBER: 'speaks no TLS there',
  CERT_NOT_YET_VALID: 'has a certificate that is not good yet',
  ERR_TLS_CERT_ALTNAME_INVALID: 'has a certificate of another host',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'has a certificate that nobody vouches for',
  SELF_SIGNED_CERT_IN_CHAIN: 'has a certificate that nobody vouches for',
  UNABLE_TO_GET_ISSUER_CERT: 'has a certificate that nobody vouches for',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'has a certificate that nobody vouches for',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'has a certificate that nobody vouches for',
}

/** Of what a library says */
const MOST_LETTERS = 200

const sentence = (target: URL, timeoutMs: number, error: unknown): string => {
  if (error instanceof HostRefused) return error.message
  if (!(error instanceof Error)) return `${target.host} gave no answer.`
  if (error.name === 'TimeoutError') return `${target.host} gave no whole answer within ${timeoutMs} ms.`
  const code = (error as NodeJS.ErrnoException).code ?? error.name
  const why = error.message.replaceAll(/\s+/g, ' ').trim().slice(0, MOST_LETTERS)
  return `${target.host} ${REASONS[code] ?? `gave no answer (${code}: ${why})`}.`
}
