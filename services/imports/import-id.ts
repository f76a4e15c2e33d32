import { randomBytes } from 'node:crypto'

/** 36 to the 9th ms after 1970 is the year 5188. */
const TIME_DIGITS = 9
const RANDOM_BYTES = 4

/** Makes ids that sort in the order in which they were made. */
export const createImportIds = (nowMs: () => number): (() => string) => {
  let last = 0
  return () => {
    last = Math.max(nowMs(), last + 1)
    const random = randomBytes(RANDOM_BYTES).toString('hex')
    return `${last.toString(36).padStart(TIME_DIGITS, '0')}${random}`
  }
}
