import type { BoardBy, BoardRow } from '../../schemas/charge-outcome.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import { precisionOf } from '../criteria/index.ts'
import type { Answered } from './outcomes.ts'

const KEYS: Readonly<Record<BoardBy, (one: Answered) => string>> = {
  detector: ({ signature, detector_version }) => `${signature} ${detector_version}`,
  district: ({ district_code }) => district_code,
  month: ({ recorded_at }) => dayText(dayOf(recorded_at)).slice(0, 'YYYY-MM'.length),
}

/** What became of charges, a row a detector version, district or month, in the order of their keys. */
export const tallyBoard = (answered: readonly Answered[], by: BoardBy): BoardRow[] =>
  [...Map.groupBy(answered, KEYS[by])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, charges]) => ({ key, ...countsOf(charges) }))

const countsOf = (charges: readonly Answered[]): Omit<BoardRow, 'key'> => {
  const count = (outcome: Answered['outcome']): number =>
    charges.filter(charge => charge.outcome === outcome).length
  const byCause: BoardRow['byCause'] = {}
  for (const { cause } of charges) if (cause) byCause[cause] = (byCause[cause] ?? 0) + 1
  const [confirmed, dismissed] = [count('confirmed'), count('dismissed')]
  return {
    // What could not be verified, or was passed on, says nothing of whether the charge was right.
    ...precisionOf(confirmed, confirmed + dismissed),
    dismissed,
    byCause,
    cannotVerify: count('cannot-verify'),
    passedOn: count('passed-on'),
  }
}
