import { chunks, type Db } from '../adapters/store/index.ts'
import { entryWithin, type Wall, withinWall } from './wall.ts'

const IDS_PER_QUERY = 500

/**
 * Of some customers those that are seen. From behind supply units: those with a point whose newest entry for them in the
 * registry is of one of these; else those of whom a case is seen.
 */
export const customersWithin = async (
  db: Db,
  wall: Wall,
  customers: readonly string[],
): Promise<Set<string>> => {
  if (wall.kind === 'none') return new Set(customers)
  const seen = new Set<string>()
  for (const ids of chunks(customers, IDS_PER_QUERY)) {
    const found = await (wall.kind === 'supply-units' ? ofUnits(db, wall, ids) : ofCasesSeen(db, wall, ids))
    for (const { customer_id } of found) seen.add(customer_id)
  }
  return seen
}

const ofUnits = (db: Db, wall: Wall, customers: readonly string[]) =>
  db
    .selectFrom('meter')
    .select('customer_id')
    .distinct()
    .where('customer_id', 'in', customers)
    .where(entryWithin(wall))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meter as later')
            .select('later.point_id')
            .whereRef('later.point_id', '=', 'meter.point_id')
            .whereRef('later.customer_id', '=', 'meter.customer_id')
            .whereRef('later.valid_from', '>', 'meter.valid_from'),
        ),
      ),
    )
    .execute()

const ofCasesSeen = (db: Db, wall: Wall, customers: readonly string[]) =>
  db
    .selectFrom('cases')
    .select('customer_id')
    .where('customer_id', 'in', customers)
    .where(withinWall(wall, 'cases'))
    .execute()
