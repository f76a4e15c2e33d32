import { ProblemError, type Refusal } from '../../schemas/problem.ts'

/** What was answered; throws ProblemError when it was refused. */
export const granted = <T extends object>(answer: T | { readonly refused: Refusal }): T => {
  if ('refused' in answer) {
    const { code, detail, ...more } = answer.refused
    throw new ProblemError(code, detail, more)
  }
  return answer
}
