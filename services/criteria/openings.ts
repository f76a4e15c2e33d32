import type { Level } from '../../schemas/case.ts'
import type { OpeningPreview, Thresholds } from '../../schemas/criterion.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import type { Criteria } from './in-force.ts'
import { higher, levelOf } from './level.ts'

const CUSTOMERS_PER_QUERY = 500
const CUSTOMERS_SHOWN = 500

/** Days, both ends included. */
export interface Period {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** The highest score of each customer over days, of those from `atLeast` on. */
export type Highest = (period: Period, atLeast: number) => Promise<ReadonlyMap<string, number>>

/** The highest level of each customer over a period. */
export type Openings = ReadonlyMap<string, Level>

/** Openings by the criteria as they are: level rises with the score, so the highest of each stretch is enough. */
export const openingsBy = async (
  criteria: Criteria,
  signature: Signature,
  { from, to }: Period,
  highest: Highest,
): Promise<Openings> => {
  const starts = [from, ...criteria.changeDays(signature).filter(day => day > from && day <= to)]
  const openings = new Map<string, Level>()
  for (const [i, start] of starts.entries()) {
    const stretch = { from: start, to: (starts[i + 1] ?? to + 1) - 1 }
    const found = await openingsByOne(criteria.at(signature, start), stretch, highest)
    for (const [id, level] of found) openings.set(id, higher(level, openings.get(id) ?? null)!)
  }
  return openings
}

/** Openings if these thresholds held on every day of the period. */
export const openingsByOne = async (
  thresholds: Thresholds,
  period: Period,
  highest: Highest,
): Promise<Openings> => {
  const scores = await highest(period, thresholds.yellowFrom)
  return new Map([...scores].map(([id, score]) => [id, levelOf(score, thresholds)!]))
}

/** What is different between two outcomes of the same period, for people to look at. */
export const compareOpenings = async (
  db: Db,
  signature: Signature,
  { from, to }: Period,
  before: Openings,
  after: Openings,
): Promise<OpeningPreview> => {
  const differing = [...new Set([...before.keys(), ...after.keys()])]
    .filter(id => before.get(id) !== after.get(id))
    .sort()
  const places = await placesOf(db, differing)
  const customers = differing.map(customerId => ({
    customerId,
    customerName: places.get(customerId)?.customer_name ?? '',
    districtCode: places.get(customerId)?.district_code ?? '',
    before: before.get(customerId) ?? null,
    after: after.get(customerId) ?? null,
  }))
  const districts = [...Map.groupBy(customers, ({ districtCode }) => districtCode)].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )
  return {
    from: dayText(from),
    to: dayText(to),
    signature,
    before: byLevel(before),
    after: byLevel(after),
    ...differences(customers),
    byDistrict: districts.map(([districtCode, own]) => ({ districtCode, ...differences(own) })),
    customers: customers.slice(0, CUSTOMERS_SHOWN),
  }
}

const byLevel = (openings: Openings): OpeningPreview['before'] => {
  const counts = { red: 0, orange: 0, yellow: 0 }
  for (const level of openings.values()) counts[level]++
  return counts
}

const differences = (customers: readonly { before: Level | null; after: Level | null }[]) => ({
  opens: customers.filter(({ before }) => before === null).length,
  opensNoLonger: customers.filter(({ after }) => after === null).length,
  changesLevel: customers.filter(({ before, after }) => before !== null && after !== null).length,
})

/** Name and district of customers by the newest of their registry entries. */
const placesOf = async (db: Db, customers: readonly string[]) => {
  const places = new Map<string, { customer_name: string; district_code: string }>()
  for (const chunk of chunks(customers, CUSTOMERS_PER_QUERY)) {
    const rows = await db
      .selectFrom('meter')
      .select(['customer_id', 'customer_name', 'district_code'])
      .where('customer_id', 'in', chunk)
      .orderBy('valid_from')
      .orderBy('meter_id', 'desc')
      .execute()
    for (const row of rows) places.set(row.customer_id, row)
  }
  return places
}
