import type { Reject } from '../../schemas/outcome.ts'
import type { ImportForm } from '../../schemas/profile.ts'
import type { BookedReject } from './layout.ts'
import type { Opening } from './open-input.ts'
import type { RawRow } from './raw-rows.ts'
import type { Encoding, Packing } from './text/source.ts'

const REJECTS_SHOWN = 50

/**
 * What became of an input. What counts is the reading: a line of readings and a register row are one each, a day row
 * as many as it has filled points, and a line that is turned away whole is one. `received` = `accepted` + `rejected`.
 */
export interface IntakeResult {
  /** What the input held; of NDJSON, what its first good line was */
  form: ImportForm
  encoding: Encoding
  packed: Packing
  received: number
  accepted: number
  rejected: number
  byReason: Record<string, number>
  /** The first 50 rejects, for a person to look at; all are in the reject book. */
  firstRejects: Reject[]
}

export const emptyResult = ({ header, source }: Opening): IntakeResult => ({
  form: header?.form ?? 'readings',
  encoding: source.encoding,
  packed: source.packed,
  received: 0,
  accepted: 0,
  rejected: 0,
  byReason: {},
  firstRejects: [],
})

export const FORM_OF_ROW: Record<RawRow['kind'], ImportForm> = {
  reading: 'readings',
  day: 'day-rows',
  register: 'registers',
}

/** Counts rejects once they are durable. */
export const countRejects = (result: IntakeResult, rejects: readonly BookedReject[]): void => {
  result.rejected += rejects.length
  for (const { layout, ...reject } of rejects) {
    result.byReason[reject.reason] = (result.byReason[reject.reason] ?? 0) + 1
    if (result.firstRejects.length < REJECTS_SHOWN) result.firstRejects.push(reject)
  }
}
