import { ProblemError, type Refusal } from '../../schemas/problem.ts'

/** What was answered; throws ProblemError when it was refused. */
export const granted = <T extends object>(answer: T | { readonly refused: Refusal }): T => {
  if ('refused' in answer) throw new ProblemError(answer.refused.code, answer.refused.detail)
  return answer
}
