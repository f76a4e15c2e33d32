import type { Charge } from '../../schemas/case.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { SurchargeEstimate } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { estimateSurcharge } from '../pricing/index.ts'

/** What a customer drew at one of its points on a day. */
export interface PointDayEnergy {
  readonly day: EpochDay
  readonly kwh: number
}

/**
 * What the tier of a charge would come to on all energy of the customer, over the window of the finding it rests
 * on. Null when no tier applies, and of a charge on a person's word: what its load draws is not known.
 */
export const estimateFor = async (
  db: Db,
  customerId: string,
  charge: Charge,
): Promise<SurchargeEstimate | null> => {
  if (!charge.tier || charge.findingId === null) return null
  const [from, to] = [parseDay(charge.windowFrom), parseDay(charge.day)]
  const rows = await db
    .selectFrom('feature')
    .where('customer_id', '=', customerId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(['day', 'kwh'])
    .orderBy('day')
    .orderBy('point_id')
    .execute()
  return estimateOf(charge, rows)
}

/** The same of days that are at hand: those of the window, by day and point. */
export const estimateOf = (
  { tier, findingId, windowFrom, day, attributableKwh }: Charge,
  rows: readonly PointDayEnergy[],
): SurchargeEstimate | null => {
  if (!tier || findingId === null) return null
  const [from, to] = [parseDay(windowFrom), parseDay(day)]
  // Added up here, in one order, so that the same days make the same sum to the last digit on every store.
  const energy = {
    kwh: rows.reduce((sum, { kwh }) => sum + kwh, 0),
    days: new Set(rows.map(row => row.day)).size,
  }
  return estimateSurcharge({ ...energy, from, to, yuanPerKwh: tier.yuanPerKwh, attributableKwh })
}
