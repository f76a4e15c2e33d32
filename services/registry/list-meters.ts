import type { Meter } from '../../schemas/meter.ts'
import { entryWithin, NO_WALL, type Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { toMeter } from './rows.ts'

/** Every meter's entries in the order of their first days. */
export const readMeters = async (db: Db): Promise<Map<string, Meter[]>> =>
  Map.groupBy(
    (await db.selectFrom('meter').selectAll().orderBy('meter_id').orderBy('valid_from').execute()).map(
      toMeter,
    ),
    ({ meterId }) => meterId,
  )

export interface MeterQuery {
  /** Only entries of the supply units behind it; all unless told */
  readonly wall?: Wall | undefined
  readonly customer?: string | undefined
  /** `meter id` or `meter id@first day` of the last entry of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of the registry in the order of meter ids and days; `next` asks for the page after it. */
export const listMeters = async (
  db: Db,
  { wall = NO_WALL, customer, after, limit }: MeterQuery,
): Promise<{ meters: Meter[]; next: string | null }> => {
  let query = db
    .selectFrom('meter')
    .selectAll()
    .where(entryWithin(wall))
    .orderBy('meter_id')
    .orderBy('valid_from')
    .limit(limit)
  if (customer !== undefined) query = query.where('customer_id', '=', customer)
  if (after !== undefined) {
    const [, id, day] = /^(.*)@(\d+)$/s.exec(after) ?? []
    query =
      id === undefined
        ? query.where('meter_id', '>', after)
        : query.where(({ or, and, eb }) =>
            or([eb('meter_id', '>', id), and([eb('meter_id', '=', id), eb('valid_from', '>', Number(day))])]),
          )
  }
  const rows = await query.execute()
  const last = rows.at(-1)
  return {
    meters: rows.map(toMeter),
    next: last && rows.length === limit ? `${last.meter_id}@${last.valid_from}` : null,
  }
}

/** Every entry of some points, the oldest first. */
export const pointEntries = async (db: Db, points: readonly string[]): Promise<Meter[]> =>
  (
    await db
      .selectFrom('meter')
      .selectAll()
      .where('point_id', 'in', points)
      .orderBy('valid_from')
      .orderBy('meter_id')
      .execute()
  ).map(toMeter)
