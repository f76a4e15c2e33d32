import type { Account } from '../../../schemas/account.ts'
import { dayText } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import { NewWatch } from '../../../schemas/watch.ts'
import { type Place, sees, wallOf } from '../../../services/access/index.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { type Office, openOffice } from '../../services/api/office.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'

/** A customer with one point and one case, and where these stand. */
export interface Site {
  readonly name: string
  readonly unit: string
  readonly district: string
  /** What the case has become */
  readonly state: 'to-check' | 'to-review' | 'reported' | 'closed'
  readonly department: string
  readonly caseId: string
  readonly point: string
  readonly customer: string
  readonly place: Place
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

export const FIRST = dayText(MONDAY - 40)
export const LAST = dayText(MONDAY + 10)
const [NORTH, SOUTH] = ['500107', '500106']

const PLACES = [
  { name: 'A', unit: 'U1', district: NORTH, state: 'reported', department: '' },
  { name: 'B', unit: 'U1', district: NORTH, state: 'to-check', department: '' },
  { name: 'C', unit: 'U2', district: SOUTH, state: 'reported', department: 'prices' },
  { name: 'D', unit: 'U2', district: NORTH, state: 'closed', department: 'industry' },
  { name: 'E', unit: 'U1', district: SOUTH, state: 'to-review', department: '' },
  { name: 'F', unit: 'U2', district: SOUTH, state: 'to-check', department: '' },
] as const

/** Somebody of each role, within walls and without. */
const PEOPLE: readonly Account[] = [
  person('all-analyst', 'analyst'),
  person('all-reviewer', 'reviewer'),
  person('u1-analyst', 'analyst', { supplyUnits: ['U1'] }),
  person('u2-analyst', 'analyst', { supplyUnits: ['U2'] }),
  person('no-unit-analyst', 'analyst', { supplyUnits: [] }),
  person('u1-reviewer', 'reviewer', { supplyUnits: ['U1'] }),
  person('u1-u3-reviewer', 'reviewer', { supplyUnits: ['U1', 'U3'] }),
  person('supervisor', 'supervisor'),
  person('auditor', 'auditor'),
  person('operator', 'operator'),
  person('pricing', 'pricing'),
  person('north', 'district', { districtCode: NORTH }),
  person('north-industry', 'district', { districtCode: NORTH, department: 'industry' }),
  person('south', 'district', { districtCode: SOUTH }),
  person('south-industry', 'district', { districtCode: SOUTH, department: 'industry' }),
  person('nowhere', 'district'),
]

const meterOf = ({ name, unit, district }: (typeof PLACES)[number], change: Partial<Meter> = {}): Meter => {
  const mark = `WALL-REGISTRY-${name}`
  return meter({
    meterId: `${mark}-M`,
    pointId: `${mark}-P`,
    customerId: `${mark}-C`,
    customerName: `${mark} 有限公司`,
    transformerId: `${mark}-T`,
    address: `${mark} 路 1 号`,
    supplyUnit: unit,
    districtCode: district,
    ...change,
  })
}

/** Builds it by what really happens: readings are judged, cases open, people move them. The caller closes the office. */
export const buildWorld = async (): Promise<World> => {
  // The customer of F once had the point of A: its name must not come along.
  const [a, f] = [PLACES[0], PLACES[5]]
  const former = meterOf(f, { meterId: 'M-before', pointId: `WALL-REGISTRY-${a.name}-P`, validTo: FIRST })
  const meters = PLACES.map(place => meterOf(place, place === a ? { validFrom: LAST_BEFORE } : {}))
  const office = await openOffice([...meters, former])
  const visitors = await admit(office, PEOPLE)
  await office.station.take(meters.flatMap(({ meterId }, i) => furnaceSamples(meterId, MONDAY, 4, { seed: i + 1 })))
  for (const place of PLACES) await bringTo(office, place)
  await writeBeside(office)
  const sites: Site[] = []
  for (const place of PLACES) sites.push(await siteOf(office, place))
  return { office, sites, visitors }
}

const LAST_BEFORE = dayText(MONDAY - 39)

/** Makes accounts with a token each. */
export const admit = async (office: Office, people: readonly Account[]): Promise<Visitor[]> => {
  const made = people.map(withToken)
  const { store } = office.station.ports
  await store.transact(trx => addAccounts(trx, made, office.station.clock.now()))
  return made.map(({ token, ...account }) => ({ account, headers: { authorization: `Bearer ${token}` } }))
}

const customerOf = (name: string): string => `WALL-REGISTRY-${name}-C`

const caseRow = ({ station }: Office, name: string) =>
  station.ports.store.db
    .selectFrom('cases')
    .selectAll()
    .where('customer_id', '=', customerOf(name))
    .executeTakeFirstOrThrow()

const bringTo = async (office: Office, { name, state, department }: (typeof PLACES)[number]): Promise<void> => {
  const { engine, ports } = office.station
  const { id: caseId } = await caseRow(office, name)
  const text = `WALL-TEXT-${name}`
  const move = async (action: 'submit' | 'release', actor: Account) => {
    const moved = await engine.carryOut({ name: 'move', body: { caseId, action, reason: text }, actor })
    if ('refused' in moved) throw new Error(moved.refused.detail)
  }
  if (state !== 'to-check') await move('submit', PEOPLE[0]!)
  if (state === 'reported' || state === 'closed') await move('release', PEOPLE[1]!)
  if (state === 'closed') await answer(office, caseId, text)
  await ports.store.db.updateTable('cases').set({ department }).where('id', '=', caseId).execute()
}

const answer = async ({ station: { engine } }: Office, caseId: string, note: string): Promise<void> => {
  const outcome = { outcome: 'confirmed', cause: null, note, inspectedOn: null, metRunning: null } as const
  const body = { caseId, signature: 'induction-furnace', outcome } as const
  const answered = await engine.carryOut({ name: 'outcome', body, actor: PEOPLE[1]! })
  if ('refused' in answered) throw new Error(answered.refused.detail)
}

/** What else may stand somewhere: watches, endpoints with an address that is a secret, attempts, a correction, rejects. */
const writeBeside = async ({ station }: Office): Promise<void> => {
  const { engine, ports } = station
  for (const districtCode of [NORTH, SOUTH]) {
    await engine.putEndpoint({ districtCode, url: `https://d.example/WALL-SECRET-${districtCode}` })
  }
  for (const { id, district_code } of await ports.store.db.selectFrom('outbox').selectAll().execute()) {
    const url = `https://d.example/WALL-SECRET-${district_code}`
    const attempt = { number: 1, atMs: station.clock.now(), url, status: 500, error: null, durationMs: 3 }
    await engine.recordAttempt({ alertId: id, status: 'waiting', attempt, nextAttemptAtMs: station.clock.now() })
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
    const reject = { id: note, reason: 'unknown-meter', detail: note, raw: note } as const
    await engine.append(null, [{ ...reject, layout: null } as never], note)
  }
  await engine.settle()
}

const siteOf = async (office: Office, place: (typeof PLACES)[number]): Promise<Site> => {
  const { db } = office.station.ports.store
  const row = await caseRow(office, place.name)
  const charges = await db.selectFrom('charge').selectAll().where('case_id', '=', row.id).execute()
  const alerts = await db.selectFrom('outbox').select('id').where('case_id', '=', row.id).execute()
  return {
    ...place,
    caseId: row.id,
    point: `WALL-REGISTRY-${place.name}-P`,
    customer: row.customer_id,
    place: { supplyUnit: row.supply_unit, toldDistrict: row.told_district, department: row.department },
    marks: {
      registry: [`WALL-REGISTRY-${place.name}`],
      case: [row.id, ...alerts.map(({ id }) => id)],
      text: [`WALL-TEXT-${place.name}`, row.number, ...charges.map(({ finding_id }) => finding_id)],
    },
  }
}

/** Texts that must never reach somebody. */
export const hiddenFrom = (account: Account, sites: readonly Site[]): string[] => {
  const secrets = account.role === 'district' ? ['WALL-SECRET'] : []
  if (account.role === 'operator') return sites.flatMap(({ marks }) => marks.text)
  const wall = wallOf(account)
  const behind = sites.filter(({ place }) => !sees(wall, place))
  return [...secrets, ...behind.flatMap(({ marks }) => [...marks.registry, ...marks.case, ...marks.text])]
}
