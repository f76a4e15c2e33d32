import { createLocalJWKSet, errors, FlattenedSign, flattenedVerify, importJWK } from 'jose'
import type { KeySet } from '../../schemas/hand-over.ts'
import type { SigningKey } from './keys.ts'

const ALGORITHM = 'EdDSA'

/**
 * Signs bytes: a JWS whose payload is left out and taken as it is (RFC 7797, b64 false), in the compact form
 * header..signature. What is signed is the header, a full stop, and the bytes.
 */
export const signDetached = async (bytes: Uint8Array, { id, privateJwk }: SigningKey): Promise<string> => {
  const key = await importJWK(JSON.parse(privateJwk), ALGORITHM)
  const header = { alg: ALGORITHM, kid: id, b64: false, crit: ['b64'] }
  const signed = await new FlattenedSign(bytes).setProtectedHeader(header).sign(key)
  return `${signed.protected}..${signed.signature}`
}

/**
 * By which of the keys the bytes were signed. Throws an Error with a sentence when they were not, or by none of these keys.
 */
export const verifyDetached = async (
  bytes: Uint8Array,
  signature: string,
  keys: KeySet,
): Promise<{ keyId: string }> => {
  const [header, payload, last, ...more] = signature.trim().split('.')
  if (!header || payload !== '' || !last || more.length > 0) {
    throw new Error('The signature is no detached JWS: it reads header..signature.')
  }
  try {
    const { protectedHeader } = await flattenedVerify(
      { protected: header, payload: bytes, signature: last },
      createLocalJWKSet({ keys: [...keys.keys] }),
      { algorithms: [ALGORITHM] },
    )
    if (protectedHeader?.b64 !== false) throw new Error('its payload would be encoded')
    return { keyId: protectedHeader.kid ?? '' }
  } catch (error) {
    throw new Error(sentenceOf(error), { cause: error })
  }
}

const sentenceOf = (error: unknown): string => {
  if (error instanceof errors.JWKSNoMatchingKey) {
    return 'It was signed with a key that is not among the keys given: fetch /v1/pricing/keys again.'
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) {
    return 'The file is not what was signed: not a byte of it may differ.'
  }
  return 'The signature cannot be read: fetch it again.'
}
