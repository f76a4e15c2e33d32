import type { Account } from '../../schemas/account.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { customersWithin, isOutside, wallOf } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { isDecided } from '../pricing/index.ts'
import { jurisdictionsOn } from '../territory/index.ts'
import type { MeteringTree } from './metered.ts'

/**
 * Of customers on the list those whose money somebody reads: inside the grid company whoever sees the customer, of the
 * pricing staff everybody, of a district only those whose own district it is on the day, and of a department inside it
 * those of whom a case was passed to it, besides. What lies nowhere that can be told is no district's.
 */
export const customersPriced = async (
  db: Db,
  tree: MeteringTree,
  account: Account,
  customerIds: readonly string[],
  day: EpochDay,
): Promise<Set<string>> => {
  if (!isOutside(account)) return customersWithin(db, wallOf(account), customerIds)
  if (account.role === 'pricing') return new Set(customerIds)
  const { districtCode, department } = account
  if (districtCode === null) return new Set()
  const places = placesIn(tree)
  const own = customerIds.filter(customerId => places(customerId, day)[0] === districtCode)
  return department === '' ? new Set(own) : customersWithin(db, wallOf(account), own)
}

/** Codes whose rules hold for a customer on a day, the most local first. */
export type Places = (customerId: string, day: EpochDay) => readonly string[]

/** By the district of the customer's points that day; each district's day is looked up once. */
export const placesIn = (tree: MeteringTree): Places => {
  const districts = new Map<string, Map<EpochDay, readonly string[]>>()
  return (customerId, day) => {
    const districtCode = metersOn(tree, customerId, day)[0]?.districtCode ?? ''
    const days = districts.get(districtCode) ?? new Map<EpochDay, readonly string[]>()
    districts.set(districtCode, days)
    const codes = days.get(day) ?? jurisdictionsOn(districtCode, day).codes
    days.set(day, codes)
    return codes
  }
}

/** What speaks for the points of a customer on a day. */
export const metersOn = ({ pointsOf, atPoint }: MeteringTree, customerId: string, day: EpochDay) =>
  [...pointsOf(customerId)].flatMap(pointId => {
    const meter = atPoint(pointId, day)
    return meter?.customerId === customerId ? [meter] : []
  })

/** Whether somebody reads the bill of one customer. */
export const readsBill = async (
  db: Db,
  tree: MeteringTree,
  account: Account,
  customerId: string,
  day: EpochDay,
): Promise<boolean> => {
  if (isOutside(account) && !(await isDecided(db, customerId))) return false
  return (await customersPriced(db, tree, account, [customerId], day)).has(customerId)
}
