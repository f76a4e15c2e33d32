import { FEATURE_NAMES, WINDOW_DAYS } from '../../detectors/index.ts'
import { dayStartMs, type EpochDay, MS_PER_MINUTE } from '../../schemas/day.ts'
import type { History } from '../adapters/history/index.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { hasCurve, newPoint, noteDay, type PointState, rememberFinding, SOLID_SHARE } from './point.ts'
import { type FillingDay, fillingDay } from './slot-rule.ts'

/**
 * Judged days a point keeps at hand: what the next day to close looks back to. What a late reading asks for beyond is
 * read when it comes.
 */
export const KEPT_DAYS = WINDOW_DAYS
const POINTS_PER_QUERY = 500

/** Reads what the process must know of these points, from the last commit. New points start empty. */
export const loadPoints = async (
  db: Db,
  history: History,
  pointIds: readonly string[],
): Promise<Map<string, PointState>> => {
  const points = new Map(pointIds.map(id => [id, newPoint(id)]))
  for (const ids of chunks(pointIds, POINTS_PER_QUERY)) {
    await loadFeatures(db, points, ids)
    await loadFindings(db, points, ids)
    await loadOpenDays(db, history, points, ids)
    await loadEmptiedDays(db, points, ids)
  }
  return points
}

/** What is known of some days of a point, both ends included, for judging them again; and its open days. */
export const loadStretch = async (
  db: Db,
  pointId: string,
  from: EpochDay,
  to: EpochDay,
): Promise<{ point: PointState; open: ReadonlySet<EpochDay> }> => {
  const point = newPoint(pointId)
  const features = await db
    .selectFrom('feature')
    .select(['day', 'features', 'marks'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  for (const { day, features: row, marks } of features) {
    takeRow(point, day, row, marks)
  }
  const findings = await db
    .selectFrom('finding')
    .select(['id', 'signature', 'day'])
    .where('point_id', '=', pointId)
    .where('current', '=', 1)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  for (const { id, signature, day } of findings) rememberFinding(point, findingKey(signature, day), id)
  const open = await db.selectFrom('open_day').select('day').where('point_id', '=', pointId).execute()
  return { point, open: new Set(open.map(({ day }) => day)) }
}

/** Packed features as they are stored. */
export const unpackRow = (row: Uint8Array): Float32Array => new Float32Array(new Uint8Array(row).buffer)

/** Takes a stored day, unless another edition of the program made it: its numbers mean something else. */
const takeRow = ({ rows }: PointState, day: EpochDay, row: Uint8Array, marks: number): void => {
  if (row.byteLength !== 4 * FEATURE_NAMES.length) return
  rows.set(day, unpackRow(row))
  rows.mark(day, marks)
}

/** Reads the days before those at hand that judging these points from a day on looks back to. */
export const reachBack = async (db: Db, wanted: ReadonlyMap<PointState, EpochDay>): Promise<void> => {
  const short = [...wanted]
    .map(([point, from]) => ({ point, first: from - WINDOW_DAYS + 1 }))
    .filter(({ point, first }) => first < point.rowsFrom)
  for (const chunk of chunks(short, POINTS_PER_QUERY)) {
    const byId = new Map(chunk.map(need => [need.point.pointId, need]))
    const found = await db
      .selectFrom('feature')
      .select(['point_id', 'day', 'features', 'marks'])
      .where('point_id', 'in', [...byId.keys()])
      .where('day', '>=', Math.min(...chunk.map(({ first }) => first)))
      .where('day', '<', Math.max(...chunk.map(({ point }) => point.rowsFrom)))
      .execute()
    for (const { point_id, day, features, marks } of found) {
      const { point, first } = byId.get(point_id)!
      if (day >= first && day < point.rowsFrom) takeRow(point, day, features, marks)
    }
    for (const { point, first } of chunk) point.rowsFrom = first
  }
}

/** As readings and registers did when they came: days of curves lead before days of registers. */
const lead = (point: PointState, day: EpochDay): void => {
  const isCurve = hasCurve(point, day)
  const isLed = hasCurve(point, point.solidDay)
  if (isCurve === isLed) point.solidDay = Math.max(point.solidDay, day)
  else if (isCurve) point.solidDay = day
}

const loadFeatures = async (db: Db, points: Map<string, PointState>, ids: string[]): Promise<void> => {
  const newest = db
    .selectFrom('feature')
    .select(({ fn }) => ['point_id', fn.max('day').as('newest')])
    .where('point_id', 'in', ids)
    .where('coverage', '>=', SOLID_SHARE)
    .groupBy('point_id')
    .as('last')
  const rows = await db
    .selectFrom('feature')
    .leftJoin(newest, 'last.point_id', 'feature.point_id')
    .select(['feature.point_id', 'feature.day', 'feature.coverage', 'feature.features', 'feature.marks'])
    .where('feature.point_id', 'in', ids)
    .where(({ eb, fn, val }) =>
      eb('feature.day', '>', eb(fn.coalesce('last.newest', val(0)), '-', KEPT_DAYS)),
    )
    .execute()
  for (const row of rows) {
    const point = points.get(row.point_id)!
    takeRow(point, row.day, row.features, row.marks)
    point.newestMs = Math.max(point.newestMs, dayStartMs(row.day + 1))
    if (row.coverage >= SOLID_SHARE) lead(point, row.day)
  }
  for (const id of ids) points.get(id)!.rowsFrom = points.get(id)!.solidDay - KEPT_DAYS + 1
}

const loadFindings = async (db: Db, points: Map<string, PointState>, ids: string[]): Promise<void> => {
  const rows = await db
    .selectFrom('finding')
    .select(['id', 'point_id', 'signature', 'day'])
    .where('point_id', 'in', ids)
    .where('current', '=', 1)
    .execute()
  for (const row of rows)
    rememberFinding(points.get(row.point_id)!, findingKey(row.signature, row.day), row.id)
}

const loadOpenDays = async (
  db: Db,
  history: History,
  points: Map<string, PointState>,
  ids: string[],
): Promise<void> => {
  const rows = await db.selectFrom('open_day').selectAll().where('point_id', 'in', ids).execute()
  if (rows.length === 0) return
  const days = await history.readMany(rows.map(({ point_id, day }) => ({ pointId: point_id, day })))
  for (const stored of days) {
    const { pointId, day } = stored
    const point = points.get(pointId)!
    const filling = fillingDay(stored)
    filling.open = true
    point.filling.set(day, filling)
    point.newestMs = Math.max(point.newestMs, lastReadingMs(filling))
    noteDay(point, filling)
  }
}

const loadEmptiedDays = async (db: Db, points: Map<string, PointState>, ids: string[]): Promise<void> => {
  const rows = await db.selectFrom('emptied_day').selectAll().where('point_id', 'in', ids).execute()
  for (const { point_id, day } of rows) {
    const point = points.get(point_id)!
    point.emptied ??= new Set()
    point.emptied.add(day)
  }
}

const lastReadingMs = ({ day, kw, intervalMinutes }: FillingDay): number => {
  const slot = kw.findLastIndex(value => !Number.isNaN(value))
  return dayStartMs(day) + (slot + 1) * intervalMinutes * MS_PER_MINUTE
}

export const findingKey = (signature: string, day: number): string => `${signature} ${day}`
