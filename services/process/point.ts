import { FEATURE_NAMES } from '../../detectors/index.ts'
import { dayOf, dayStartMs, type EpochDay, MS_PER_HOUR } from '../../schemas/day.ts'
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
  /** Days being filled, and closed ones a late reading came for in this batch */
  readonly filling: Map<EpochDay, FillingDay>
  /** Days with readings that are not closed */
  readonly open: Set<EpochDay>
  /** Packed features of the judged days a window may still reach */
  readonly features: Map<EpochDay, Float32Array>
  /** Quality marks of those days, as bits; a day without any is absent */
  readonly marks: Map<EpochDay, number>
  /** Days whose values all went to another point: what comes for them is not their first */
  readonly emptied: Set<EpochDay>
  /** `signature day` -> id of the current finding */
  readonly findings: Map<string, string>
}

export const newPoint = (pointId: string): PointState => ({
  pointId,
  newestMs: Number.NEGATIVE_INFINITY,
  solidDay: Number.NEGATIVE_INFINITY,
  filling: new Map(),
  open: new Set(),
  features: new Map(),
  marks: new Map(),
  emptied: new Set(),
  findings: new Map(),
})

/** A day with a quarter of its slots leads: from then on lateness is counted from it. */
export const noteDay = (point: PointState, day: FillingDay): void => {
  if (day.filled >= day.kw.length * SOLID_SHARE) point.solidDay = Math.max(point.solidDay, day.day)
}

/** A day that its registers tell leads as well. */
export const leadBy = (point: PointState, day: EpochDay): void => {
  point.solidDay = Math.max(point.solidDay, day)
  point.newestMs = Math.max(point.newestMs, dayStartMs(day + 1))
}

const INTERVAL = FEATURE_NAMES.indexOf('intervalMinutes')

/** Whether a judged day is one of registers alone. */
export const isOfRegisters = (features: Float32Array): boolean => features[INTERVAL] === MINUTES_PER_DAY

/** Whether a day has a curve, or begins to: it tells more than registers. */
export const hasCurve = (point: PointState, day: EpochDay): boolean => {
  const features = point.features.get(day)
  return point.filling.has(day) || point.open.has(day) || (features !== undefined && !isOfRegisters(features))
}

/** Whether the history may hold something of a day that is not being filled. */
export const mayBeStored = (point: PointState, day: EpochDay): boolean =>
  day <= point.solidDay || point.features.has(day) || point.emptied.has(day)

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
