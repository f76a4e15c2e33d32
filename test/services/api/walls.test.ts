import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../schemas/case.ts'
import { dayText } from '../../../schemas/day.ts'
import { meterOf, PLACES } from '../../property/walls/places.ts'
import { admit, buildWorld, type Site, type Visitor, type World } from '../../property/walls/world.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { expectProblem } from './expect-problem.ts'

let world: World

beforeAll(async () => {
  world = await buildWorld()
})

afterAll(() => world?.office.close())

const visitor = (name: string): Visitor => world.visitors.find(({ account }) => account.name === name)!
const site = (name: string): Site => world.sites.find(one => one.name === name)!

const ask = (name: string, url: string, headers: Record<string, string> = {}) =>
  world.office.api.inject({ url, headers: { ...headers, ...visitor(name).headers } })

const post = (name: string, url: string, payload: object | string, headers = {}) =>
  world.office.api.inject({
    method: 'POST',
    url,
    payload,
    headers: { ...headers, ...visitor(name).headers },
  })

/** What is on record of refused attempts of somebody. */
const refusedOf = async (actor: string): Promise<{ action: AuditEntry['action']; detail: object }[]> => {
  const rows = await world.office.station.ports.store.db
    .selectFrom('audit')
    .select(['action', 'detail'])
    .where('case_id', '=', 'desk')
    .where('actor', '=', actor)
    .orderBy('sequence')
    .execute()
  return rows.map(({ action, detail }) => ({ action, detail: JSON.parse(detail) as object }))
}

describe('who asks', () => {
  it('comes from the token alone, whatever headers, query or body name', async () => {
    const forged = {
      'x-forwarded-user': 'all-analyst',
      'x-user': 'all-analyst',
      'x-remote-user': 'all-analyst',
      'x-role': 'auditor',
      'x-supply-units': 'U2',
      from: 'all-analyst@example.org',
      cookie: 'user=all-analyst',
    }
    const query =
      'actor=all-analyst&name=all-analyst&role=auditor&supplyUnits=U2&supplyUnits=&districtCode=500106'
    const plain = await ask('u1-analyst', '/v1/cases?limit=500')
    expect((await ask('u1-analyst', `/v1/cases?limit=500&${query}`, forged)).json()).toEqual(plain.json())
    expectProblem(await ask('u1-analyst', `/v1/cases/${site('C').caseId}?${query}`, forged), 404, 'not-found')
    const account = person('all-analyst', 'analyst')
    const body = { reason: 'seen', actor: 'all-analyst', role: 'analyst', supplyUnits: null, account }
    const moved = await post('u1-analyst', `/v1/cases/${site('F').caseId}/submit`, body, forged)
    expectProblem(moved, 404, 'not-found')
    const urged = await post('supervisor', `/v1/cases/${site('B').caseId}/submit`, body, forged)
    expectProblem(urged, 403, 'forbidden')
  })
})

describe('a supervisor', () => {
  it('submits, returns, releases nothing and records no outcome', async () => {
    const outcome = { outcome: 'confirmed', note: 'seen' }
    for (const [name, rest, body] of [
      ['B', 'submit', { reason: 'seen' }],
      ['E', 'return', { reason: 'seen' }],
      ['E', 'release', {}],
      ['A', 'charges/induction-furnace/outcome', outcome],
      ['B', 'charges/induction-furnace/outcome', outcome],
    ] as const) {
      for (const who of ['supervisor', 'north', 'south']) {
        const answer = await post(who, `/v1/cases/${site(name).caseId}/${rest}`, body)
        expect([403, 404]).toContain(answer.statusCode)
        if (who === 'supervisor') expectProblem(answer, 403, 'forbidden')
      }
    }
  })
})

describe('a refused attempt', () => {
  it('is on record, once a minute with how many there were between', async () => {
    const { clock } = world.office.station
    const { headers } = (await admit(world.office, [person('curious', 'pricing')]))[0]!
    const knock = () => world.office.api.inject({ url: '/v1/cases/some-case/audit', headers })
    for (let i = 0; i < 5; i++) expectProblem(await knock(), 403, 'forbidden')
    clock.set(clock.now() + 60_000)
    await knock()
    const attempted = 'GET /v1/cases/:id/audit'
    expect(await refusedOf('curious')).toEqual([
      { action: 'refused', detail: { attempted, code: 'forbidden', id: 'some-case', unwritten: 0 } },
      { action: 'refused', detail: { attempted, code: 'forbidden', id: 'some-case', unwritten: 4 } },
    ])
  })

  it('of what stands behind the wall is on record as one of what is not there', async () => {
    const [account] = await admit(world.office, [person('walled', 'analyst', { supplyUnits: ['U1'] })])
    const look = (url: string) => world.office.api.inject({ url, headers: account!.headers })
    const { caseId, point } = site('F')
    await look(`/v1/cases/${caseId}`)
    await look('/v1/cases/none/verify')
    await look(`/v1/points/${point}/curve?from=2024-05-06&to=2024-05-07`)
    expect((await refusedOf('walled')).map(({ detail }) => detail)).toEqual([
      { attempted: 'GET /v1/cases/:id', code: 'not-found', id: caseId, unwritten: 0 },
      { attempted: 'GET /v1/cases/:id/verify', code: 'not-found', id: 'none', unwritten: 0 },
      { attempted: 'GET /v1/points/:point/curve', code: 'not-found', id: point, unwritten: 0 },
    ])
  })
})

describe('a district', () => {
  const sum = async (name: string, point: string, from: number, to: number) =>
    ask(name, `/v1/points/${point}/days?from=${dayText(MONDAY + from)}&to=${dayText(MONDAY + to)}`)

  it('sees a curve from 35 days before the first charge on, and nothing before', async () => {
    const { point } = site('C')
    const all = (await sum('all-analyst', point, -100, 10)).json()
    expect(all.days.length).toBeGreaterThan(0)
    expect((await sum('south', point, -100, 10)).json()).toEqual(all)
    expect((await sum('south', point, -100, -60)).json()).toEqual({ pointId: point, days: [] })
    expectProblem(await sum('north', point, -100, 10), 404, 'not-found')
  })

  it('is told of its deliveries without what an address may hide', async () => {
    const { alerts } = (await ask('north', '/v1/alerts')).json()
    const cases = new Set(alerts.map((one: { caseId: string }) => one.caseId))
    expect([...cases].sort()).toEqual(['A', 'D', 'G', 'I'].map(name => site(name).caseId).sort())
    expect(alerts[0].deliveries[0].attempts[0].url).toBe('https://d.example')
    const { endpoints } = (await ask('north', '/v1/endpoints')).json()
    expect(endpoints).toMatchObject([
      { id: 'endpoint-000001', districtCode: '500107', url: 'https://d.example', note: '', createdBy: '' },
    ])
    expect((await ask('north', '/v1/endpoints/endpoint-000001')).json()).toMatchObject({
      endpoint: endpoints[0],
      waiting: 5,
      attempts: Array.from({ length: 5 }, () => ({ url: 'https://d.example', status: 500 })),
    })
    expectProblem(await ask('north', '/v1/endpoints/endpoint-000002'), 404, 'not-found')
    // A department has none of its own, and sees none of the whole district's.
    expect((await ask('north-industry', '/v1/endpoints')).json().endpoints).toEqual([])
    expectProblem(await ask('north-industry', '/v1/endpoints/endpoint-000001'), 404, 'not-found')
  })

  it('shows an analyst of an endpoint the deliveries of the own supply unit alone', async () => {
    const health = async (name: string) => (await ask(name, '/v1/endpoints/endpoint-000001')).json()
    expect(await health('all-analyst')).toMatchObject({ waiting: 5 })
    const own = await health('u2-analyst')
    expect(own).toMatchObject({ endpoint: { url: 'https://d.example/WALL-SECRET-500107' }, waiting: 2 })
    expect(own.attempts).toHaveLength(2)
  })

  it('is told of the service how many of its own cases are open', async () => {
    expect((await ask('north', '/v1/status')).json()).toEqual({ openCases: 3, alertsWaiting: 5 })
    expect((await ask('north-industry', '/v1/status')).json()).toEqual({ openCases: 0, alertsWaiting: 2 })
    expect((await ask('u1-analyst', '/v1/status')).json()).toMatchObject({ openCases: 5, meters: 10 })
    expect((await ask('operator', '/v1/status')).json()).toMatchObject({ openCases: 7, meters: 10 })
  })

  it('reads no name in an accusation but the customer’s own, as others had the point before', async () => {
    const accusation = async (name: string) =>
      (await ask(name, `/v1/cases/${site('A').caseId}/accusation`)).body
    expect(await accusation('all-analyst')).toContain(site('F').customer)
    for (const name of ['north', 'u1-analyst', 'pricing']) {
      expect(await accusation(name)).not.toContain(site('F').customer)
      expect(await accusation(name)).toContain(site('A').customer)
    }
  })
})

describe('the board', () => {
  it('counts outcomes of the own supply units', async () => {
    const board = async (name: string) =>
      (await ask(name, '/v1/board?from=2024-01-01&to=2026-12-31&by=district')).json().rows
    expect(await board('all-analyst')).toMatchObject([{ key: '500107', confirmed: 1 }])
    expect(await board('u2-analyst')).toEqual(await board('all-analyst'))
    expect(await board('u1-analyst')).toEqual([])
  })
})

describe('a reviewer inside a wall', () => {
  const watch = (body: object) => post('u1-reviewer', '/v1/watch', { document: '红牌 7', ...body })

  it('watches only what is seen, and learns of nobody else whether there is one', async () => {
    const [own, other] = [site('B'), site('F')]
    expect((await watch({ customerId: own.customer })).statusCode).toBe(200)
    expect((await watch({ pointId: own.point })).statusCode).toBe(200)
    expect((await watch({ address: 'WALL-REGISTRY-B 路 1 号' })).statusCode).toBe(200)
    const refused = [
      { customerId: other.customer },
      { customerId: 'nobody' },
      { pointId: other.point },
      { address: 'WALL-REGISTRY-F 路 1 号' },
      { address: '无人路 1 号' },
      { customerId: own.customer, transformerId: 'WALL-REGISTRY-F-T' },
    ]
    const sentences = new Set<string>()
    for (const body of refused) {
      const answer = await watch(body)
      expectProblem(answer, 400, 'bad-request')
      sentences.add(answer.json().detail)
    }
    expect(sentences.size).toBe(1)
    const list = `document,customer_id\n1,${own.customer}\n1,${other.customer}\n1,nobody\n`
    const read = await post('u1-reviewer', '/v1/watch/import', list, { 'content-type': 'text/csv' })
    const [sentence] = sentences
    expect(read.json()).toMatchObject({
      taken: false,
      faults: [
        { line: 3, detail: sentence },
        { line: 4, detail: sentence },
      ],
    })
  })

  it('ends only a watch that is seen', async () => {
    const { entries } = (await ask('all-reviewer', `/v1/watch?customer=${site('F').customer}`)).json()
    const end = (name: string, id: string) => post(name, `/v1/watch/${id}/end`, { reason: 'gone' })
    const [{ id }] = entries.filter(({ source }: { source: string }) => source === 'person')
    const [hidden, absent] = [await end('u1-reviewer', id), await end('u1-reviewer', 'watch-none')]
    expectProblem(hidden, 404, 'not-found')
    expectProblem(absent, 404, 'not-found')
    expect(hidden.json().detail).toBe(`There is no watch ${id}.`)
    expect((await end('all-reviewer', id)).statusCode).toBe(200)
  })
})

describe('an analyst inside a wall', () => {
  it('merges and splits with no case behind it, and learns of none whether there is one', async () => {
    const { caseId } = site('B')
    for (const [hidden, absent] of [
      [site('F').caseId, 'case-of-nobody'],
      [site('F').number, '2024-99999'],
    ] as const) {
      for (const [action, body] of [
        ['merge', (name: string) => ({ with: [name], reason: 'seen' })],
        ['split', (name: string) => ({ member: name, reason: 'seen' })],
      ] as const) {
        const order = (name: string) => post('u1-analyst', `/v1/cases/${caseId}/${action}`, body(name))
        const [one, other] = [await order(hidden), await order(absent)]
        expectProblem(one, 404, 'not-found')
        expect(one.json().detail.replace(hidden, '…')).toBe(other.json().detail.replace(absent, '…'))
      }
    }
  })

  it('is told of no case of a customer whose other point is of the own supply unit', async () => {
    const { customer, number } = site('B')
    const place = PLACES.find(({ name }) => name === 'B')!
    const second = meterOf(place, { meterId: 'B-second', pointId: 'B-second', supplyUnit: 'U2' })
    await world.office.station.engine.importRegistry([second], { replace: false }, 'test')
    const entry = { owner: 'somebody', reason: 'seen', document: 'one', until: '2026-06-30' }
    const preview = async (name: string) =>
      (await post(name, '/v1/known-good/preview', { customerId: customer, ...entry })).json().cases
    expect(await preview('u1-analyst')).toMatchObject([{ number }])
    expect(await preview('u2-analyst')).toEqual([])
  })
})
