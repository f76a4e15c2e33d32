import { FEATURE_NAMES } from '../../detectors/index.ts'
import { dayOf, dayStartMs, type EpochDay, MS_PER_HOUR } from '../../schemas/day.ts'
import { DayRows } from './day-rows.ts'
import { type FillingDay, MINUTES_PER_DAY, putReading, type SlotOutcome, type Value } from './slot-rule.ts'

/** A reading that comes later than this behind its own point is stored but not judged again. */
export const LATE_DAYS = 7
/** Readings this far past a day's end close it. */
export const CLOSE_AFTER_MS = 6 * MS_PER_HOUR
/** A stray clock must not make a point's own readings look late: a day leads only with this share of its slots. */
export const SOLID_SHARE = 0.25

/** What the process knows of a metering point between two batches. All of it can be read from the store again. */
export interface PointState {
  readonly pointId: string
  /** End of the newest reading, UTC ms */
  newestMs: number
  /** The newest day that holds a quarter of its slots or more; lateness is counted from it */
  solidDay: EpochDay
  /** Open days, and closed ones a late reading came for in this batch */
  readonly filling: Map<EpochDay, FillingDay>
  /** Features and marks of the judged days that the window of the next one reaches */
  readonly rows: DayRows
  /** From this day on every judged day is in `rows` */
  rowsFrom: EpochDay
  /** Days whose values all went to another point: what comes for them is not their first. Most points have none */
  emptied: Set<EpochDay> | undefined
  /** `signature day` -> id of the current finding. Most points have none */
  findings: Map<string, string> | undefined
}

export const newPoint = (pointId: string): PointState => ({
  pointId,
  newestMs: Number.NEGATIVE_INFINITY,
  solidDay: Number.NEGATIVE_INFINITY,
  filling: new Map(),
  rows: new DayRows(),
  rowsFrom: Number.NEGATIVE_INFINITY,
  emptied: undefined,
  findings: undefined,
})

export const rememberFinding = (point: PointState, key: string, id: string): void => {
  point.findings ??= new Map()
  point.findings.set(key, id)
}

/** A day with a quarter of its slots leads: from then on lateness is counted from it. */
export const noteDay = (point: PointState, day: FillingDay): void => {
  if (day.filled >= day.kw.length * SOLID_SHARE) point.solidDay = Math.max(point.solidDay, day.day)
}

/**
 * A day that its registers tell leads as well, but not a point that has curves: registers come sooner, and would make
 * curves late that are not late among their own.
 */
export const leadBy = (point: PointState, day: EpochDay): void => {
  if (!hasCurve(point, point.solidDay)) point.solidDay = Math.max(point.solidDay, day)
  point.newestMs = Math.max(point.newestMs, dayStartMs(day + 1))
}

const INTERVAL = FEATURE_NAMES.indexOf('intervalMinutes')

/** Whether a judged day is one of registers alone. */
export const isOfRegisters = (features: Float32Array): boolean => features[INTERVAL] === MINUTES_PER_DAY

/** Whether a day has a curve, or begins to: it tells more than registers. */
export const hasCurve = (point: PointState, day: EpochDay): boolean => {
  const row = point.rows.get(day)
  return point.filling.has(day) || (row !== undefined && !isOfRegisters(row))
}

/** Whether the history may hold something of a day that is not being filled. */
export const mayBeStored = (point: PointState, day: EpochDay): boolean =>
  day <= point.solidDay || point.rows.has(day) || point.emptied?.has(day) === true

/** Lateness is judged per point, by its own readings. */
export const isTooLate = (point: PointState, day: EpochDay): boolean => day < point.solidDay - LATE_DAYS

/** A day is closed when it is complete, or when readings of its own have passed its end by 6 hours. */
export const isClosed = (point: PointState, day: FillingDay): boolean =>
  day.filled === day.kw.length || point.newestMs >= dayStartMs(day.day + 1) + CLOSE_AFTER_MS

/** The newest day that is closed by the clock at `nowMs`: 6 hours after its end. */
export const lastDayClosedByClock = (nowMs: number): EpochDay => dayOf(nowMs - CLOSE_AFTER_MS) - 1

/** Puts one reading into its day, and tells what became of it. `endMs` is the end of its slot. */
export const takeReading = (
  point: PointState,
  filling: FillingDay,
  slot: number,
  endMs: number,
  value: Value,
): SlotOutcome => {
  const outcome = putReading(filling, slot, value)
  point.newestMs = Math.max(point.newestMs, endMs)
  if (outcome === 'accepted') noteDay(point, filling)
  return outcome
}
