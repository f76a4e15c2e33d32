import { beforeEach, describe, expect, it } from 'vitest'
import type { Case } from '../../../schemas/case.ts'
import { KEY_KEPT_MS } from '../../../services/desk/once.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { person } from '../../support/people.ts'
import { MONDAY } from '../../support/readings.ts'
import { testStation } from '../../support/station.ts'
import { type Office, testOffice } from './office.ts'

let office: Office

beforeEach(async () => {
  office = await testOffice([meter({ meterId: 'A1', districtCode: '500107' })])
  await office.station.take(furnaceSamples('A1', MONDAY, 4))
})

const post = (
  url: string,
  who: 'analyst' | 'reviewer',
  payload: object | string,
  key: string,
  headers: Record<string, string> = {},
) =>
  office.api.inject({
    method: 'POST',
    url,
    headers: { ...office[who], ...headers, 'idempotency-key': key },
    payload,
  })

const theCase = async (): Promise<Case> =>
  (await office.api.inject({ url: '/v1/cases', headers: office.analyst })).json().cases[0]

const db = () => office.station.ports.store.db

/** Links by action, newest last. */
const actions = async (): Promise<string[]> =>
  (await db().selectFrom('audit').select('action').orderBy('at').orderBy('sequence').execute()).map(
    ({ action }) => action,
  )

const counted = async (action: string): Promise<number> =>
  (await actions()).filter(one => one === action).length

const PROPOSAL = {
  signature: 'induction-furnace',
  yellowFrom: 0.6,
  orangeFrom: 0.8,
  redFrom: 0.95,
  closeBelow: 0.4,
  validFrom: '2026-02-01',
  reason: 'fewer of them',
}
const CARD = { reason: 'red-card', customerId: 'C-A1', document: '渝电红牌 1' }
const HEADER = 'meter_id,ts,kw,kvar\n'
const TEXT = { 'content-type': 'text/csv' }

describe('an Idempotency-Key', () => {
  it('carries a command of the desk once', async () => {
    const { id } = await theCase()
    const answers = [
      await post(`/v1/cases/${id}/submit`, 'analyst', { reason: 'seen' }, 'k'),
      await post(`/v1/cases/${id}/submit`, 'analyst', { reason: 'seen' }, 'k'),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(answers[1]!.json()).toEqual(answers[0]!.json())
    expect(await counted('submit')).toBe(1)
    const other = await post(`/v1/cases/${id}/submit`, 'analyst', { reason: 'seen again' }, 'k')
    expect([other.statusCode, other.json().code]).toEqual([422, 'key-reused'])
    const another = await post(`/v1/cases/${id}/release`, 'reviewer', {}, 'k')
    expect(another.statusCode).toBe(200)
  })

  it('answers a refusal the same, and puts it on record once', async () => {
    const { id } = await theCase()
    const answers = [
      await post(`/v1/cases/${id}/release`, 'reviewer', {}, 'k'),
      await post(`/v1/cases/${id}/release`, 'reviewer', {}, 'k'),
    ]
    expect(answers.map(one => one.json().code)).toEqual(['wrong-state', 'wrong-state'])
    expect(await counted('refused')).toBe(1)
  })

  it('proposes and decides a criterion once', async () => {
    const proposed = await Promise.all([1, 2, 3].map(() => post('/v1/criteria', 'analyst', PROPOSAL, 'k')))
    const ids = proposed.map(one => one.json().criterion.id)
    expect(new Set(ids).size).toBe(1)
    const release = () => post(`/v1/criteria/${ids[0]}/release`, 'reviewer', {}, 'k')
    const released = await Promise.all([release(), release()])
    expect(released.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect([await counted('propose'), await counted('release')]).toEqual([1, 1])
    const other = await post('/v1/criteria', 'analyst', { ...PROPOSAL, redFrom: 0.96 }, 'k')
    expect([other.statusCode, other.json().code]).toEqual([422, 'key-reused'])
  })

  it('decides a detector version once', async () => {
    const [version] = await db().selectFrom('detector_version').selectAll().execute()
    const url = `/v1/detectors/${version!.signature}/${version!.version}/propose`
    const ask = () => post(url, 'analyst', { reason: 'better' }, 'k')
    expect((await ask()).json().code).toBe('wrong-state')
    expect((await ask()).json().code).toBe('wrong-state')
    expect(await counted('refused')).toBe(1)
  })

  it('puts on the watch and ends it once', async () => {
    const added = await Promise.all([1, 2].map(() => post('/v1/watch', 'reviewer', CARD, 'k')))
    expect(added[1]!.json()).toEqual(added[0]!.json())
    expect(await counted('watch')).toBe(1)
    const url = `/v1/watch/${added[0]!.json().entry.id}/end`
    const ended = [
      await post(url, 'reviewer', { reason: 'gone' }, 'e'),
      await post(url, 'reviewer', { reason: 'gone' }, 'e'),
    ]
    expect(ended.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect(ended[1]!.json()).toEqual(ended[0]!.json())
    expect((await post(url, 'reviewer', { reason: 'gone' }, 'f')).statusCode).toBe(409)
  })

  it('takes an upload as one import, and another file under it not at all', async () => {
    const upload = (line: string, key: string) =>
      post('/v1/imports?fileName=a.csv', 'analyst', HEADER + line, key, TEXT)
    const line = 'A1,2024-06-01T00:15:00+08:00,1,0\n'
    const jobs = await Promise.all([upload(line, 'k'), upload(line, 'k')])
    jobs.push(await upload(line, 'k'))
    expect(jobs.map(({ statusCode }) => statusCode)).toEqual([202, 202, 202])
    expect(new Set(jobs.map(job => job.json().id)).size).toBe(1)
    await office.importer.settle()
    const states = await db().selectFrom('import_job').select('state').orderBy('state').execute()
    expect(states.map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'done'])
    const other = await upload('A1,2024-06-01T00:15:00+08:00,2,0\n', 'k')
    expect([other.statusCode, other.json().code]).toEqual([422, 'key-reused'])
  })

  it('takes rejects in again once, also when it is asked twice at once', async () => {
    await post('/v1/readings', 'analyst', `${HEADER}B1,2024-06-01T00:15:00+08:00,1,0\n`, 'r', TEXT)
    const replay = () => post('/v1/rejects/replay', 'analyst', {}, 'k')
    const [first, second] = await Promise.all([replay(), replay()])
    expect(first.json()).toMatchObject({ looked: 1, rejected: 1 })
    expect(second.json()).toEqual(first.json())
    expect((await post('/v1/rejects/replay', 'analyst', { backfill: true }, 'k')).statusCode).toBe(422)
  })

  it('is forgotten after a day', async () => {
    const { id } = await theCase()
    await post(`/v1/cases/${id}/submit`, 'analyst', { reason: 'seen' }, 'k')
    const { engine, clock } = office.station
    await engine.clearDesk(clock.now() + KEY_KEPT_MS)
    expect(await db().selectFrom('done_command').select('key').execute()).toHaveLength(1)
    await engine.clearDesk(clock.now() + KEY_KEPT_MS + 1)
    expect(await db().selectFrom('done_command').select('key').execute()).toEqual([])
  })

  it('stands in the description of every POST', async () => {
    const { paths } = (await office.api.inject('/openapi.json')).json()
    for (const [path, { post: operation }] of Object.entries(paths) as [string, { post?: Described }][]) {
      if (operation)
        expect(
          operation.parameters?.map(({ name }) => name),
          path,
        ).toContain('Idempotency-Key')
    }
  })
})

interface Described {
  readonly parameters?: { name: string }[]
}

describe('after a crash between commit and answer', () => {
  it('the same key answers the same', async () => {
    const station = await testStation({ meters: [meter({ meterId: 'A1' })], durability: 'durable' })
    await station.take(furnaceSamples('A1', MONDAY, 4))
    const { id } = await station.ports.store.db.selectFrom('cases').select('id').executeTakeFirstOrThrow()
    const body = { caseId: id, action: 'submit' as const, reason: 'seen' }
    const order = { name: 'move' as const, body, actor: person('Li', 'analyst'), key: 'k' }
    const lost = station.engine.carryOut(order)
    await station.restart()
    const again = await station.engine.carryOut(order)
    expect(again).toMatchObject({ case: { state: 'to-review', version: 2 } })
    expect(again).toEqual(await lost)
    const links = await station.ports.store.db
      .selectFrom('audit')
      .select('action')
      .where('case_id', '=', id)
      .where('action', 'in', ['submit', 'refused'])
      .execute()
    expect(links).toEqual([{ action: 'submit' }])
  })
})
