import { ProblemError } from '../../schemas/problem.ts'

const CUT_CODES = ['ECONNRESET', 'ERR_STREAM_PREMATURE_CLOSE', 'ABORT_ERR']

/** Whether a stream ended because its sender went away. */
export const isCut = (error: NodeJS.ErrnoException): boolean => CUT_CODES.includes(error.code ?? '')

export const BROKEN_OFF = 'The upload broke off: send the file again.'

/** Why an upload could not be kept. */
export const uploadProblem = (error: NodeJS.ErrnoException): ProblemError => {
  if (isCut(error)) return new ProblemError('bad-request', BROKEN_OFF)
  return new ProblemError(
    'internal',
    `The upload cannot be kept in the data folder (${error.code ?? error.message}): make room there, then send the file again.`,
  )
}
