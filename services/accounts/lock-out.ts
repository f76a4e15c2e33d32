import { MS_PER_DAY, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'

const FREE_FAILURES = 5
const FIRST_LOCK_MS = 15 * MS_PER_MINUTE
const LONGEST_LOCK_MS = MS_PER_DAY

/** How long a name is locked after so many wrong passwords in a row: 15 minutes, doubled by each more, up to a day. */
export const lockMs = (failures: number): number =>
  failures < FREE_FAILURES ? 0 : Math.min(FIRST_LOCK_MS * 2 ** (failures - FREE_FAILURES), LONGEST_LOCK_MS)

/** What a refused sign-in is answered, whether there is such an account or not. */
export const signInRefusal = (lockedUntil: number, nowMs: number): Refusal =>
  lockedUntil > nowMs
    ? refusal(
        'unauthenticated',
        `This name is locked after ${FREE_FAILURES} wrong passwords until ${shanghaiText(lockedUntil)}: try again then, or ask an operator for a new link.`,
      )
    : refusal('unauthenticated', 'Name and password do not belong together: check both and try again.')

/** Counts sign-ins under names that no account has, so that they are answered like the others. Forgets the oldest. */
export interface Strangers {
  lockedUntil(name: string): number
  /** Notes a wrong password; answers until when the name is locked. */
  fail(name: string, nowMs: number): number
  /** All there were since the start, and no name */
  readonly count: number
}

const REMEMBERED = 10_000

export const createStrangers = (): Strangers => {
  const names = new Map<string, { readonly failures: number; readonly lockedUntil: number }>()
  let count = 0
  return {
    lockedUntil: name => names.get(name)?.lockedUntil ?? 0,
    fail(name, nowMs) {
      count++
      const failures = (names.get(name)?.failures ?? 0) + 1
      const lockedUntil = nowMs + lockMs(failures)
      names.delete(name)
      names.set(name, { failures, lockedUntil })
      if (names.size > REMEMBERED) names.delete(names.keys().next().value!)
      return lockedUntil
    },
    get count() {
      return count
    },
  }
}
