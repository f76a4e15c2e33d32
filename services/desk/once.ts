import { createHash } from 'node:crypto'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import type { Refused } from './command.ts'
import { SECRETS } from './secrets.ts'

/** How long the answer under a key of a client is kept. */
export const KEY_KEPT_MS = 24 * 3_600_000

/** A key that a client gave with a request (Idempotency-Key). */
export interface KeyUse {
  /** Whose key it is: those of two people never meet */
  readonly account: string
  readonly key: string
  /** What is asked under it; of other requests it is refused */
  readonly name: string
  readonly body: object
}

export const KEY_REUSED: Refusal = refusal(
  'key-reused',
  'This Idempotency-Key was used for another request: take a new one for each request.',
)

/**
 * Does a piece of work once under a key, in the caller's transaction: its answer is kept with what it did, and given
 * again to whoever asks the same under the same key. Without a key it is simply done. Under the lock "cases".
 */
export const once = async <T extends object>(
  trx: Db,
  use: KeyUse | undefined,
  nowMs: number,
  work: () => Promise<T>,
  recordReuse: () => Promise<void> = () => recordReused(trx, use!, nowMs),
): Promise<T | Refused> => {
  if (use === undefined) return work()
  const { account, key } = use
  const fingerprint = fingerprintOf(use)
  const before = await keptUnder(trx, use)
  if (before === undefined) {
    const answer = await work()
    const row = { account, key, fingerprint, answer: JSON.stringify(answer), at: nowMs }
    await trx.insertInto('done_command').values(row).execute()
    return answer
  }
  if (before.fingerprint === fingerprint) return JSON.parse(before.answer) as T
  await recordReuse()
  return { refused: KEY_REUSED }
}

/** The answer that was kept under a key; null when none was. */
export const answerBefore = async (
  trx: Db,
  use: KeyUse,
  nowMs: number,
): Promise<{ answer: object | null } | Refused> => {
  const before = await keptUnder(trx, use)
  if (before === undefined) return { answer: null }
  if (before.fingerprint === fingerprintOf(use)) return { answer: JSON.parse(before.answer) as object }
  await recordReused(trx, use, nowMs)
  return { refused: KEY_REUSED }
}

const keptUnder = (trx: Db, { account, key }: KeyUse) =>
  trx
    .selectFrom('done_command')
    .select(['fingerprint', 'answer'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()

/** Lets go the answers that no client will ask for again. */
export const forgetKeys = async (trx: Db, nowMs: number): Promise<void> => {
  await trx
    .deleteFrom('done_command')
    .where('at', '<', nowMs - KEY_KEPT_MS)
    .execute()
}

/** Of what is asked; the bytes of a file are told by their hash, which stands beside them, and secrets not at all. */
const fingerprintOf = ({ name, body }: KeyUse): string =>
  createHash('sha256')
    .update(
      JSON.stringify([name, body], (key, value) =>
        SECRETS.has(key) || ArrayBuffer.isView(value) ? null : value,
      ),
    )
    .digest('hex')

const recordReused = async (trx: Db, { account, name }: KeyUse, nowMs: number): Promise<void> => {
  const detail = { attempted: name, code: KEY_REUSED.code }
  await appendLink(trx, { chainId: DESK_CHAIN, atMs: nowMs, actor: account, action: 'refused', detail })
}
