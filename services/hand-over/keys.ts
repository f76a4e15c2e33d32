import { calculateJwkThumbprint, exportJWK, generateKeyPair } from 'jose'
import type { Account } from '../../schemas/account.ts'
import { PublicKey } from '../../schemas/hand-over.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'

/** A key to sign with. The private part stays in the store: it stands in no answer, log or audit. */
export interface SigningKey {
  readonly id: string
  readonly privateJwk: string
}

/** The key that signs today; the first is made when it is needed. */
export const signingKey = async (trx: Db, actor: Account, nowMs: number): Promise<SigningKey> => {
  const newest = await trx
    .selectFrom('signing_key')
    .select(['id', 'private_jwk'])
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (newest) return { id: newest.id, privateJwk: newest.private_jwk }
  return makeKey(trx, actor, nowMs, 'The first key.')
}

/** Makes another key, with which everything is signed from now on. What was signed before stays good. */
export const rotateKey = async (
  trx: Db,
  { reason }: { readonly reason: string },
  actor: Account,
  nowMs: number,
): Promise<{ key: PublicKey }> => {
  const { id } = await makeKey(trx, actor, nowMs, reason)
  const [key] = (await listKeys(trx)).filter(({ kid }) => kid === id)
  return { key: key! }
}

/** The public parts, the newest first. */
export const listKeys = async (db: Db): Promise<PublicKey[]> => {
  const rows = await db.selectFrom('signing_key').select('public_jwk').orderBy('created_at', 'desc').execute()
  return rows.map(({ public_jwk }) => PublicKey.parse(JSON.parse(public_jwk)))
}

const makeKey = async (trx: Db, { name }: Account, nowMs: number, reason: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true })
  const [secret, open] = await Promise.all([exportJWK(privateKey), exportJWK(publicKey)])
  const id = await calculateJwkThumbprint(open)
  const privateJwk = JSON.stringify(secret)
  await trx
    .insertInto('signing_key')
    .values({
      id,
      private_jwk: privateJwk,
      public_jwk: JSON.stringify({ ...open, kid: id, use: 'sig', alg: 'EdDSA' }),
      created_at: await laterThanAll(trx, nowMs),
    })
    .execute()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: name,
    action: 'hand-over',
    reason,
    detail: { signingKey: id },
  })
  return { id, privateJwk }
}

/** The order of keys must not hang on a clock that was set back. */
const laterThanAll = async (trx: Db, nowMs: number): Promise<number> => {
  const { last } = await trx
    .selectFrom('signing_key')
    .select(({ fn }) => fn.max('created_at').as('last'))
    .executeTakeFirstOrThrow()
  return Math.max(nowMs, Number(last ?? 0) + 1)
}
