import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Account } from '../../../schemas/account.ts'
import { Alert } from '../../../schemas/alert.ts'
import type { AuditEntry } from '../../../schemas/case.ts'
import { addAccounts } from '../../../services/accounts/index.ts'
import { verifiedText } from '../../../services/alerts/sign.ts'
import { tellEvent } from '../../../services/events/tell.ts'
import { person, withToken } from '../../support/people.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

interface Sent {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

let office: Office
let answer: { status: number; retryAfter: null } | Error = { status: 204, retryAfter: null }
const sent: Sent[] = []
const auditor = withToken(person('auditor', 'auditor'))
const walled = withToken(person('walled', 'reviewer', { supplyUnits: ['U1'] }))

beforeAll(async () => {
  office = await openOffice([], {
    nowMs: Date.now,
    post: async (url, headers, body) => {
      sent.push({ url, headers, body })
      if (answer instanceof Error) throw answer
      return answer
    },
  })
  await office.station.ports.store.transact(trx => addAccounts(trx, [auditor, walled], Date.now()))
})

afterAll(() => office?.close())

const post = (url: string, payload?: object, headers: object = office.reviewer) =>
  office.api.inject({ method: 'POST', url, headers: { ...headers }, ...(payload ? { payload } : {}) })
const get = async (url: string) => (await office.api.inject({ url, headers: office.analyst })).json()
const make = (more: object = {}) =>
  post('/v1/endpoints', { districtCode: '500107', url: `https://${Math.random()}.example/hook`, ...more })
const deedsOf = async (id: string): Promise<AuditEntry[]> => {
  const headers = { authorization: `Bearer ${auditor.token}` }
  const { entries } = (await office.api.inject({ url: '/v1/audit?limit=500', headers })).json()
  return (entries as AuditEntry[]).filter(({ detail }) => detail.endpoint === id)
}

describe('/v1/endpoints', () => {
  it('is a reviewer’s without a wall, and shows the secret this once, even under a key', async () => {
    const body = {
      districtCode: '500107',
      department: '经信委',
      url: 'https://one.example/hook',
      level: 'orange',
    }
    expectProblem(await post('/v1/endpoints', body, office.analyst), 403, 'forbidden')
    expectProblem(
      await post('/v1/endpoints', body, { authorization: `Bearer ${walled.token}` }),
      403,
      'forbidden',
    )
    const keyed = { ...office.reviewer, 'idempotency-key': 'one' }
    const made = (await post('/v1/endpoints', body, keyed)).json()
    expect(made).toMatchObject({
      endpoint: { ...body, state: 'on', createdBy: 'reviewer', types: [], signatures: [] },
      secret: expect.stringMatching(/^whsec_/),
    })
    const again = (await post('/v1/endpoints', body, keyed)).json()
    expect(again).toEqual({ ...made, secret: null })
    const { id } = made.endpoint
    const shown = JSON.stringify([
      await get('/v1/endpoints'),
      await get(`/v1/endpoints/${id}`),
      await deedsOf(id),
    ])
    expect(shown).toContain('https://one.example/hook')
    expect(shown).not.toContain(made.secret.slice(6))
    const kept = await office.station.ports.store.db.selectFrom('done_command').selectAll().execute()
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain(made.secret.slice(6))
  })

  it('turns away what is no address, none outside, and no district', async () => {
    expectProblem(await make({ url: 'ftp://x.example/' }), 400, 'bad-request')
    expectProblem(await make({ url: 'https://127.0.0.1/' }), 400, 'bad-request')
    expectProblem(await make({ url: 'https://user:secret@x.example/' }), 400, 'bad-request')
    expectProblem(await make({ districtCode: '999999' }), 400, 'bad-request')
    expectProblem(await make({ level: 'purple' }), 400, 'bad-request')
    const { id } = (await make()).json().endpoint
    expectProblem(
      await post(`/v1/endpoints/${id}/change`, { url: 'http://169.254.169.254/' }),
      400,
      'bad-request',
    )
  })

  it('lists page by page, by district and state, and as a table', async () => {
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await make({ districtCode: '500108' })).json().endpoint.id)
    await post(`/v1/endpoints/${ids[1]}/off`, { reason: 'moved' })
    const first = await get('/v1/endpoints?district=500108&limit=2')
    expect(first.endpoints.map((one: { id: string }) => one.id)).toEqual(ids.slice(0, 2))
    const second = await get(`/v1/endpoints?district=500108&limit=2&after=${first.next}`)
    expect(second).toMatchObject({ endpoints: [{ id: ids[2] }], next: null })
    const off = await get('/v1/endpoints?district=500108&state=off')
    expect(off.endpoints).toMatchObject([{ id: ids[1], offReason: 'person' }])
    const csv = await office.api.inject({
      url: '/v1/endpoints/export?district=500108&lang=en',
      headers: office.analyst,
    })
    expect(csv.body.trim().split('\n')).toHaveLength(4)
  })

  it('changes, rotates and switches, each on record once', async () => {
    const { endpoint, secret } = (await make()).json()
    const of = (what: string, body?: object) => post(`/v1/endpoints/${endpoint.id}/${what}`, body)
    expect((await of('change', { level: 'red', reason: 'fewer' })).json().endpoint).toEqual({
      ...endpoint,
      level: 'red',
    })
    const rotated = (await of('rotate', { reason: 'due' })).json()
    expect(rotated.secret).toMatch(/^whsec_/)
    expect(rotated.secret).not.toBe(secret)
    expect(rotated.endpoint.oldSecretUntil).not.toBeNull()
    expect((await of('off')).json().endpoint.state).toBe('off')
    expectProblem(await of('off'), 409, 'wrong-state')
    expect((await of('on')).json().endpoint.state).toBe('on')
    expect((await deedsOf(endpoint.id)).map(({ detail }) => detail.what).sort()).toEqual(
      ['change', 'make', 'off', 'on', 'rotate'].sort(),
    )
    for (const what of ['change', 'rotate', 'off', 'on', 'test'])
      expectProblem(await post(`/v1/endpoints/endpoint-999999/${what}`, {}), 404, 'not-found')
    expectProblem(
      await office.api.inject({ url: '/v1/endpoints/none', headers: office.analyst }),
      404,
      'not-found',
    )
  })
})

describe('POST /v1/endpoints/:id/test', () => {
  it('sends a signed message without any case, answers what came back, and is on record', async () => {
    const { endpoint, secret } = (await make()).json()
    sent.length = 0
    answer = { status: 204, retryAfter: null }
    const test = (await post(`/v1/endpoints/${endpoint.id}/test`)).json()
    expect(test).toMatchObject({ status: 204, error: null, ok: true })
    const [one, ...more] = sent as [Sent]
    expect(more).toEqual([])
    const text = verifiedText(secret, one.headers, Buffer.from(one.body))
    expect(Alert.parse(JSON.parse(text))).toMatchObject({
      type: 'endpoint.test',
      timestamp: test.at,
      data: { endpointId: endpoint.id, districtCode: '500107' },
    })
    expect(one.headers['webhook-id']).toBe(test.webhookId)

    answer = { status: 301, retryAfter: null }
    expect((await post(`/v1/endpoints/${endpoint.id}/test`)).json()).toMatchObject({ status: 301, ok: false })
    answer = new Error('x.example refused the connection.')
    await post(`/v1/endpoints/${endpoint.id}/off`)
    expect((await post(`/v1/endpoints/${endpoint.id}/test`)).json()).toMatchObject({
      ...{ status: null, error: 'x.example refused the connection.', ok: false },
    })
    const tests = (await deedsOf(endpoint.id)).filter(({ detail }) => detail.what === 'test')
    expect(tests.map(({ detail }) => detail.status).sort()).toEqual([204, 301, null].sort())
    expect((await get(`/v1/endpoints/${endpoint.id}`)).endpoint.failingSince).toBeNull()
  })

  it('sends once under a key', async () => {
    const { endpoint } = (await make()).json()
    sent.length = 0
    answer = { status: 204, retryAfter: null }
    const url = `/v1/endpoints/${endpoint.id}/test`
    const keyed = { ...office.reviewer, 'idempotency-key': 'test' }
    const [one, other] = [await post(url, undefined, keyed), await post(url, undefined, keyed)]
    expect(one.json()).toEqual(other.json())
    expect(sent).toHaveLength(1)
  })
})

describe('an endpoint that nothing reaches', () => {
  const DAY = 86_400_000

  it('is told of before it is switched off: in the status, and by an event to whose it is', async () => {
    const { db } = office.station.ports.store
    const { endpoint } = (await make({ districtCode: '500106' })).json()
    const start = Date.now()
    const failed = { failing_since: start }
    await db.updateTable('endpoint').set(failed).where('id', '=', endpoint.id).execute()
    const notices = async (): Promise<string[]> =>
      (await get('/v1/status')).notices
        .map(({ en }: { en: string }) => en)
        .filter((en: string) => en.includes(endpoint.id))
    expect(await notices()).toEqual([])
    const { engine } = office.station
    expect(await engine.followEndpoints(start + 5 * DAY - 1)).toEqual([])
    expect(await engine.followEndpoints(start + 5 * DAY)).toMatchObject([{ what: 'warned' }])
    expect(await notices()).toEqual([expect.stringContaining('switched off')])
    expect(await engine.followEndpoints(start + 10 * DAY)).toMatchObject([{ what: 'off' }])
    expect(await notices()).toEqual([expect.stringContaining('is off')])

    const rows = await db.selectFrom('event').selectAll().where('kind', 'like', 'endpoint.%').execute()
    const heardBy = (account: Account) =>
      rows.flatMap(row => tellEvent(account, row) ?? []).filter(text => text.includes(endpoint.id))
    const south = person('south', 'district', { districtCode: '500106' })
    expect(heardBy(south).map(text => /event: (\S+)/.exec(text)![1])).toEqual([
      'endpoint.warned',
      'endpoint.off',
    ])
    expect(heardBy(person('wang', 'supervisor'))).toEqual(heardBy(south))
    expect(heardBy(person('north', 'district', { districtCode: '500107' }))).toEqual([])
    expect(heardBy({ ...south, department: 'industry' })).toEqual([])
  })
})
