import type { ReleasedAssessment } from '../../../schemas/assessment.ts'
import { type EpochDay, parseDay } from '../../../schemas/day.ts'
import type { DecisionEntry, ReleasedEntry } from '../../../schemas/decision.ts'
import { chunks, type Db } from '../../adapters/store/index.ts'
import { loadAssessments, loadEntries, loadRules, type Rules, rulesOf } from '../../pricing/index.ts'
import { loadHolders, type PointHolders } from './holders.ts'

/** What lines of a decision are checked against, as the store stands. */
export interface DecisionGround {
  readonly rules: Rules
  /** Released lines of the customers, and of those whose lines are corrected or ended, by customer */
  readonly released: ReadonlyMap<string, readonly ReleasedEntry[]>
  readonly releasedById: ReadonlyMap<string, ReleasedEntry>
  readonly assessments: ReadonlyMap<string, readonly ReleasedAssessment[]>
  readonly holders: PointHolders
  /** Customers of cases that a district was told of, by the cases' numbers */
  readonly toldCases: ReadonlyMap<string, string>
  /** The code of the district a customer is registered under on a day; undefined: it has none */
  districtOf(customerId: string, day: EpochDay): string | undefined
}

const PER_QUERY = 500

export const loadGround = async (db: Db, entries: readonly DecisionEntry[]): Promise<DecisionGround> => {
  const named = [...new Set(entries.map(({ customerId }) => customerId))]
  const others = await customersOfLines(
    db,
    entries.flatMap(({ entryId }) => entryId ?? []),
  )
  const customers = [...new Set([...named, ...others])]
  const released = await loadEntries(db, customers)
  return {
    rules: rulesOf(await loadRules(db)),
    released,
    releasedById: new Map([...released.values()].flat().map(entry => [entry.id, entry])),
    assessments: await loadAssessments(db, named),
    holders: await loadHolders(
      db,
      entries.flatMap(({ pointIds }) => pointIds),
    ),
    toldCases: await loadToldCases(
      db,
      entries.flatMap(({ caseNumber }) => caseNumber ?? []),
    ),
    districtOf: await loadDistricts(db, named),
  }
}

const customersOfLines = async (db: Db, ids: readonly string[]): Promise<string[]> => {
  const customers: string[] = []
  for (const some of chunks([...new Set(ids)], PER_QUERY)) {
    const rows = await db.selectFrom('decision_entry').select('customer_id').where('id', 'in', some).execute()
    customers.push(...rows.map(({ customer_id }) => customer_id))
  }
  return customers
}

const loadToldCases = async (db: Db, numbers: readonly string[]): Promise<Map<string, string>> => {
  const told = new Map<string, string>()
  for (const some of chunks([...new Set(numbers)], PER_QUERY)) {
    const rows = await db
      .selectFrom('cases')
      .select(['number', 'customer_id'])
      .where('number', 'in', some)
      .where('told_district', 'is not', null)
      .execute()
    for (const { number, customer_id } of rows) told.set(number, customer_id)
  }
  return told
}

/** Of several entries of a customer that hold on a day the one that began last tells where it is. */
const loadDistricts = async (db: Db, customers: readonly string[]): Promise<DecisionGround['districtOf']> => {
  const rows: { customer_id: string; district_code: string; valid_from: number; valid_to: number | null }[] =
    []
  for (const some of chunks(customers, PER_QUERY)) {
    rows.push(
      ...(await db
        .selectFrom('meter')
        .select(['customer_id', 'district_code', 'valid_from', 'valid_to'])
        .where('customer_id', 'in', some)
        .orderBy('valid_from')
        .orderBy('meter_id')
        .execute()),
    )
  }
  const byCustomer = Map.groupBy(rows, ({ customer_id }) => customer_id)
  return (customerId, day) => {
    const own = byCustomer.get(customerId)
    const holding = own?.findLast(
      ({ valid_from, valid_to }) => valid_from <= day && (valid_to === null || day <= valid_to),
    )
    return (holding ?? own?.at(-1))?.district_code
  }
}

/** First and last day of a line as it is written. */
export const daysOf = ({ from, to }: Pick<DecisionEntry, 'from' | 'to'>) => ({
  first: parseDay(from),
  last: to === null ? null : parseDay(to),
})
