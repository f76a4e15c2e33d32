import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Outcome } from '../../schemas/outcome.ts'
import type { History, PointDay, WriteMark, WrittenRegister } from '../adapters/history/index.ts'
import type { Batch } from '../adapters/log/index.ts'
import type { Displaced } from './displaced.ts'
import type { PointState } from './point.ts'
import type { RegisterEnergy } from './register-energy.ts'
import type { FillingDay } from './slot-rule.ts'

/** What is to be done with readings that are more than 7 days behind their point. */
export type Lateness = 'store' | 'judge'

/** What of the history is asked for while days fill. */
export type Recall = Pick<History, 'read' | 'registers'>

/** A checked batch on its way into days. */
export interface Entry {
  readonly batch: Batch
  readonly late: Lateness
  /** Where each row stands in the log, for a history that keeps it; null embedded */
  readonly places: { readonly partition: number; readonly offsets: Float64Array } | null
}

/** The place of a row in the log; undefined embedded. */
export const markOf = ({ places }: Entry, row: number): WriteMark | undefined =>
  places ? { partition: places.partition, offset: places.offsets[row]! } : undefined

/** What a checkpoint's readings changed. */
export interface Filled {
  /** Days that hold other values than before */
  readonly changed: Map<PointState, Map<FillingDay, Change>>
  /** Register rows that are new or other than before, by point and day, and meter */
  readonly registers: Map<string, Map<string, WrittenRegister>>
  /** Days that these make known, or other than before, in time to be judged */
  readonly registerDays: Map<PointState, Map<EpochDay, RegisterEnergy>>
  /** Days of registers that are to be judged by a correction: they came too late, or are not known any more */
  readonly askedDays: PointDay[]
  readonly outcomes: Map<Outcome, number>
  /** Values that lost their slot, and readings no registry entry is there for */
  readonly displaced: Displaced[]
}

/** How a day changed within a checkpoint. */
export interface Change {
  /** Whether every change came too late to be judged */
  late: boolean
  /** The day without what came too late for it, once something did: this is what is judged */
  inTime?: FillingDay
  /** Whether what came too late is to be judged all the same */
  asked?: boolean
  /** The slots that changed, with their places in the log; absent embedded */
  fresh?: Map<number, WriteMark>
}

export const nothingFilled = (): Filled => ({
  changed: new Map(),
  registers: new Map(),
  registerDays: new Map(),
  askedDays: [],
  outcomes: new Map(),
  displaced: [],
})

/** Where a reading goes. */
export interface Place {
  readonly meter: Meter
  readonly point: PointState
}

/** Finds the point of a meter on a day; else why it has none. */
export type Resolve = (meterId: string, day: number) => Place | 'unknown-meter' | 'no-entry-that-day'

export const count = (filled: Filled, outcome: Outcome, by = 1): void => {
  filled.outcomes.set(outcome, (filled.outcomes.get(outcome) ?? 0) + by)
}

/** A reading nobody can be found for any more: the registry changed since it was taken. */
export const displaceUnplaced = (
  filled: Filled,
  reason: 'unknown-meter' | 'no-entry-that-day',
  meterId: string,
  row: Pick<Displaced, 'raw' | 'layout'>,
  readings = 1,
): void => {
  count(filled, reason, readings)
  const detail =
    reason === 'unknown-meter'
      ? `No meter ${meterId} in the registry.`
      : `The registry has no entry of meter ${meterId} for that day.`
  filled.displaced.push({ reason, detail, ...row })
}
