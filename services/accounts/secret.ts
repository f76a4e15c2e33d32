import { createHash, randomBytes } from 'node:crypto'

/** A token of 192 random bits, which need no slow hash. */
export const newToken = (): string => `ds_${randomBytes(24).toString('base64url')}`

/** The secret of a session or of a one-time link: 256 random bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is kept of a random secret. */
export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex')

/** What a token is called by. */
export const tokenIdOf = (hash: string): string => `token-${hash.slice(0, 16)}`
