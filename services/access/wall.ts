import type { ExpressionBuilder, ExpressionWrapper, ReferenceExpression, SqlBool } from 'kysely'
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

/** Of who sees everything, and of the program itself. */
export const NO_WALL: Wall = { kind: 'none' }

/**
 * Whether somebody stands outside the grid company: of what a government was told they read how it goes on, and nothing
 * that is the house's own.
 */
export const isOutside = ({ role }: Account): boolean => role === 'district' || role === 'pricing'

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
      return supplyUnits === null ? NO_WALL : { kind: 'supply-units', units: supplyUnits }
    case 'supervisor':
    case 'auditor':
      return NO_WALL
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

/** The same for registry, deliveries and figures of the service, which the operator runs and so sees whole. */
export const serviceWallOf = (account: Account): Wall =>
  account.role === 'operator' ? NO_WALL : wallOf(account)

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
      return among(eb, column('supply_unit'), wall.units)
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

/** PostgreSQL knows no empty list. */
const among = <T extends 'cases' | 'meter'>(
  eb: ExpressionBuilder<Tables, T>,
  column: ReferenceExpression<Tables, T>,
  units: readonly string[],
): ExpressionWrapper<Tables, T, SqlBool> =>
  units.length === 0 ? eb.or([]) : eb.and([eb(column, 'in', units as never)])

/** Entries of the registry that are seen, row by row: a point may have been another supply unit's before. */
export const entryWithin =
  (wall: Wall) =>
  (eb: ExpressionBuilder<Tables, 'meter'>): ExpressionWrapper<Tables, 'meter', SqlBool> => {
    if (wall.kind === 'none') return eb.and([])
    return wall.kind === 'supply-units' ? among(eb, 'meter.supply_unit', wall.units) : eb.or([])
  }

/** Whether a case is seen from behind the wall; of one that is not nobody learns whether it exists. */
export const seesCase = async (db: Db, wall: Wall, caseId: string): Promise<boolean> =>
  (await db
    .selectFrom('cases')
    .select('id')
    .where('id', '=', caseId)
    .where(withinWall(wall, 'cases'))
    .executeTakeFirst()) !== undefined
