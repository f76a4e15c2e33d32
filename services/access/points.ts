import { dayOf, type EpochDay } from '../../schemas/day.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { entryWithin, type Wall, withinWall } from './wall.ts'

const IDS_PER_QUERY = 500

/** As far back as detectors look for what is usual. */
const DAYS_BEFORE_CHARGE = 35

const ALWAYS: EpochDay = 0

/**
 * Of some points those that are seen, each with the first day it is seen of. From behind supply units: those whose
 * newest entry in the registry is of one of them, whole, as a point's past comes with it. From a district: those whose
 * customer now has a case there that is seen, from 35 days before its first charge on, while the customer had it.
 */
export const pointsWithin = async (
  db: Db,
  wall: Wall,
  points: readonly string[],
): Promise<Map<string, EpochDay>> => {
  const seen = new Map<string, EpochDay>()
  if (wall.kind === 'none') for (const point of points) seen.set(point, ALWAYS)
  if (wall.kind === 'none' || wall.kind === 'nothing') return seen
  for (const ids of chunks(points, IDS_PER_QUERY)) {
    const found = await (wall.kind === 'supply-units' ? ofUnits(db, wall, ids) : ofCasesSeen(db, wall, ids))
    for (const { point, from } of found) seen.set(point, from)
  }
  return seen
}

const ofUnits = async (db: Db, wall: Wall, points: readonly string[]) => {
  const rows = await db
    .selectFrom('meter')
    .select('point_id')
    .distinct()
    .where('point_id', 'in', points)
    .where(entryWithin(wall))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meter as later')
            .select('later.point_id')
            .whereRef('later.point_id', '=', 'meter.point_id')
            .whereRef('later.valid_from', '>', 'meter.valid_from'),
        ),
      ),
    )
    .execute()
  return rows.map(({ point_id }) => ({ point: point_id, from: ALWAYS }))
}

/** By the entries after which nobody else came to the point. */
const ofCasesSeen = async (db: Db, wall: Wall, points: readonly string[]) => {
  const told = db
    .selectFrom('cases')
    .select(['cases.customer_id', 'cases.opened_at'])
    .where(withinWall(wall, 'cases'))
  const rows = await db
    .selectFrom('meter')
    .innerJoin(told.as('told'), 'told.customer_id', 'meter.customer_id')
    .select(({ fn }) => [
      'meter.point_id',
      fn.min('meter.valid_from').as('since'),
      fn.min('told.opened_at').as('opened_at'),
    ])
    .where('meter.point_id', 'in', points)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meter as later')
            .select('later.point_id')
            .whereRef('later.point_id', '=', 'meter.point_id')
            .whereRef('later.customer_id', '<>', 'meter.customer_id')
            .whereRef('later.valid_from', '>', 'meter.valid_from'),
        ),
      ),
    )
    .groupBy('meter.point_id')
    .execute()
  return rows.map(({ point_id, since, opened_at }) => ({
    point: point_id,
    from: Math.max(Number(since), firstChargedDay(Number(opened_at)) - DAYS_BEFORE_CHARGE),
  }))
}

/** A case opens at the end of the judged day that first carried a charge. */
const firstChargedDay = (openedMs: number): EpochDay => dayOf(openedMs - 1)
