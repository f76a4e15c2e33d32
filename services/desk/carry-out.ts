import { createHash } from 'node:crypto'
import type { Account } from '../../schemas/account.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { attempt, recordRefusal } from './attempt.ts'
import type { Handler, Refused, Sitting } from './command.ts'
import { type AnswerOf, type BodyOf, type CommandName, HANDLERS } from './handlers.ts'

/** A command of somebody. With a `key` of the client it is carried out once, and answered the same again. */
export interface Order<N extends CommandName = CommandName> {
  readonly name: N
  readonly body: BodyOf<N>
  readonly actor: Account
  readonly key?: string | undefined
}

/**
 * The one door of every command of a person: answered from before when its key was used, refused when its case stands
 * behind a wall, else carried out, and put on record either way. Under the lock "cases".
 */
export const carryOut = async <N extends CommandName>(
  trx: Db,
  order: Order<N>,
  sitting: Omit<Sitting, 'actor'>,
): Promise<AnswerOf<N> | Refused> => {
  const { name, body, actor, key }: Order<N> = order
  const fingerprint = fingerprintOf(name, body)
  const before = key === undefined ? undefined : await answerBefore(trx, actor.name, key)
  if (before && before.fingerprint === fingerprint) return JSON.parse(before.answer) as AnswerOf<N>
  const handle = HANDLERS[name] as unknown as Handler<BodyOf<N>, AnswerOf<N>>
  const by: Sitting = { ...sitting, actor }
  if (before) {
    await recordRefusal(trx, order, REUSED, by)
    return { refused: REUSED }
  }
  const answer = await attempt(trx, handle, { name, body }, by)
  if (key !== undefined) {
    const row = { account: actor.name, key, fingerprint, answer: JSON.stringify(answer), at: sitting.nowMs }
    await trx.insertInto('done_command').values(row).execute()
  }
  return answer
}

const REUSED = refusal(
  'key-reused',
  'This Idempotency-Key was used for another request: take a new one for each request.',
)

const answerBefore = (trx: Db, account: string, key: string) =>
  trx
    .selectFrom('done_command')
    .select(['fingerprint', 'answer'])
    .where('account', '=', account)
    .where('key', '=', key)
    .executeTakeFirst()

/** Of what is asked; the bytes of a file are told by their hash, which stands beside them. */
const fingerprintOf = (name: string, body: object): string =>
  createHash('sha256')
    .update(JSON.stringify([name, body], (_key, value) => (ArrayBuffer.isView(value) ? null : value)))
    .digest('hex')
