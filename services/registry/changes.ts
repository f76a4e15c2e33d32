import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type Entry, entryOn, FIRST_DAY, LAST_DAY, speakerOn, timelineOf } from './entry.ts'

/** What the registry says otherwise than before over some days, both included: of a meter, or of who speaks for a point. */
export interface EntryChange {
  readonly meterId: string
  readonly from: EpochDay
  readonly to: EpochDay
  readonly before: Meter | undefined
  readonly after: Meter | undefined
}

/** What scores and cases are made of; a change of anything else leaves them as they are. */
const JUDGED = [
  'pointId',
  'customerId',
  'districtCode',
  'industryCode',
  'industryEdition',
  'contractKva',
  'voltageKv',
  'intervalMinutes',
  'licensedProcesses',
  'multiplier',
  'licensedTonnesPerYear',
] as const satisfies readonly (keyof Meter)[]

export const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Names of the facts that differ between two entries and that judging looks at. */
export const judgedDifference = ({
  before,
  after,
}: Pick<EntryChange, 'before' | 'after'>): (keyof Meter)[] =>
  before && after ? JUDGED.filter(name => !isSame(before[name], after[name])) : ['pointId']

/** The stretches of days over which two states of a meter's entries differ in what is judged. */
export const changesBetween = (before: readonly Meter[], after: readonly Meter[]): EntryChange[] => {
  const [was, is] = [timelineOf(before), timelineOf(after)]
  return stretches(was, is).flatMap(({ from, to }) => {
    const change = {
      meterId: (before[0] ?? after[0])!.meterId,
      from,
      to,
      before: entryOn(was, from)?.meter,
      after: entryOn(is, from)?.meter,
    }
    return (change.before || change.after) && judgedDifference(change).length > 0 ? [change] : []
  })
}

/**
 * The stretches of days over which who speaks for a point says otherwise than who spoke before. `was` and `is` are
 * the entries of the point, sorted by `speakingLast`.
 */
export const speakerChanges = (was: readonly Entry[], is: readonly Entry[]): EntryChange[] =>
  stretches(was, is).flatMap(({ from, to }) => {
    const [before, after] = [speakerOn(was, from)?.meter, speakerOn(is, from)?.meter]
    if (!before && !after) return []
    // A multiplier goes with the meter that delivered, whoever speaks.
    const differs = judgedDifference({ before, after }).some(name => name !== 'multiplier')
    return differs ? [{ meterId: (after ?? before)!.meterId, from, to, before, after }] : []
  })

/** All days, cut wherever one of the entries begins or has ended. */
const stretches = (was: readonly Entry[], is: readonly Entry[]): { from: EpochDay; to: EpochDay }[] => {
  const starts = [...new Set([FIRST_DAY, ...[...was, ...is].flatMap(boundaries)])].sort((a, b) => a - b)
  return starts.map((from, i) => ({ from, to: (starts[i + 1] ?? LAST_DAY + 1) - 1 }))
}

/** An entry that ends before it begins holds on no day. */
const boundaries = ({ from, to }: Entry): EpochDay[] =>
  to < from ? [] : to < LAST_DAY ? [from, to + 1] : [from]
