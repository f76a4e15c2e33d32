import type { AuditEntry } from '../../schemas/case.ts'
import type { ProblemCode } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'

/** A question that somebody known was refused. */
export interface Attempt {
  readonly actor: string
  /** Method and pattern of the route */
  readonly attempted: string
  readonly code: ProblemCode
  /** What was asked for: the id of a case or a point; empty where the route names none */
  readonly id: string
  /** How often the same was refused since, without being written */
  readonly unwritten: number
}

/** Puts a refused question on record; refused commands come by `carryOut`. Under the lock "cases". */
export const noteRefused = async (trx: Db, attempt: Attempt, nowMs: number): Promise<void> => {
  const { actor, attempted, code, id, unwritten } = attempt
  const action: AuditEntry['action'] = 'refused'
  const detail = { attempted, code, id, unwritten }
  await appendLink(trx, { chainId: DESK_CHAIN, atMs: nowMs, actor, action, detail })
}
