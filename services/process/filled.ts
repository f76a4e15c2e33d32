import type { Meter } from '../../schemas/meter.ts'
import type { Outcome } from '../../schemas/outcome.ts'
import type { StoredRegister } from '../adapters/history/index.ts'
import type { Displaced } from './displaced.ts'
import type { PointState } from './point.ts'
import type { FillingDay } from './slot-rule.ts'

/** What a checkpoint's readings changed. */
export interface Filled {
  /** Days that hold other values than before */
  readonly changed: Map<PointState, Map<FillingDay, Change>>
  /** Register rows that are new or other than before, by point, day and meter */
  readonly registers: Map<string, StoredRegister>
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
}

export const nothingFilled = (): Filled => ({
  changed: new Map(),
  registers: new Map(),
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
