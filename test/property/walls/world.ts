import type { Account } from '../../../schemas/account.ts'
import { dayText, parseDay } from '../../../schemas/day.ts'
import { EndpointBody } from '../../../schemas/endpoint.ts'
import { DEFAULT_PROFILE } from '../../../schemas/profile.ts'
import { NewWatch } from '../../../schemas/watch.ts'
import { isOutside, may, type Place, sees, wallOf } from '../../../services/access/index.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import type { Store } from '../../../services/adapters/store/index.ts'
import { newSecret } from '../../../services/alerts/index.ts'
import { type Office, openOffice } from '../../services/api/office.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { withToken } from '../../support/people.ts'
import { decisionOf, releaseChange } from '../../support/prices.ts'
import { MONDAY } from '../../support/readings.ts'
import { workAtDesk } from './desk.ts'
import {
  customerOf,
  FIRST,
  HOUSE,
  meterOf,
  NORTH,
  ownMark,
  PEOPLE,
  PLACES,
  type PlaceOfCase,
  pointOf,
  REVIEWER,
  SOUTH,
  textOf,
} from './places.ts'

export { FIRST, LAST } from './places.ts'

/** A customer with one point and one case, and where these stand. */
export interface Site {
  readonly name: string
  readonly unit: string
  readonly district: string
  /** What the case has become */
  readonly state: PlaceOfCase['state']
  readonly department: string
  readonly caseId: string
  readonly number: string
  readonly point: string
  readonly customer: string
  readonly place: Place
  /** Of its case: one that is shared with the district, and those that are the house's own */
  readonly sharedFile: string
  readonly houseFiles: readonly string[]
  readonly knownGood: string
  /** Of somebody else */
  readonly token: string
  /** Texts that stand in rows of this site alone: of its registry, its case, and what else is written in the case */
  readonly marks: { readonly registry: string[]; readonly case: string[]; readonly text: string[] }
}

export interface Visitor {
  readonly account: Account
  readonly headers: { readonly authorization: string }
}

/** Two supply units and two districts, with cases in every state in each. */
export interface World {
  readonly office: Office
  readonly sites: readonly Site[]
  readonly visitors: readonly Visitor[]
}

/** Builds it by what really happens: readings are judged, cases open, people move them. The caller closes the office. */
export const buildWorld = async (): Promise<World> => {
  // The customer of F once had the point of A: its name must not come along.
  const [a, f] = [PLACES[0], PLACES[5]]
  const former = meterOf(f, { meterId: 'M-before', pointId: pointOf(a.name), validTo: FIRST })
  const meters = PLACES.map(place => meterOf(place, place === a ? { validFrom: LAST_BEFORE } : {}))
  const office = await openOffice([...meters, former])
  const visitors = await admit(office, PEOPLE)
  const read = meters.filter(({ customerId }) => customerId !== customerOf('I'))
  await office.station.take(
    read.flatMap(({ meterId }, i) => furnaceSamples(meterId, MONDAY, 4, { seed: i + 1 })),
  )
  await workAtDesk(office)
  await putOnList(office)
  await writeBeside(office, visitors[0]!)
  const sites: Site[] = []
  for (const place of PLACES) sites.push(await siteOf(office, place))
  return { office, sites, visitors }
}

/** From the first day of the readings on each customer is on the list, as two people of the pricing staff entered it. */
const putOnList = async ({ station }: Office): Promise<void> => {
  const lines = PLACES.map(({ name }) => ({ customerId: customerOf(name), from: dayText(MONDAY) }))
  await releaseChange(station, { kind: 'decision', decision: decisionOf('示例决〔2026〕1号', lines) })
}

const LAST_BEFORE = dayText(MONDAY - 39)

/** Makes accounts with a token each. */
export const admit = async (office: Office, people: readonly Account[]): Promise<Visitor[]> => {
  const made = people.map(withToken)
  const { store } = office.station.ports
  await store.transact(trx => addAccounts(trx, made, office.station.clock.now()))
  return made.map(({ token, ...account }) => ({ account, headers: { authorization: `Bearer ${token}` } }))
}

/** What else may stand somewhere: watches, endpoints with an address that is a secret, attempts, a correction, rejects. */
const writeBeside = async ({ api, station }: Office, { headers }: Visitor): Promise<void> => {
  const { engine, ports } = station
  for (const districtCode of [NORTH, SOUTH]) {
    const url = `https://d.example/WALL-SECRET-${districtCode}`
    const more = { note: 'WALL-SECRET', secret: newSecret() }
    await engine.carryOut({
      name: 'make-endpoint',
      body: { ...EndpointBody.parse({ districtCode, url }), ...more },
      actor: REVIEWER,
    })
  }
  for (const { alert_id, endpoint_id } of await ports.store.db.selectFrom('delivery').selectAll().execute()) {
    const url = `https://d.example/WALL-SECRET-${endpoint_id}`
    const attempt = { number: 1, atMs: station.clock.now(), url, status: 500, error: null, durationMs: 3 }
    await engine.recordAttempt({
      ...{ alertId: alert_id, endpointId: endpoint_id },
      status: 'waiting',
      attempt,
      nextAttemptAtMs: station.clock.now(),
    })
  }
  for (const place of PLACES) {
    const note = `WALL-REGISTRY-${place.name}`
    const { customerId, address, transformerId } = meterOf(place)
    const named = [{ customerId }, { address }, { transformerId }]
    const watches = named.map(one => NewWatch.parse({ ...one, document: note, note }))
    await engine.addWatches(watches, 'all-reviewer')
    await engine.importRegistry(
      [meterOf(place, { multiplier: 2, validFrom: dayText(MONDAY + 3) })],
      { replace: false },
      'test',
    )
    const layout = { header: null, profile: DEFAULT_PROFILE }
    await engine.append(null, [{ reason: 'unknown-meter', detail: note, raw: note, layout }], note)
  }
  await engine.settle()
  await findFormer(station.ports.store)
  // The API reads registry and watch anew.
  const payload = `${REGISTRY_HEADER}\n`
  const csv = { ...headers, 'content-type': 'text/csv' }
  await api.inject({ method: 'POST', url: '/v1/registry', headers: csv, payload })
}

const REGISTRY_HEADER =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'

/** A finding of the customer of F while it had the point of A. */
const findFormer = (store: Store): Promise<void> =>
  store.transact(async trx => {
    const row = await trx
      .selectFrom('finding')
      .selectAll()
      .where('customer_id', '=', customerOf('F'))
      .executeTakeFirstOrThrow()
    const body = {
      ...JSON.parse(row.body),
      id: 'former',
      pointId: pointOf('A'),
      day: FIRST,
      windowFrom: FIRST,
    }
    const former = { id: 'former', point_id: pointOf('A'), day: parseDay(FIRST), body: JSON.stringify(body) }
    await trx
      .insertInto('finding')
      .values({ ...row, ...former, current: 1 })
      .execute()
  })

const siteOf = async (office: Office, place: PlaceOfCase): Promise<Site> => {
  const { db } = office.station.ports.store
  const customer = customerOf(place.name)
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('customer_id', '=', customer)
    .executeTakeFirstOrThrow()
  const charges = await db.selectFrom('charge').selectAll().where('case_id', '=', row.id).execute()
  const alerts = await db.selectFrom('outbox').select('id').where('case_id', '=', row.id).execute()
  const files = await db.selectFrom('case_file').selectAll().where('case_id', '=', row.id).execute()
  const entries = db.selectFrom('known_good').select('id').where('customer_id', '=', customer)
  const ofHouse = files.filter(({ name }) => name.includes(HOUSE)).map(({ id }) => id)
  return {
    ...place,
    caseId: row.id,
    number: row.number,
    point: pointOf(place.name),
    customer,
    place: { supplyUnit: row.supply_unit, toldDistrict: row.told_district, department: row.department },
    sharedFile: files.find(({ name }) => name.endsWith('for all.txt'))!.id,
    houseFiles: ofHouse,
    token: await tokenOfOthers(db),
    knownGood: (await entries.executeTakeFirstOrThrow()).id,
    marks: {
      registry: [`WALL-REGISTRY-${place.name}`],
      case: [row.id, ...alerts.map(({ id }) => id)],
      text: [
        ...[textOf(place), row.number, ...charges.flatMap(({ finding_id }) => finding_id || [])],
        ...files.map(({ id }) => id),
      ],
    },
  }
}

const tokenOfOthers = async (db: Store['db']): Promise<string> => {
  const tokens = db.selectFrom('api_token').select('id').where('account', '=', 'analyst')
  return (await tokens.executeTakeFirstOrThrow()).id
}

/**
 * Names of customers that somebody sees because a government put them on the list: the pricing staff all, a government
 * those of its own district. A department of it sees who it was passed a case of, and nobody else.
 */
export const listedFor = (
  { role, districtCode, department }: Account,
  { sites }: Pick<World, 'sites'>,
): string[] => {
  const isSeen = ({ district }: Site): boolean =>
    role === 'pricing' || (role === 'district' && department === '' && district === districtCode)
  return sites.filter(isSeen).flatMap(({ marks }) => marks.registry)
}

/** Texts that must never reach somebody. */
export const hiddenFrom = (account: Account, { sites }: Pick<World, 'sites'>): string[] => {
  const others = may(account, 'accounts.read') ? [] : PEOPLE.filter(({ name }) => name !== account.name)
  const hidden = others.map(ownMark)
  if (account.role === 'operator')
    return [...hidden, ...sites.flatMap(({ marks }) => [...marks.case, ...marks.text])]
  const wall = wallOf(account)
  const secrets = account.role === 'district' ? ['WALL-SECRET'] : []
  const ofHouse = isOutside(account) ? [HOUSE, ...sites.flatMap(({ houseFiles }) => houseFiles)] : []
  const behind = sites.filter(({ place }) => !sees(wall, place))
  const marks = behind.flatMap(one => [...one.marks.registry, ...one.marks.case, ...one.marks.text])
  return [...hidden, ...secrets, ...ofHouse, ...marks]
}
