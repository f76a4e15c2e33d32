import { type Detector, FEATURE_NAMES, WINDOW_DAYS } from '../../detectors/index.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { History } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { makeFinding } from './finding.ts'
import { type JudgeDeps, judgeDays, type WindowDeps, windowOf } from './judge-days.ts'
import { unpackRow } from './load-points.ts'
import { isOfRegisters, newPoint, type PointState } from './point.ts'
import { MARKS_REACH } from './quality-marks.ts'
import { registerDays } from './register-days.ts'
import { filledSlots, fillingDay } from './slot-rule.ts'

/** What a day came to: packed features, and marks as bits. */
export interface DayMade {
  readonly features: Float32Array
  readonly marks: number
}

/** A judged day as it is stored. */
export interface DayStored extends DayMade {
  readonly day: EpochDay
  readonly customerId: string
  readonly coverage: number
  readonly kwh: number
  /** JSON {signature: score} */
  readonly scores: string
}

/** The judged days of a point, as stored and made anew. */
export interface Rebuilt {
  readonly pointId: string
  readonly stored: readonly DayStored[]
  /** The same day made of the readings alone; undefined when nobody has the point, or no readings are there */
  made(day: EpochDay): DayMade | undefined
  readonly point: PointState
  /** Stored readings, and registers at midnights, that went into it */
  readonly readings: number
  /** Judged days that no readings are kept of */
  readonly withoutReadings: readonly EpochDay[]
  /** Days with readings that were not judged: open ones, and those whose readings all came too late */
  readonly unjudged: readonly EpochDay[]
  /** Judged days whose features another edition of the program made */
  readonly otherEdition: readonly EpochDay[]
}

export interface RebuildDeps extends Pick<JudgeDeps, 'registry' | 'calendar' | 'watch'> {
  readonly db: Db
  readonly history: History
}

/** After every day: days are measured and marked, and none is scored. */
const SCORE_NONE = Number.POSITIVE_INFINITY
const NO_DETECTORS = { on: () => ({ active: [], shadow: [] }) }

/**
 * Makes the judged days of a point from `from` to `to`, both included, anew from its stored readings or registers, by
 * the very steps that judge a day. The days around, which the marks look at, are made with them.
 */
export const rebuildDays = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  { db, history, ...deps }: RebuildDeps,
): Promise<Rebuilt> => {
  const [first, last] = [from - MARKS_REACH.after, to + MARKS_REACH.before]
  const rows = await storedDays(db, pointId, first, last)
  const read = (await history.window(pointId, first, last)).filter(({ kw }) => filledSlots(kw) > 0)
  const { curve = [], registers = [] } = Object.groupBy(rows, toldBy)
  const curves = among(read, curve)
  const told = among(await registerDays(history, pointId, first, last, curves), registers)
  const point = newPoint(pointId)
  const closed = [...curves.map(fillingDay), ...told]
  judgeDays(point, closed, SCORE_NONE, { ...deps, detectors: NO_DETECTORS })
  const within = ({ day }: { readonly day: EpochDay }): boolean => day >= from && day <= to
  const stored = rows.filter(within)
  const days = new Set(daysOf(closed))
  const slots = curves.filter(within).reduce((sum, { kw }) => sum + filledSlots(kw), 0)
  return {
    pointId,
    stored,
    made: day => madeOf(point, day),
    point,
    readings: slots + told.filter(within).length,
    withoutReadings: daysOf(stored.filter(({ day }) => !days.has(day))),
    unjudged: daysOf(read.filter(day => within(day) && !curves.includes(day))),
    otherEdition: daysOf(stored.filter(({ features }) => features.length !== FEATURE_NAMES.length)),
  }
}

/** What a stored day was judged by: what came for it too late was not looked at. */
const toldBy = ({ features }: DayStored) => (isOfRegisters(features) ? 'registers' : 'curve')

const among = <T extends { readonly day: EpochDay }>(some: readonly T[], rows: readonly DayStored[]): T[] => {
  const days = new Set(daysOf(rows))
  return some.filter(({ day }) => days.has(day))
}

const daysOf = (some: readonly { readonly day: EpochDay }[]): EpochDay[] => some.map(({ day }) => day)

const madeOf = (point: PointState, day: EpochDay): DayMade | undefined => {
  const features = point.rows.get(day)
  return features && { features: features.slice(), marks: point.rows.marksOf(day) }
}

const storedDays = async (db: Db, pointId: string, from: EpochDay, to: EpochDay): Promise<DayStored[]> => {
  const rows = await db
    .selectFrom('feature')
    .select(['day', 'features', 'marks', 'coverage', 'kwh', 'scores', 'customer_id'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()
  return rows.map(({ customer_id, features, ...row }) => ({
    ...row,
    features: unpackRow(features),
    customerId: customer_id,
  }))
}

/** The first day a window that ends on `day` may hold. */
export const windowStart = (day: EpochDay): EpochDay => day - WINDOW_DAYS + 1

/**
 * What a detector makes of a stored finding's day now: of the rebuilt days, by the registry as of that day.
 * Undefined when nobody has the point on that day, or the day itself is not there.
 */
export const rebuildFinding = (
  { point, made }: Rebuilt,
  stored: Finding,
  detector: Detector,
  deps: WindowDeps,
): Finding | undefined => {
  const day = parseDay(stored.day)
  const meter = deps.registry.atPoint(point.pointId, day)
  if (!meter || !made(day)) return undefined
  return makeFinding(point, meter, detector, windowOf(point, meter, day, deps), stored.supersedes)
}
