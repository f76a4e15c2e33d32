import type { Account } from '../../schemas/account.ts'
import type { Refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import type { OutcomeDeps } from '../cases/index.ts'

/** Who gives a command, when, and what it may reach besides the store. */
export interface Sitting extends OutcomeDeps {
  /** From the token or session, never from the request */
  readonly actor: Account
  readonly nowMs: number
}

/** Why a command is refused. Whoever carries it out puts that on record; the handler has written nothing. */
export interface Refused {
  readonly refused: Refusal
}

/**
 * Does what one command asks, in the caller's transaction, and records it as one deed. It checks before it writes, so
 * that a refusal leaves nothing behind. Bodies and answers are plain data: they cross a thread.
 */
export type Handler<Body, Answer extends object> = (
  trx: Db,
  body: Body,
  sitting: Sitting,
) => Promise<Answer | Refused>
