import type { Account } from '../../schemas/account.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { CustomerPlace } from '../../schemas/tier.ts'
import { customersWithin, type Wall, wallOf, withinWall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { isDecided } from '../pricing/index.ts'
import { ownDistrict } from './places.ts'

/** Of lines in force those that somebody sees. */
export type Sight = (
  rows: readonly { readonly customerId: string; readonly place: CustomerPlace | null }[],
) => Promise<(customerId: string, place: CustomerPlace | null) => boolean>

/**
 * Who sees which customers of the list of a day: pricing, supervisor and auditor all, people of the grid company those
 * of their supply units, a government those that lay in its own district that day and in no other; a department inside
 * it those of whom a case was passed to it, besides.
 */
export const sightOf = (db: Db, account: Account): Sight => {
  const wall = wallOf(account)
  switch (wall.kind) {
    case 'none':
    case 'told':
      return async () => () => true
    case 'nothing':
      return async () => () => false
    case 'district':
      return async rows => {
        const passed = wall.department === '' ? null : await customersWithin(db, wall, idsOf(rows))
        return (customerId, place) =>
          ownDistrict(place) === wall.code && (passed === null || passed.has(customerId))
      }
    case 'supply-units':
      return async rows => {
        const seen = await customersWithin(db, wall, idsOf(rows))
        return customerId => seen.has(customerId)
      }
  }
}

/**
 * Whether somebody may ask for the tier of a customer. Outside the grid company only who is or was on a list, or of whom
 * a case was told, is somebody at all: the registry of the others stays inside. `released` are those of its lines that
 * are at hand; there may be others.
 */
export const seesTier = async (
  db: Db,
  account: Account,
  customerId: string,
  place: CustomerPlace | null,
  released: readonly ReleasedEntry[],
): Promise<boolean> => {
  const wall = wallOf(account)
  if (wall.kind === 'nothing') return false
  if (wall.kind === 'supply-units') return (await customersWithin(db, wall, [customerId])).has(customerId)
  if (wall.kind === 'none' && place !== null) return true
  const isOfOther = wall.kind === 'district' && (ownDistrict(place) !== wall.code || wall.department !== '')
  if (!isOfOther && (released.length > 0 || (await isDecided(db, customerId)))) return true
  return seesCaseOf(db, wall, customerId)
}

const idsOf = (rows: readonly { readonly customerId: string }[]): string[] => [
  ...new Set(rows.map(({ customerId }) => customerId)),
]

const seesCaseOf = async (db: Db, wall: Wall, customerId: string): Promise<boolean> =>
  (await db
    .selectFrom('cases')
    .select('id')
    .where('customer_id', '=', customerId)
    .where(withinWall(wall, 'cases'))
    .limit(1)
    .executeTakeFirst()) !== undefined
