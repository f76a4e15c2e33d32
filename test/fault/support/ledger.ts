import { StoredOutcome } from '../../../schemas/outcome.ts'
import { cellsOf, type District, kvarOf, kwOf, SLOTS_PER_DAY } from './district.ts'
import type { Request } from './requests.ts'

/** What a service shows of a district that waits for nothing. */
export interface Found {
  /** By cell; NaN where there is nothing */
  readonly kw: Float64Array
  readonly kvar: Float64Array
  /** Readings that were taken, whatever became of them: new, repeated … */
  readonly taken: number
  /** Those of them that were the first in their cell */
  readonly accepted: number
  /** Lines that were counted as rejected */
  readonly rejected: number
  /** How often the reject book holds a line */
  readonly book: ReadonlyMap<string, number>
}

/** What outcomes say of readings that were taken and of lines that were not. */
export const countOutcomes = (
  outcomes: Readonly<Record<string, number>>,
): Pick<Found, 'taken' | 'accepted' | 'rejected'> => {
  const isStored = (outcome: string): boolean => StoredOutcome.safeParse(outcome).success
  const all = Object.entries(outcomes)
  return {
    taken: sum(all, ([outcome, count]) => (isStored(outcome) ? count : 0)),
    accepted: outcomes.accepted ?? 0,
    rejected: sum(all, ([outcome, count]) => (isStored(outcome) ? 0 : count)),
  }
}

/** What is wrong. All zero when the promise is kept. */
export interface Faults {
  /** Acknowledged readings that are not in the history, rejected ones that are not in the book */
  readonly lost: number
  /** Readings that were counted or booked more often than they were sent */
  readonly doubled: number
  /** Days that hold a value that does not belong there */
  readonly torn: number
  /** What the counts of outcomes are off from the history and the book */
  readonly miscounted: number
}

/** Keeps what was sent and acknowledged since the last look at the service. */
export interface Ledger {
  sent(request: Request): void
  acknowledged(request: Request): void
  /** Readings and bad lines that were acknowledged in all */
  readonly lines: number
  /** Holds what a service shows against what it owes; from then on it owes what it showed. */
  check(found: Found): Faults
}

export const createLedger = (district: District): Ledger => {
  const owed = new Uint8Array(cellsOf(district))
  let before = { taken: 0, book: new Map<string, number>() as ReadonlyMap<string, number> }
  let acknowledged: Request[] = []
  const unanswered = new Set<Request>()
  let lines = 0

  const checkCells = ({ kw, kvar }: Found): { missing: number; torn: number } => {
    for (const { cells } of acknowledged) for (const cell of cells) owed[cell] = 1
    const torn = new Set<number>()
    let missing = 0
    for (const cell of owed.keys()) {
      if (Number.isNaN(kw[cell])) missing += owed[cell]!
      else if (kw[cell] !== kwOf(district, cell) || !Object.is(kvar[cell], kvarOf(district, cell)))
        torn.add(Math.floor(cell / SLOTS_PER_DAY))
      else owed[cell] = 1
    }
    return { missing, torn: torn.size }
  }

  /** An unanswered request may have got in, but then what it holds is there. */
  const checkTaken = ({ kw, taken }: Found): { missing: number; doubled: number } => {
    const least = before.taken + sum(acknowledged, ({ cells }) => cells.length)
    const most = least + sum(unanswered, ({ cells }) => sum(cells, cell => (Number.isNaN(kw[cell]) ? 0 : 1)))
    return { missing: over(least, taken), doubled: over(taken, most) }
  }

  const checkBook = ({ book }: Found): { missing: number; doubled: number } => {
    const least = tally(before.book, acknowledged)
    const most = tally(least, unanswered)
    return {
      missing: sum(least, ([raw, times]) => over(times, book.get(raw) ?? 0)),
      doubled: sum(book, ([raw, times]) => over(times, most.get(raw) ?? 0)),
    }
  }

  return {
    sent(request) {
      unanswered.add(request)
    },
    acknowledged(request) {
      unanswered.delete(request)
      acknowledged.push(request)
      lines += request.cells.length + request.bad.length
    },
    get lines() {
      return lines
    },
    check(found) {
      const cells = checkCells(found)
      const counts = checkTaken(found)
      const book = checkBook(found)
      const filled = sum(found.kw, value => (Number.isNaN(value) ? 0 : 1))
      const booked = sum(found.book.values(), times => times)
      const faults = {
        lost: Math.max(cells.missing, counts.missing) + book.missing,
        doubled: counts.doubled + book.doubled,
        torn: cells.torn,
        miscounted: Math.abs(found.accepted - filled) + Math.abs(found.rejected - booked),
      }
      before = found
      acknowledged = []
      unanswered.clear()
      return faults
    },
  }
}

/** How often each bad line stands in requests, on top of what stood before. */
const tally = (before: ReadonlyMap<string, number>, requests: Iterable<Request>): Map<string, number> => {
  const times = new Map(before)
  for (const { bad } of requests) for (const raw of bad) times.set(raw, (times.get(raw) ?? 0) + 1)
  return times
}

const sum = <T>(list: Iterable<T>, of: (one: T) => number): number => {
  let total = 0
  for (const one of list) total += of(one)
  return total
}

const over = (a: number, b: number): number => Math.max(0, a - b)
