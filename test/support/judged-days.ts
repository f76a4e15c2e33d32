import { MONDAY } from './readings.ts'
import type { Station } from './station.ts'

/** The judged days of a point, counted from the first Monday. */
export const judgedDays = async ({ ports }: Station, point = 'M1'): Promise<number[]> =>
  (
    await ports.store.db
      .selectFrom('feature')
      .select('day')
      .where('point_id', '=', point)
      .orderBy('day')
      .execute()
  ).map(({ day }) => day - MONDAY)
