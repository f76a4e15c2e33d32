import { type Detector, FEATURE_NAMES, WINDOW_DAYS } from '../../detectors/index.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { History } from '../adapters/history/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { makeFinding } from './finding.ts'
import { type JudgeDeps, marksAmong, measure, windowOf } from './judge-days.ts'
import { newPoint, type PointState } from './point.ts'
import { MARKS_REACH } from './quality-marks.ts'
import { filledSlots, fillingDay } from './slot-rule.ts'

/** A feature row as it is stored. */
type FeatureRow = Pick<
  Tables['feature'],
  'day' | 'features' | 'coverage' | 'kwh' | 'scores' | 'marks' | 'customer_id'
>

/** The judged days of a point, as stored and made anew. */
export interface Rebuilt {
  readonly pointId: string
  readonly stored: readonly FeatureRow[]
  /** Features and marks made from the readings alone */
  readonly point: PointState
  /** Stored readings that went into it */
  readonly readings: number
  /** Judged days that no readings are kept of */
  readonly withoutReadings: readonly EpochDay[]
  /** Days with readings that were not judged: open ones, and those whose readings all came too late */
  readonly unjudged: readonly EpochDay[]
  /** Judged days whose features another edition of the program made */
  readonly otherEdition: readonly EpochDay[]
}

export interface RebuildDeps extends JudgeDeps {
  readonly db: Db
  readonly history: History
}

/**
 * Makes the judged days of a point from `from` to `to`, both included, anew from its stored readings, by the very
 * steps that judge a day. The days around, which the marks look at, are made with them.
 */
export const rebuildDays = async (
  pointId: string,
  from: EpochDay,
  to: EpochDay,
  { db, history, ...deps }: RebuildDeps,
): Promise<Rebuilt> => {
  const [first, last] = [from - MARKS_REACH.after, to + MARKS_REACH.before]
  const rows = await featureRows(db, pointId, first, last)
  const judged = new Set(rows.map(({ day }) => day))
  const days = (await history.window(pointId, first, last)).filter(({ kw }) => filledSlots(kw) > 0)
  const point = newPoint(pointId)
  const within = (day: EpochDay): boolean => day >= from && day <= to
  let readings = 0
  for (const day of days) {
    if (!judged.has(day.day)) continue
    measure(point, fillingDay(day), deps)
    if (within(day.day)) readings += filledSlots(day.kw)
  }
  for (const day of point.features.keys()) point.marks.set(day, marksAmong(point, day))
  const read = new Set(days.map(({ day }) => day))
  const stored = rows.filter(({ day }) => within(day))
  const daysOf = (odd: readonly FeatureRow[]): EpochDay[] => odd.map(({ day }) => day)
  return {
    pointId,
    stored,
    point,
    readings,
    withoutReadings: daysOf(stored.filter(({ day }) => !read.has(day))),
    unjudged: [...read].filter(day => within(day) && !judged.has(day)),
    otherEdition: daysOf(stored.filter(({ features }) => features.byteLength !== ROW_BYTES)),
  }
}

const ROW_BYTES = FEATURE_NAMES.length * Float32Array.BYTES_PER_ELEMENT

const featureRows = (db: Db, pointId: string, from: EpochDay, to: EpochDay): Promise<FeatureRow[]> =>
  db
    .selectFrom('feature')
    .select(['day', 'features', 'coverage', 'kwh', 'scores', 'marks', 'customer_id'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .orderBy('day')
    .execute()

/** The first day a window that ends on `day` may hold. */
export const windowStart = (day: EpochDay): EpochDay => day - WINDOW_DAYS + 1

/**
 * What a detector makes of a stored finding's day now: of the rebuilt days, by the registry as of that day.
 * Undefined when nobody has the point on that day, or the day itself is not there.
 */
export const rebuildFinding = (
  { point }: Rebuilt,
  stored: Finding,
  detector: Detector,
  deps: JudgeDeps,
): Finding | undefined => {
  const day = parseDay(stored.day)
  const meter = deps.registry.atPoint(point.pointId, day)
  if (!meter || !point.features.has(day)) return undefined
  const window = windowOf(point, meter, day, deps)
  return makeFinding(point, meter, detector, window, stored.supersedes)
}
