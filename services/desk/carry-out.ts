import type { Account } from '../../schemas/account.ts'
import type { Db } from '../adapters/store/index.ts'
import { attempt, recordRefusal } from './attempt.ts'
import type { Handler, Refused, Sitting } from './command.ts'
import { type AnswerOf, type BodyOf, type CommandName, HANDLERS } from './handlers.ts'
import { KEY_REUSED, once } from './once.ts'

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
  const handle = HANDLERS[name] as unknown as Handler<BodyOf<N>, AnswerOf<N>>
  const by: Sitting = { ...sitting, actor }
  const use = key === undefined ? undefined : { account: actor.name, key, name, body }
  const work = () => attempt(trx, handle, { name, body }, by)
  return once(trx, use, by.nowMs, work, () => recordRefusal(trx, order, KEY_REUSED, by))
}
