import type { Account } from '../../schemas/account.ts'
import type { Refusal } from '../../schemas/problem.ts'

/** Who gives a command, and when. */
export interface Given {
  readonly actor: Account
  readonly nowMs: number
}

/** Why a command is refused. */
export interface Refused {
  readonly refused: Refusal
}
