import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { CustomerPlace } from '../../schemas/tier.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { LAST_DAY } from '../registry/index.ts'
import { districtName, jurisdictionsOn, NATIONAL } from '../territory/index.ts'

const IDS_PER_QUERY = 500

/** What the registry says of a point of a customer, and on which days, both included. */
interface Held {
  readonly pointId: string
  readonly meterId: string
  readonly isMain: boolean
  readonly from: EpochDay
  readonly to: EpochDay
  readonly customerName: string
  readonly districtCode: string
  readonly supplyUnit: string
  readonly industryCode: string
  readonly industryEdition: '2011' | '2017'
}

/** What the registry ever said of some customers. */
export interface Places {
  /** Where a customer is on a day, of some of its points when they are named; null: it never was anywhere */
  on(customerId: string, day: EpochDay, pointIds?: readonly string[]): CustomerPlace | null
  /** First days of entries, and the days after their last */
  turnsOf(customerId: string): EpochDay[]
}

/** Reads what the registry, as it is now, says of customers. */
export const loadPlaces = async (db: Db, customerIds: readonly string[]): Promise<Places> => {
  const held = new Map<string, Held[]>()
  for (const ids of chunks([...new Set(customerIds)], IDS_PER_QUERY)) {
    for (const row of await entriesOf(db, ids)) {
      const one: Held = {
        pointId: row.point_id,
        meterId: row.meter_id,
        isMain: row.feed === 'main',
        from: row.valid_from,
        // An entry ends at the latest where the next of its meter begins, whoever has that.
        to: Math.min(row.valid_to ?? LAST_DAY, row.next_from === null ? LAST_DAY : Number(row.next_from) - 1),
        customerName: row.customer_name,
        districtCode: row.district_code,
        supplyUnit: row.supply_unit,
        industryCode: row.industry_code,
        industryEdition: row.industry_edition,
      }
      const of = held.get(row.customer_id)
      if (of) of.push(one)
      else held.set(row.customer_id, [one])
    }
  }
  return placesOf(held)
}

const entriesOf = (db: Db, ids: readonly string[]) =>
  db
    .selectFrom('meter')
    .where('customer_id', 'in', ids)
    .select(['customer_id', 'meter_id', 'point_id', 'feed', 'valid_from', 'valid_to', 'customer_name'])
    .select(['district_code', 'supply_unit', 'industry_code', 'industry_edition'])
    .select(({ selectFrom }) =>
      selectFrom('meter as later')
        .whereRef('later.meter_id', '=', 'meter.meter_id')
        .whereRef('later.valid_from', '>', 'meter.valid_from')
        .select(({ fn }) => fn.min('later.valid_from').as('from'))
        .as('next_from'),
    )
    .execute()

const placesOf = (held: ReadonlyMap<string, readonly Held[]>): Places => ({
  on(customerId, day, pointIds = []) {
    const all = held.get(customerId)
    if (!all) return null
    const named = all.filter(({ pointId }) => pointIds.includes(pointId))
    return placeOn(named.length > 0 ? named : all, day)
  },
  turnsOf: customerId => (held.get(customerId) ?? []).flatMap(({ from, to }) => [from, to + 1]),
})

/** Of the entries that hold the main feed's, then the one that began last; else the nearest, the past first. */
const placeOn = (entries: readonly Held[], day: EpochDay): CustomerPlace => {
  const holding = entries.filter(({ from, to }) => from <= day && day <= to)
  if (holding.length > 0) return placeOf(holding.reduce(speaking), day, 'on-day')
  const past = entries.filter(({ to }) => to < day)
  if (past.length === 0) return placeOf(entries.reduce(soonest), day, 'after')
  return placeOf(past.reduce(latest), day, 'before')
}

const speaking = (a: Held, b: Held): Held =>
  (Number(b.isMain) - Number(a.isMain) || b.from - a.from || (b.meterId < a.meterId ? 1 : -1)) > 0 ? b : a

const latest = (a: Held, b: Held): Held => (b.to > a.to ? b : a.to > b.to ? a : speaking(a, b))
const soonest = (a: Held, b: Held): Held => (b.from < a.from ? b : a.from < b.from ? a : speaking(a, b))

const placeOf = (held: Held, day: EpochDay, registry: CustomerPlace['registry']): CustomerPlace => ({
  ...{ customerName: held.customerName, supplyUnit: held.supplyUnit, registry },
  ...{ industryCode: held.industryCode, industryEdition: held.industryEdition },
  ...areaOn(held.districtCode, day),
})

type Area = Pick<CustomerPlace, 'districtCode' | 'districtName' | 'jurisdictions' | 'withoutDistrict'>

/** What was asked for of districts; theirs are few, and of many customers. */
const areas = new Map<string, Area>()
const AREAS_KEPT = 5_000

const areaOn = (code: string, day: EpochDay): Area => {
  const key = `${day} ${code}`
  let area = areas.get(key)
  if (!area) {
    const { codes, withoutDistrict } = jurisdictionsOn(code, day)
    const own = withoutDistrict === null ? codes[0]! : code
    const name = districtName(own, day) ?? null
    area = { districtCode: own, districtName: name, jurisdictions: [...codes], withoutDistrict }
    if (areas.size >= AREAS_KEPT) areas.clear()
    areas.set(key, area)
  }
  return area
}

/** Whose rules hold for who stands nowhere in the registry: those of the country. */
export const jurisdictionsIn = (place: CustomerPlace | null): readonly string[] =>
  place?.jurisdictions ?? [NATIONAL]

/** The district whose a customer is on the day, for the wall: none when none can be told. */
export const ownDistrict = (place: CustomerPlace | null): string | null =>
  place && place.withoutDistrict === null ? place.districtCode : null

/** The plant day of a text, or the one that is given. */
export const dayAsked = (text: string | undefined, today: EpochDay): EpochDay =>
  text === undefined ? today : parseDay(text)
