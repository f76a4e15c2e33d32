import { z } from 'zod'
import { PriceFault } from './price-change.ts'

/** Every error a person or a program may be answered with. A closed list. */
export const ProblemCode = z
  .enum([
    'bad-request',
    'bad-columns',
    'unauthenticated',
    'forbidden',
    'not-found',
    'same-person',
    'wrong-state',
    'version-conflict',
    'key-reused',
    'too-large',
    'unsupported-media-type',
    'busy',
    'internal',
  ])
  .meta({ id: 'ProblemCode' })
export type ProblemCode = z.infer<typeof ProblemCode>

/** What became of a case after the version that somebody looked at. */
export const ProblemChange = z
  .object({
    version: z.int().positive().describe('That it came to'),
    at: z.iso.datetime(),
    actor: z.string(),
    action: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'ProblemChange' })
export type ProblemChange = z.infer<typeof ProblemChange>

/** Why a command is refused: an answer, not an exception, so that the attempt can be put on record. */
export interface Refusal {
  readonly code: ProblemCode
  /** One sentence: what is wrong and what to do */
  readonly detail: string
  readonly changes?: readonly ProblemChange[]
  readonly faults?: readonly PriceFault[]
}

export const refusal = (code: ProblemCode, detail: string, changes?: readonly ProblemChange[]): Refusal => ({
  code,
  detail,
  ...(changes ? { changes } : {}),
})

/** Why rows are refused: every one of them that is at fault. */
export const faultyRows = (code: ProblemCode, detail: string, faults: readonly PriceFault[]): Refusal => ({
  ...{ code, detail, faults },
})

/** RFC 9457 problem details. */
export const Problem = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('One sentence: what is wrong and what to do'),
    code: ProblemCode,
    id: z.string().describe('To quote when asking for help'),
    changes: z
      .array(ProblemChange)
      .optional()
      .describe('Of a version-conflict: what changed since the version looked at'),
    faults: z.array(PriceFault).optional().describe('Of rows that are refused: every fault there is'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>

const STATUS: Record<ProblemCode, number> = {
  'bad-request': 400,
  'bad-columns': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  'same-person': 409,
  'wrong-state': 409,
  'version-conflict': 409,
  'key-reused': 422,
  'too-large': 413,
  'unsupported-media-type': 415,
  busy: 503,
  internal: 500,
}

/** An error that is an answer, not a bug: it carries its code and one sentence for a person. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly changes: readonly ProblemChange[] | undefined
  readonly faults: readonly PriceFault[] | undefined
  constructor(code: ProblemCode, sentence: string, more: Pick<Refusal, 'changes' | 'faults'> = {}) {
    super(sentence)
    this.name = 'ProblemError'
    this.code = code
    this.changes = more.changes
    this.faults = more.faults
  }
  get status(): number {
    return STATUS[this.code]
  }
}
