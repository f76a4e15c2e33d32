import type { Charge } from '../../schemas/case.ts'
import { parseDay } from '../../schemas/day.ts'
import type { SurchargeEstimate } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { estimateSurcharge } from '../pricing/index.ts'

/**
 * What the tier of a charge would come to on all energy of the customer, over the window of the finding it rests
 * on. Null when no tier applies.
 */
export const estimateFor = async (
  db: Db,
  customerId: string,
  { tier, windowFrom, day, attributableKwh }: Charge,
): Promise<SurchargeEstimate | null> => {
  if (!tier) return null
  const [from, to] = [parseDay(windowFrom), parseDay(day)]
  const row = await db
    .selectFrom('feature')
    .where('customer_id', '=', customerId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .select(({ fn }) => [fn.sum<number>('kwh').as('kwh'), fn.count<number>('day').distinct().as('days')])
    .executeTakeFirst()
  const energy = { kwh: Number(row?.kwh ?? 0), days: Number(row?.days ?? 0) }
  return estimateSurcharge({ ...energy, from, to, yuanPerKwh: tier.yuanPerKwh, attributableKwh })
}
