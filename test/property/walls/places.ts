import type { Account } from '../../../schemas/account.ts'
import { dayText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'

/** What every text has that is the house's own, so that no government and nobody of pricing reads it. */
export const HOUSE = 'WALL-HOUSE'

export const FIRST = dayText(MONDAY - 40)
export const LAST = dayText(MONDAY + 10)
export const [NORTH, SOUTH] = ['500107', '500106']

/** Two supply units and two districts. */
export const PLACES = [
  { name: 'A', unit: 'U1', district: NORTH, state: 'reported', department: '' },
  { name: 'B', unit: 'U1', district: NORTH, state: 'to-check', department: '' },
  { name: 'C', unit: 'U2', district: SOUTH, state: 'reported', department: 'prices' },
  { name: 'D', unit: 'U2', district: NORTH, state: 'closed', department: 'industry' },
  { name: 'E', unit: 'U1', district: SOUTH, state: 'to-review', department: '' },
  { name: 'F', unit: 'U2', district: SOUTH, state: 'to-check', department: '' },
  { name: 'G', unit: 'U1', district: NORTH, state: 'answered', department: '' },
  // Merged into G, and told to another district than that.
  { name: 'H', unit: 'U1', district: SOUTH, state: 'merged', department: '' },
  { name: 'I', unit: 'U1', district: NORTH, state: 'by-hand', department: '' },
] as const

export type PlaceOfCase = (typeof PLACES)[number]

/** Opens by hand, submits, proposes outcomes and has the cases: districts learn of none of it who did it. */
export const INSIDER = person(`${HOUSE}-analyst`, 'analyst')
export const ANALYST = person('all-analyst', 'analyst')
export const REVIEWER = person('all-reviewer', 'reviewer')
export const COUNTY = person('north', 'district', { districtCode: NORTH })
export const OPERATOR = person('operator', 'operator')
export const SUPERVISOR = person('supervisor', 'supervisor')

/** Somebody of each role, within walls and without. */
export const PEOPLE: readonly Account[] = [
  ANALYST,
  REVIEWER,
  INSIDER,
  person('u1-analyst', 'analyst', { supplyUnits: ['U1'] }),
  person('u2-analyst', 'analyst', { supplyUnits: ['U2'] }),
  person('no-unit-analyst', 'analyst', { supplyUnits: [] }),
  person('u1-reviewer', 'reviewer', { supplyUnits: ['U1'] }),
  person('u1-u3-reviewer', 'reviewer', { supplyUnits: ['U1', 'U3'] }),
  SUPERVISOR,
  person('auditor', 'auditor'),
  OPERATOR,
  person('pricing', 'pricing'),
  COUNTY,
  person('north-industry', 'district', { districtCode: NORTH, department: 'industry' }),
  person('south', 'district', { districtCode: SOUTH }),
  person('south-industry', 'district', { districtCode: SOUTH, department: 'industry' }),
  person('nowhere', 'district'),
]

/** Stands in the full name and in the token of one person alone. */
export const ownMark = ({ name }: Account): string => `WALL-OWN-(${name})`

export const textOf = ({ name }: { readonly name: string }): string => `WALL-TEXT-${name}`

/** The point of A once was another's, who knows it. */
export const pointOf = (name: string): string => (name === 'A' ? 'P-SHARED' : `WALL-REGISTRY-${name}-P`)

export const customerOf = (name: string): string => `WALL-REGISTRY-${name}-C`

export const meterOf = ({ name, unit, district }: PlaceOfCase, change: Partial<Meter> = {}): Meter => {
  const mark = `WALL-REGISTRY-${name}`
  return meter({
    meterId: `${mark}-M`,
    pointId: pointOf(name),
    customerId: customerOf(name),
    customerName: `${mark} 有限公司`,
    transformerId: `${mark}-T`,
    address: `${mark} 路 1 号`,
    supplyUnit: unit,
    districtCode: district,
    ...change,
  })
}
