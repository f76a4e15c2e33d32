import type { EpochDay } from '../../schemas/day.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

/** What the registry says of a customer from a day on. */
export interface Place {
  readonly from: EpochDay
  readonly name: string
  readonly districtCode: string
}

/** What the registry says of customers, by customer, ascending; of several points of one day the first. */
export const loadPlaces = async (db: Db, customerIds: readonly string[]): Promise<Map<string, Place[]>> => {
  const found: (Place & { customerId: string })[] = []
  for (const ids of chunks(customerIds, IDS_PER_QUERY)) {
    const rows = await db
      .selectFrom('meter')
      .select(['customer_id', 'customer_name', 'district_code', 'valid_from'])
      .where('customer_id', 'in', ids)
      .orderBy('valid_from')
      .orderBy('meter_id', 'desc')
      .execute()
    found.push(
      ...rows.map(row => ({
        customerId: row.customer_id,
        from: row.valid_from,
        name: row.customer_name,
        districtCode: row.district_code,
      })),
    )
  }
  return Map.groupBy(found, ({ customerId }) => customerId)
}

/** What held on a day; before the first entry, that one. */
export const placeOn = (places: readonly Place[], day: EpochDay): Place | undefined =>
  places.findLast(({ from }) => from <= day) ?? places[0]
