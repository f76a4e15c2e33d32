import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry, Case } from '../../../schemas/case.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Office, openOffice } from './office.ts'

const SUSPECTS = ['A1', 'A2', 'A3', 'B1', 'B2']
const meters = SUSPECTS.map((meterId, i) => meter({ meterId, districtCode: i < 3 ? '500107' : '500106' }))

let office: Office

beforeAll(async () => {
  office = await openOffice(meters)
  await office.station.take(SUSPECTS.flatMap((id, seed) => furnaceSamples(id, MONDAY, 4, { seed: seed + 1 })))
})

afterAll(() => office.close())

const get = async <T>(url: string): Promise<T> =>
  (await office.api.inject({ url, headers: office.analyst })).json() as T

interface Page {
  readonly cases: Case[]
  readonly next: string | null
}

const post = (
  url: string,
  who: 'analyst' | 'reviewer',
  payload?: object,
  headers: Record<string, string> = {},
) =>
  office.api.inject({
    method: 'POST',
    url,
    headers: { ...headers, ...office[who] },
    ...(payload ? { payload } : {}),
  })

const auditOf = async (id: string): Promise<AuditEntry[]> =>
  (await get<{ entries: AuditEntry[] }>(`/v1/cases/${id}/audit`)).entries

const caseOf = async (customerId: string): Promise<Case> =>
  (await get<Page>('/v1/cases')).cases.find(one => one.customerId === customerId)!

describe('GET /v1/cases', () => {
  it('turns its pages without a gap or a repeat', async () => {
    const seen: string[] = []
    let url: string | null = '/v1/cases?limit=2'
    while (url) {
      const page: Page = await get<Page>(url)
      seen.push(...page.cases.map(({ number }) => number))
      url = page.next && `/v1/cases?limit=2&after=${page.next}`
    }
    expect(seen).toEqual(['2024-00001', '2024-00002', '2024-00003', '2024-00004', '2024-00005'])
  })

  it('asks by district and by state', async () => {
    expect((await get<Page>('/v1/cases?district=500106')).cases).toHaveLength(2)
    expect((await get<Page>('/v1/cases?state=reported&district=500106')).cases).toEqual([])
  })
})

describe('GET /v1/cases/:id', () => {
  it('shows the case and puts the view on record', async () => {
    const { id } = await caseOf('C-A1')
    const before = await auditOf(id)
    expect(await get<Case>(`/v1/cases/${id}`)).toMatchObject({
      id,
      charges: [{ signature: 'induction-furnace' }],
    })
    // Reading the audit is a view too.
    const views = [
      { action: 'view', actor: 'analyst' },
      { action: 'view', actor: 'analyst' },
    ]
    expect((await auditOf(id)).slice(before.length)).toMatchObject(views)
  })
})

describe('GET /v1/registry', () => {
  it('shows the meters by id, in pages and by customer', async () => {
    type Page = { meters: { meterId: string; customerId: string }[]; next: string | null }
    const first = await get<Page>('/v1/registry?limit=1')
    const second = await get<Page>(`/v1/registry?limit=1&after=${first.next}`)
    expect(second.meters[0]!.meterId > first.meters[0]!.meterId).toBe(true)
    const { customerId } = first.meters[0]!
    const own = await get<Page>(`/v1/registry?customer=${customerId}`)
    expect(own.meters.every(meter => meter.customerId === customerId)).toBe(true)
  })
})

describe('GET /v1/findings', () => {
  it('shows the current findings of a point, newest first', async () => {
    const { findings } = await get<{ findings: { pointId: string; day: string }[] }>('/v1/findings?point=A1')
    expect(findings.length).toBeGreaterThan(1)
    expect(findings.every(({ pointId }) => pointId === 'A1')).toBe(true)
    const days = findings.map(({ day }) => day)
    expect(days).toEqual(days.toSorted().toReversed())
  })
})

describe('who moves a case', () => {
  it('comes from the token alone', async () => {
    const { id } = await caseOf('C-A2')
    const forged = {
      reason: 'seen',
      actor: 'reviewer',
      account: person('reviewer', 'reviewer'),
      role: 'reviewer',
    }
    const headers = { 'x-user': 'reviewer', 'x-forwarded-user': 'reviewer', from: 'reviewer@example.org' }
    const submitted = await post(`/v1/cases/${id}/submit?actor=reviewer`, 'analyst', forged, headers)
    expect(submitted.json()).toMatchObject({ case: { state: 'to-review', submittedBy: 'analyst' } })
    const released = await post(`/v1/cases/${id}/release`, 'analyst', forged, headers)
    expect(released.statusCode).toBe(403)
    expect(released.json().code).toBe('forbidden')
    expect((await auditOf(id)).slice(-3, -1)).toMatchObject([
      { action: 'submit', actor: 'analyst' },
      { action: 'refused', actor: 'analyst', detail: { attempted: 'release', code: 'forbidden' } },
    ])
  })

  it('may send no body where no reason is needed', async () => {
    const { id } = await caseOf('C-A3')
    await post(`/v1/cases/${id}/submit`, 'analyst', { reason: 'seen' })
    const released = await post(`/v1/cases/${id}/release`, 'reviewer')
    expect(released.statusCode).toBe(200)
    expect(released.json()).toMatchObject({
      case: { state: 'reported' },
      alertId: expect.stringMatching(/^msg_/),
    })
    const { alerts } = await get<{ alerts: { caseId: string }[] }>('/v1/alerts')
    expect(alerts.filter(({ caseId }) => caseId === id)).toHaveLength(1)
  })

  it('is told why not', async () => {
    const { id, version } = await caseOf('C-B1')
    const url = `/v1/cases/${id}`
    const answers = [
      await post(`${url}/release`, 'reviewer'),
      await post(`${url}/submit`, 'reviewer', { reason: 'seen' }),
      await post(`${url}/submit`, 'analyst'),
      await post(`${url}/submit`, 'analyst', { reason: 'seen', version: version + 1 }),
    ]
    expect(answers.map(answer => [answer.statusCode, answer.json().code])).toEqual([
      [409, 'wrong-state'],
      [403, 'forbidden'],
      [400, 'bad-request'],
      [409, 'version-conflict'],
    ])
    expect((await auditOf(id)).filter(({ action }) => action === 'refused')).toHaveLength(4)
  })
})
