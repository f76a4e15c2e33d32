import type { EpochDay } from '../../../schemas/day.ts'
import { chunks, type Db } from '../../adapters/store/index.ts'

const PER_QUERY = 500

/** Whose metering points were when. */
export interface PointHolders {
  /** The first of the days on which a point is not the customer's; undefined: it is on all of them */
  strangeDay(pointId: string, customerId: string, first: EpochDay, last: EpochDay): EpochDay | undefined
}

interface Holding {
  readonly meter_id: string
  readonly point_id: string
  readonly customer_id: string
  readonly valid_from: number
  readonly valid_to: number | null
}

/** Reads the registry's entries of points. A meter's entry ends, at the latest, where its next one begins. */
export const loadHolders = async (db: Db, points: readonly string[]): Promise<PointHolders> => {
  const meters: string[] = []
  for (const some of chunks([...new Set(points)], PER_QUERY)) {
    const rows = await db
      .selectFrom('meter')
      .select('meter_id')
      .distinct()
      .where('point_id', 'in', some)
      .execute()
    meters.push(...rows.map(({ meter_id }) => meter_id))
  }
  const entries: Holding[] = []
  for (const some of chunks([...new Set(meters)], PER_QUERY)) {
    entries.push(
      ...(await db
        .selectFrom('meter')
        .select(['meter_id', 'point_id', 'customer_id', 'valid_from', 'valid_to'])
        .where('meter_id', 'in', some)
        .orderBy('valid_from')
        .execute()),
    )
  }
  const byPoint = Map.groupBy(
    [...Map.groupBy(entries, ({ meter_id }) => meter_id).values()].flatMap(ended),
    ({ point_id }) => point_id,
  )
  return {
    strangeDay: (pointId, customerId, first, last) =>
      firstGap(
        byPoint.get(pointId)?.filter(({ customer_id }) => customer_id === customerId) ?? [],
        first,
        last,
      ),
  }
}

type Ended = Holding & { readonly to: number }

const ended = (timeline: readonly Holding[]): Ended[] =>
  timeline.map((entry, i) => ({
    ...entry,
    to: Math.min(
      entry.valid_to ?? Number.POSITIVE_INFINITY,
      (timeline[i + 1]?.valid_from ?? Number.POSITIVE_INFINITY) - 1,
    ),
  }))

const firstGap = (own: readonly Ended[], first: EpochDay, last: EpochDay): EpochDay | undefined => {
  let day = first
  for (const { valid_from, to } of own.toSorted((a, b) => a.valid_from - b.valid_from)) {
    if (valid_from > day) break
    day = Math.max(day, to + 1)
  }
  return day <= last ? day : undefined
}
