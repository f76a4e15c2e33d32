import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Criterion, type CriterionView, OpeningPreview } from '../../../schemas/criterion.ts'
import { dayOf, dayText } from '../../../schemas/day.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const SUSPECTS = ['A1', 'A2']
const PERIOD = `from=${dayText(MONDAY)}&to=${dayText(MONDAY + 10)}`

let office: Office
let tomorrow: string

beforeAll(async () => {
  office = await openOffice(SUSPECTS.map(meterId => meter({ meterId })))
  await office.station.take(SUSPECTS.flatMap((id, seed) => furnaceSamples(id, MONDAY, 4, { seed: seed + 1 })))
  tomorrow = dayText(dayOf(office.station.clock.now()) + 1)
})

afterAll(() => office.close())

const get = async <T>(url: string): Promise<T> =>
  (await office.api.inject({ url, headers: office.analyst })).json() as T

const post = (url: string, who: 'analyst' | 'reviewer', payload: object = {}) =>
  office.api.inject({ method: 'POST', url, headers: office[who], payload })

const TRIAL = { signature: 'induction-furnace', yellowFrom: 0.9999, orangeFrom: 0.9999, redFrom: 1 }

describe('criteria', () => {
  it('are tried, proposed, previewed and released by two people', async () => {
    const tried = await post(`/v1/criteria/preview?${PERIOD}`, 'analyst', TRIAL)
    const preview = OpeningPreview.parse(tried.json())
    expect(preview).toMatchObject({ opens: 0, opensNoLonger: 2, byDistrict: [{ districtCode: '500107' }] })
    const proposed = await post('/v1/criteria', 'analyst', { ...TRIAL, validFrom: tomorrow, reason: 'try' })
    const { id } = Criterion.parse(proposed.json().criterion)
    expect(await get(`/v1/criteria/${id}/preview?${PERIOD}`)).toEqual(preview)
    expectProblem(await post(`/v1/criteria/${id}/release`, 'analyst'), 403, 'forbidden')
    expect((await post(`/v1/criteria/${id}/release`, 'reviewer')).json()).toMatchObject({
      criterion: { state: 'released', proposedBy: 'analyst', releasedBy: 'reviewer', validFrom: tomorrow },
    })
    const { criteria } = await get<{ criteria: CriterionView[] }>('/v1/criteria')
    expect(criteria.find(one => one.id === id)).toMatchObject({ auditWhole: true, closeBelow: 0.8999 })
  })

  it('are refused where they make no sense, or no longer can', async () => {
    const wrong = { ...TRIAL, validFrom: tomorrow, reason: 'try', yellowFrom: 1 }
    expectProblem(await post('/v1/criteria', 'analyst', wrong), 400, 'bad-request')
    expectProblem(await post('/v1/criteria', 'analyst', { ...wrong, yellowFrom: 0.4 }), 400, 'bad-request')
    expectProblem(await post('/v1/criteria/x/release', 'reviewer'), 404, 'not-found')
    expectProblem(
      await office.api.inject({ url: `/v1/criteria/x/preview?${PERIOD}`, headers: office.analyst }),
      404,
      'not-found',
    )
    const backwards = '/v1/criteria/preview?from=2024-05-02&to=2024-05-01'
    expectProblem(await post(backwards, 'analyst', TRIAL), 400, 'bad-request')
  })
})

describe('detector versions', () => {
  it('are shown, and an active one cannot be proposed', async () => {
    const { versions } = await get<{ versions: { signature: string; version: string; state: string }[] }>(
      '/v1/detectors',
    )
    expect(versions.length).toBeGreaterThanOrEqual(2)
    for (const { signature, version, state } of versions) {
      expect(state).toBe('active')
      const url = `/v1/detectors/${signature}/${version}`
      expectProblem(await post(`${url}/propose`, 'analyst', { reason: 'x' }), 409, 'wrong-state')
      expect(await get(`${url}/preview?${PERIOD}`)).toMatchObject({ opens: 0, opensNoLonger: 0 })
    }
    expectProblem(await post('/v1/detectors/crypto-mining/none/release', 'reviewer'), 404, 'not-found')
    expect((await get<{ notices: object[] }>('/v1/status')).notices).toEqual([])
  })
})

describe('outcomes', () => {
  it('close a case and come to the board', async () => {
    const { cases } = await get<{ cases: { id: string; customerId: string }[] }>('/v1/cases')
    const [first, second] = cases
    const outcomeUrl = (id: string) => `/v1/cases/${id}/charges/induction-furnace/outcome`
    const dismissed = { outcome: 'dismissed', cause: 'licensed-process', note: '持证' }
    expectProblem(await post(outcomeUrl(first!.id), 'reviewer', dismissed), 409, 'wrong-state')
    await post(outcomeUrl(first!.id), 'analyst', dismissed)
    expect((await post(outcomeUrl(first!.id), 'reviewer', dismissed)).json()).toMatchObject({
      case: { state: 'closed' },
      outcome: { final: true, cause: 'licensed-process' },
    })
    await post(`/v1/cases/${second!.id}/submit`, 'analyst', { reason: 'seen' })
    await post(`/v1/cases/${second!.id}/release`, 'reviewer')
    const confirmed = { outcome: 'confirmed', note: '现场查实', inspectedOn: '2025-12-31', metRunning: true }
    expect((await post(outcomeUrl(second!.id), 'reviewer', confirmed)).statusCode).toBe(200)

    const shown = await get<object>(`/v1/cases/${first!.id}`)
    expect(shown).toMatchObject({
      state: 'closed',
      charges: [
        {
          criterion: { id: 'built-in-induction-furnace', yellowFrom: 0.7 },
          expectation: { en: expect.stringMatching(/^Level/) },
          standing: { state: 'active' },
          outcomes: [{ final: false }, { final: true }],
          hold: { until: expect.any(String) },
        },
      ],
    })
    expect(await get('/v1/cases?state=closed')).toMatchObject({ cases: [{}, {}] })
    expect(await get('/v1/status')).toMatchObject({ openCases: 0 })

    const today = dayText(dayOf(office.station.clock.now()))
    const board = `/v1/board?from=${today}&to=${today}`
    expect(await get(`${board}&by=district`)).toMatchObject({
      rows: [
        {
          key: '500107',
          confirmed: 1,
          dismissed: 1,
          of: 2,
          precision: 0.5,
          byCause: { 'licensed-process': 1 },
        },
      ],
    })
    expect(await get(`${board}&by=month`)).toMatchObject({ rows: [{ key: today.slice(0, 7), of: 2 }] })
    const csv = await office.api.inject({
      url: board.replace('board', 'board/export'),
      headers: office.analyst,
    })
    expect(csv.payload.split('\n')[0]).toMatch(/^key,confirmed,of,precision,lower,upper,/)
    const { criteria } = await get<{ criteria: CriterionView[] }>('/v1/criteria')
    const builtIn = criteria.find(({ id }) => id === 'built-in-induction-furnace')!
    expect(builtIn.levels.reduce((sum, { measured }) => sum + measured.of, 0)).toBe(2)
  })
})
