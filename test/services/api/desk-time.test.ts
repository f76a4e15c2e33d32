import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '../../../schemas/account.ts'
import type { Case } from '../../../schemas/case.ts'
import { dayOf, dayText } from '../../../schemas/day.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person, withToken } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const SUSPECTS = ['A1', 'A2', 'A3']
const METERS = SUSPECTS.map(meterId => meter({ meterId, supplyUnit: 'east' }))
const OPERATOR = withToken(person('Op', 'operator'))
const SUPERVISOR = withToken(person('Chen', 'supervisor'))
const WEST = withToken(person('Zhao', 'analyst', { supplyUnits: ['west'] }))

let office: Office
let tokens: Partial<Record<Role | 'west', string>>

beforeAll(async () => {
  office = await openOffice(METERS)
  const { ports, clock } = office.station
  await ports.store.transact(trx => addAccounts(trx, [OPERATOR, SUPERVISOR, WEST], clock.now()))
  tokens = { operator: OPERATOR.token, supervisor: SUPERVISOR.token, west: WEST.token }
  await office.station.take(furnaceSamples('A1', MONDAY, 4, { seed: 1 }))
})

afterAll(() => office.close())

type Who = 'analyst' | 'reviewer' | 'operator' | 'supervisor' | 'west'

const headersOf = (who: Who) =>
  who === 'analyst' || who === 'reviewer' ? office[who] : { authorization: `Bearer ${tokens[who]}` }
const get = async <T>(url: string, who: Who = 'reviewer'): Promise<T> =>
  (await office.api.inject({ url, headers: headersOf(who) })).json() as T
const send = (method: 'POST' | 'PUT', url: string, who: Who, payload: object = {}) =>
  office.api.inject({ method, url, headers: headersOf(who), payload })
const cases = async () => (await get<{ cases: Case[] }>('/v1/cases')).cases

describe('deadlines over the API', () => {
  it('are shown to everybody, and set by a supervisor alone', async () => {
    const body = { workingDays: 5, reason: 'by the authority' }
    expectProblem(await send('PUT', '/v1/deadlines/to-check', 'analyst', body), 403, 'forbidden')
    expectProblem(await send('PUT', '/v1/deadlines/closed', 'supervisor', body), 400, 'bad-request')
    const wrong = { ...body, workingDays: 61 }
    expectProblem(await send('PUT', '/v1/deadlines/to-check', 'supervisor', wrong), 400, 'bad-request')
    const done = await send('PUT', '/v1/deadlines/to-check', 'supervisor', body)
    expect(done.json()).toMatchObject({ deadline: { workingDays: 5, setBy: 'Chen' } })
    const { deadlines } = await get<{ deadlines: object[] }>('/v1/deadlines', 'operator')
    expect(deadlines).toHaveLength(7)
    expect(deadlines[0]).toMatchObject({ state: 'to-check', workingDays: 5, setBy: 'Chen' })
  })

  it('are followed by the clock, and stand on the overdue board', async () => {
    // 2026-01-01 is a holiday, and three days of it: three working days end on 7 January.
    const [opened] = await cases()
    expect(opened!.dueAt).toBe('2026-01-07T00:00:00+08:00')
    const { engine, clock } = office.station
    clock.set(Date.parse('2026-01-08T09:00:00+08:00'))
    await engine.followDeadlines(clock.now())
    await engine.followDeadlines(clock.now())
    const { entries } = await get<{ entries: { action: string }[] }>(`/v1/cases/${opened!.id}/audit`)
    expect(entries.filter(({ action }) => action === 'escalate')).toHaveLength(1)
    expect(await get('/v1/overdue?by=supplyUnit', 'supervisor')).toMatchObject({
      rows: [
        {
          key: 'east',
          open: 1,
          dueSoon: 0,
          overdue: 1,
          urged: 0,
          oldest: { number: opened!.number, days: 2 },
        },
      ],
    })
    expect(await get('/v1/overdue', 'west')).toEqual({ rows: [] })
    expectProblem(
      await office.api.inject({ url: '/v1/overdue', headers: headersOf('operator') }),
      403,
      'forbidden',
    )
  })
})

describe('release switches over the API', () => {
  it('are set by an operator, and release with the submission', async () => {
    const url = '/v1/release-switches/500107/red'
    const body = { on: true, reason: 'agreed' }
    expectProblem(await send('PUT', url, 'supervisor', body), 403, 'forbidden')
    expect((await send('PUT', url, 'operator', body)).json()).toMatchObject({ switch: { on: true } })
    const [opened] = await cases()
    const moved = await send('POST', `/v1/cases/${opened!.id}/submit`, 'analyst', { reason: 'seen' })
    expect(moved.json()).toMatchObject({ case: { state: 'reported' }, alertId: expect.any(String) })
    await send('PUT', url, 'operator', { on: false, reason: 'enough' })
    expect(await get('/v1/release-switches')).toMatchObject({
      switches: [{ district: '500107', level: 'red', on: false, by: 'Op' }],
      history: [{ on: false }, { on: true }],
    })
  })
})

describe('a dismissal over the API', () => {
  it('is over as soon as the registry says otherwise of the customer', async () => {
    const [opened] = await cases()
    const url = `/v1/cases/${opened!.id}/charges/induction-furnace/outcome`
    const dismissed = { outcome: 'dismissed', cause: 'other-lawful-load', note: 'a licence is on the way' }
    expectProblem(
      await send('POST', url, 'reviewer', { ...dismissed, holdUntil: '2030-01-01' }),
      400,
      'bad-request',
    )
    expect((await send('POST', url, 'reviewer', dismissed)).json()).toMatchObject({
      case: { state: 'closed' },
      outcome: { holdUntil: '2027-01-08' },
    })
    await office.station.engine.settle()
    expect((await cases()).map(({ state }) => state)).toEqual(['closed'])
    const changed = METERS.map(one => (one.meterId === 'A1' ? { ...one, address: '建设路 1 号' } : one))
    await office.station.engine.importRegistry(changed, { replace: false }, 'test')
    await office.station.engine.settle()
    const next = (await cases()).find(({ state }) => state === 'to-check')!
    expect(await get(`/v1/cases/${next.id}`)).toMatchObject({
      charges: [{ former: [{ number: opened!.number, why: 'registry-changed' }] }],
      knownGood: [],
    })
  })
})

describe('the known-good list over the API', () => {
  it('takes two people, previews what it hides, and says of findings that it does', async () => {
    const today = dayOf(office.station.clock.now())
    const entry = {
      customerId: 'C-A2',
      signature: null,
      owner: '区经信委',
      reason: 'trial melts',
      document: '渝经信函〔2026〕1号',
      until: dayText(today + 30),
    }
    expectProblem(await send('POST', '/v1/known-good', 'supervisor', entry), 403, 'forbidden')
    expectProblem(await send('POST', '/v1/known-good', 'west', entry), 404, 'not-found')
    expectProblem(await send('POST', '/v1/known-good/preview', 'west', entry), 404, 'not-found')
    const { id } = (await send('POST', '/v1/known-good', 'analyst', entry)).json().knownGood as { id: string }
    expectProblem(await send('POST', `/v1/known-good/${id}/release`, 'analyst'), 403, 'forbidden')
    expect((await send('POST', `/v1/known-good/${id}/release`, 'reviewer')).statusCode).toBe(200)
    await office.station.take(
      SUSPECTS.slice(1).flatMap((m, i) => furnaceSamples(m, MONDAY, 4, { seed: i + 2 })),
    )
    expect((await cases()).map(({ customerId }) => customerId)).not.toContain('C-A2')
    const preview = (await send('POST', '/v1/known-good/preview', 'analyst', entry)).json()
    expect(preview).toMatchObject({ to: dayText(today), findings: [], cases: [] })
    const found = await get<{ findings: { held: string | null; score: number }[] }>('/v1/findings?point=A2')
    expect(found.findings.some(({ held }) => held === 'known-good')).toBe(true)
    expect(await get('/v1/status')).toMatchObject({ heldFindings: expect.any(Number) })
    expect(await get('/v1/known-good?state=active')).toMatchObject({ knownGood: [{ id }], next: null })
    expect(await get('/v1/known-good', 'west')).toEqual({ knownGood: [], next: null })
    expectProblem(await send('POST', `/v1/known-good/${id}/end`, 'analyst'), 400, 'bad-request')
    await send('POST', `/v1/known-good/${id}/end`, 'analyst', { reason: 'trial is over' })
    await office.station.engine.settle()
    expect((await cases()).map(({ customerId }) => customerId)).toContain('C-A2')
  })

  it('lets findings up again by the clock when an entry has run out', async () => {
    const { engine, clock } = office.station
    const until = dayOf(clock.now()) + 2
    const body = {
      ...{ customerId: 'C-A3', signature: null, owner: 'x', reason: 'y', document: 'z' },
      until: dayText(until),
    }
    // A3 has an open case: it goes on, and is not hidden.
    await send('POST', '/v1/known-good', 'analyst', body)
    await send('POST', '/v1/known-good/known-good-000002/release', 'reviewer')
    await engine.settle()
    const own = (await cases()).filter(({ customerId }) => customerId === 'C-A3')
    expect(own.map(({ state }) => state)).toEqual(['to-check'])
    clock.set(clock.now() + 3 * 86_400_000)
    await engine.followDeadlines(clock.now())
    expect(await get('/v1/known-good?state=over')).toMatchObject({ knownGood: [{ customerId: 'C-A3' }] })
  })
})
