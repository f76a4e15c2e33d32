import type { OwnDay } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'

/** A day of a point, and among whom it was compared. */
export interface ComparedDay extends OwnDay {
  readonly districtCode: string
  readonly trade: string
}

export const unpackMeasures = (row: Uint8Array): Float32Array => new Float32Array(new Uint8Array(row).buffer)

/** The days of a point that can be compared, while it was a customer's, ascending. */
export const ownDays = async (
  db: Db,
  pointId: string,
  customerId: string | undefined,
  from: EpochDay,
  to: EpochDay,
): Promise<ComparedDay[]> => {
  let query = db
    .selectFrom('feature')
    .select(['day', 'district_code', 'trade', 'moves'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where('moves', 'is not', null)
  if (customerId !== undefined) query = query.where('customer_id', '=', customerId)
  const rows = await query.orderBy('day').execute()
  return rows.map(({ day, district_code, trade, moves }) => ({
    day,
    districtCode: district_code,
    trade,
    measures: unpackMeasures(moves!),
  }))
}
