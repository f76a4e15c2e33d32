import { createHash, randomBytes } from 'node:crypto'
import { Webhook } from 'standardwebhooks'

const SECRET_PREFIX = 'whsec_'
const SECRET_BYTES = 32

/** A fresh secret for one endpoint: `whsec_` and the base64 of 32 random bytes. */
export const newSecret = (random: (bytes: number) => Buffer = randomBytes): string =>
  SECRET_PREFIX + random(SECRET_BYTES).toString('base64')

/** Whether a text is a secret of Standard Webhooks: `whsec_` and the base64 of 24 to 64 bytes. */
export const isSecret = (text: string): boolean => {
  if (!text.startsWith(SECRET_PREFIX)) return false
  const base64 = text.slice(SECRET_PREFIX.length)
  const bytes = Buffer.from(base64, 'base64')
  return bytes.toString('base64') === base64 && bytes.length >= 24 && bytes.length <= 64
}

/** By what a drawn secret is known again without being kept: nothing can be signed with it. */
export const secretMark = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/**
 * Headers of one attempt by Standard Webhooks 1.0 (https://www.standardwebhooks.com): the id stays over all
 * attempts and serves the receiver as idempotency key, the timestamp is the attempt's, in seconds, and the
 * signature is HMAC-SHA256 over `id.timestamp.body`, the body exactly as sent. Several secrets make several signatures,
 * parted by spaces: a receiver takes what one of them fits.
 */
export const signedHeaders = (
  secrets: readonly string[],
  alertId: string,
  atMs: number,
  body: string,
): Record<string, string> => ({
  'content-type': 'application/json; charset=utf-8',
  'user-agent': 'dianshao',
  'webhook-id': alertId,
  'webhook-timestamp': String(Math.floor(atMs / 1000)),
  'webhook-signature': secrets
    .map(secret => new Webhook(secret).sign(alertId, new Date(atMs), body))
    .join(' '),
})

/**
 * Verifies the raw bytes that came in; answers their text. Throws when a header is missing, the signature
 * does not fit, or the timestamp is more than 300 s away from this machine's clock.
 */
export const verifiedText = (
  secret: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): string => {
  // A lenient decoder would turn broken bytes into U+FFFD, and two different bodies into one text.
  const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body)
  new Webhook(secret).verify(text, { ...headers }, { jsonParse: false })
  return text
}
