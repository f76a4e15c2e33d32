import type { ExpressionBuilder, ExpressionWrapper, SqlBool } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** Which rows somebody sees. One wall stands around cases, points, files, events, exports and search alike. */
export type Wall =
  | { readonly kind: 'none' }
  | { readonly kind: 'supply-units'; readonly units: readonly string[] }
  /** What the district was told; inside a department only what was passed to it (empty: the whole district) */
  | { readonly kind: 'district'; readonly code: string; readonly department: string }
  /** Cases that some district was told of */
  | { readonly kind: 'told' }
  | { readonly kind: 'nothing' }

/** What of a case the wall looks at. */
export interface Place {
  readonly supplyUnit: string
  /** null until a district was told */
  readonly toldDistrict: string | null
  readonly department: string
}

export const wallOf = ({ role, supplyUnits, districtCode, department }: Account): Wall => {
  switch (role) {
    case 'analyst':
    case 'reviewer':
      return supplyUnits === null ? { kind: 'none' } : { kind: 'supply-units', units: supplyUnits }
    case 'supervisor':
    case 'auditor':
      return { kind: 'none' }
    case 'district':
      return districtCode === null
        ? { kind: 'nothing' }
        : { kind: 'district', code: districtCode, department }
    case 'pricing':
      return { kind: 'told' }
    case 'operator':
      return { kind: 'nothing' }
  }
}

/** Whether a case at that place is seen from behind the wall. */
export const sees = (wall: Wall, place: Place): boolean => {
  switch (wall.kind) {
    case 'none':
      return true
    case 'supply-units':
      return wall.units.includes(place.supplyUnit)
    case 'district':
      return (
        place.toldDistrict === wall.code && (wall.department === '' || wall.department === place.department)
      )
    case 'told':
      return place.toldDistrict !== null
    case 'nothing':
      return false
  }
}

type Walled = 'cases' | 'event'

/** The same as a condition on rows of `cases` or of `event`. */
export const withinWall =
  <T extends Walled>(wall: Wall, table: T) =>
  (eb: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const on = eb as unknown as ExpressionBuilder<Tables, 'cases'>
    const column = <C extends 'supply_unit' | 'told_district' | 'department'>(name: C) =>
      `${table}.${name}` as `cases.${C}`
    const condition = conditionOf(wall, on, column)
    return condition as unknown as ExpressionWrapper<Tables, T, SqlBool>
  }

const conditionOf = (
  wall: Wall,
  eb: ExpressionBuilder<Tables, 'cases'>,
  column: <C extends 'supply_unit' | 'told_district' | 'department'>(name: C) => `cases.${C}`,
) => {
  switch (wall.kind) {
    case 'none':
      return eb.and([])
    case 'supply-units':
      return eb.and([eb(column('supply_unit'), 'in', [...wall.units])])
    case 'district': {
      const told = eb(column('told_district'), '=', wall.code)
      return wall.department === ''
        ? eb.and([told])
        : eb.and([told, eb(column('department'), '=', wall.department)])
    }
    case 'told':
      return eb.and([eb(column('told_district'), 'is not', null)])
    case 'nothing':
      return eb.or([])
  }
}

/** Whether a case is seen from behind the wall; of one that is not nobody learns whether it exists. */
export const seesCase = async (db: Db, wall: Wall, caseId: string): Promise<boolean> =>
  (await db
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where(withinWall(wall, 'cases'))
    .executeTakeFirst()) !== undefined

/**
 * Whether a metering point is seen: by its newest entry in the registry from behind supply units, from a district when
 * the customer that has it now has a case there that is seen.
 */
export const seesPoint = async (db: Db, wall: Wall, pointId: string): Promise<boolean> =>
  wall.kind === 'none' || (await pointsWithin(db, wall, [pointId])).has(pointId)

const IDS_PER_QUERY = 500

/** Of some points those that are seen. */
export const pointsWithin = async (db: Db, wall: Wall, points: readonly string[]): Promise<Set<string>> => {
  if (wall.kind === 'none') return new Set(points)
  const seen = new Set<string>()
  for (let i = 0; i < points.length; i += IDS_PER_QUERY) {
    const ids = points.slice(i, i + IDS_PER_QUERY)
    for (const { point_id } of await entriesWithin(db, wall, ids)) seen.add(point_id)
  }
  return seen
}

const entriesWithin = (db: Db, wall: Wall, points: readonly string[]) => {
  const newest = db
    .selectFrom('meter')
    .select('point_id')
    .distinct()
    .where('point_id', 'in', points)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('meter as later')
            .select('later.point_id')
            .whereRef('later.point_id', '=', 'meter.point_id')
            .whereRef('later.valid_from', '>', 'meter.valid_from'),
        ),
      ),
    )
  if (wall.kind === 'supply-units') return newest.where('supply_unit', 'in', [...wall.units]).execute()
  return newest
    .where('customer_id', 'in', eb =>
      eb.selectFrom('cases').select('cases.customer_id').where(withinWall(wall, 'cases')),
    )
    .execute()
}
