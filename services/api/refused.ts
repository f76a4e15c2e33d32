import { type ProblemCode, ProblemError } from '../../schemas/problem.ts'
import type { Wall } from '../access/index.ts'

const LONGEST_ID = 100

/** An error that is put on record as a refused attempt of who asks. */
export class RefusedError extends ProblemError {
  /** The id of what was asked for; empty where there is none */
  readonly id: string
  constructor(code: ProblemCode, sentence: string, id = '') {
    super(code, sentence)
    this.id = id.slice(0, LONGEST_ID)
  }
}

/** The answer for what is not there, and as well for what stands behind a wall. Without a wall it is a slip of the pen. */
export const nothingThere = (wall: Wall, sentence: string, id: string): ProblemError =>
  wall.kind === 'none' ? new ProblemError('not-found', sentence) : new RefusedError('not-found', sentence, id)
