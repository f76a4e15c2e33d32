import { ProblemError } from '../../schemas/problem.ts'

/** What stands in a decoded text for bytes that are no UTF-8. */
export const NOT_UTF8 = '\uFFFD'

/** Text of UTF-8 bytes. Throws ProblemError when they are something else, such as GB18030. */
export const decodeUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new ProblemError(
      'bad-request',
      'The text is not UTF-8 (GB18030 perhaps): save it as UTF-8 and send it again.',
    )
  }
}
