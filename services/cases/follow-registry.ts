import { dayOf, type EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { noteSuspicions } from './note-suspicions.ts'
import { findCaseOf } from './queries.ts'

const CUSTOMERS_PER_QUERY = 500

/**
 * Carries names, districts, supply units and industries, as the registry has them now, to the cases of the customers of `meters`, as long as
 * these wait to be checked; what a reviewer looks at, or a government was told, stays as it is. Puts down the charges of
 * who is in another district now, for other local rules may hold there; answers whether there were any.
 */
export const followRegistry = async (trx: Db, meters: readonly Meter[], nowMs: number): Promise<boolean> => {
  let isAny = false
  const moved = movedIn(meters)
  const customers = [...new Set(meters.map(({ customerId }) => customerId))]
  for (const chunk of chunks(customers, CUSTOMERS_PER_QUERY)) {
    const rows = await trx
      .selectFrom('cases')
      .select('customer_id')
      .where('state', 'in', ['to-check', 'on-site'])
      .where('customer_id', 'in', chunk)
      .execute()
    for (const { customer_id } of rows) {
      await follow(trx, customer_id, nowMs)
      if (!moved.has(customer_id)) continue
      await suspectAll(trx, customer_id)
      isAny = true
    }
  }
  return isAny
}

/** Customers of whom entries, old and new, name several districts. */
const movedIn = (meters: readonly Meter[]): Set<string> => {
  const districts = Map.groupBy(meters, ({ customerId }) => customerId)
  const moved = [...districts].filter(([, entries]) => new Set(entries.map(one => one.districtCode)).size > 1)
  return new Set(moved.map(([customerId]) => customerId))
}

const suspectAll = async (trx: Db, customerId: string): Promise<void> => {
  const { charges } = (await findCaseOf(trx, customerId))!
  await noteSuspicions(
    trx,
    charges.map(({ signature }) => ({ customerId, signature })),
  )
}

const follow = async (trx: Db, customerId: string, nowMs: number): Promise<void> => {
  const found = (await findCaseOf(trx, customerId))!
  const customer = (await customerOn(trx, customerId, dayOf(nowMs))) ?? found
  if (PLACE.every(key => found[key] === customer[key])) return
  const { customerName, districtCode, supplyUnit, industryCode } = customer
  await trx
    .updateTable('cases')
    .set({
      customer_name: customerName,
      district_code: districtCode,
      supply_unit: supplyUnit,
      industry_code: industryCode,
      version: found.version + 1,
    })
    .where('id', '=', found.id)
    .execute()
  await recordDeed(trx, {
    caseId: found.id,
    atMs: nowMs,
    actor: 'system',
    action: 'evidence',
    from: found.state,
    to: found.state,
    detail: { customerName, districtCode, supplyUnit, industryCode },
  })
}

const PLACE = ['customerName', 'districtCode', 'supplyUnit', 'industryCode'] as const

/** A customer by the newest of its entries that has begun by a day, else by its first. */
export const customerOn = async (
  trx: Db,
  customerId: string,
  day: EpochDay,
): Promise<Pick<Meter, (typeof PLACE)[number]> | undefined> => {
  const rows = await trx
    .selectFrom('meter')
    .select([...(['customer_name', 'district_code', 'supply_unit', 'industry_code', 'valid_from'] as const)])
    .where('customer_id', '=', customerId)
    .orderBy('valid_from')
    .orderBy('meter_id', 'desc')
    .execute()
  const row = rows.findLast(({ valid_from }) => valid_from <= day) ?? rows[0]
  return (
    row && {
      customerName: row.customer_name,
      districtCode: row.district_code,
      supplyUnit: row.supply_unit,
      industryCode: row.industry_code,
    }
  )
}
