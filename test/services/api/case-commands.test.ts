import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Case } from '../../../schemas/case.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { type Office, openOffice } from './office.ts'

const SUSPECTS = ['A1', 'A2', 'A3']

let office: Office

beforeAll(async () => {
  office = await openOffice(SUSPECTS.map(meterId => meter({ meterId })))
  await office.station.take(SUSPECTS.flatMap((id, seed) => furnaceSamples(id, MONDAY, 4, { seed: seed + 1 })))
})

afterAll(() => office.close())

const get = async (url: string, who: 'analyst' | 'reviewer' = 'analyst') =>
  (await office.api.inject({ url, headers: office[who] })).json()

const post = (url: string, who: 'analyst' | 'reviewer', payload: object = {}, headers: object = {}) =>
  office.api.inject({ method: 'POST', url, headers: { ...headers, ...office[who] }, payload })

const caseOf = async (customerId: string): Promise<Case> =>
  (await get('/v1/cases')).cases.find((one: Case) => one.customerId === customerId)

describe('the commands of a case', () => {
  it('lead from the flag to the closed case', async () => {
    const { id } = await caseOf('C-A1')
    const url = `/v1/cases/${id}`
    const charges = [{ signature: 'induction-furnace', found: 'confirmed' }]
    const answers = [
      await post(`${url}/inspect`, 'analyst'),
      await post(`${url}/submit`, 'analyst', { reason: 'two furnaces' }),
      await post(`${url}/release`, 'reviewer'),
      await post(`${url}/acknowledge`, 'reviewer', { reason: '回执 7 号' }),
      await post(`${url}/handle`, 'reviewer', { reason: '来函 8 号' }),
      await post(`${url}/answer`, 'reviewer', {
        reason: '来函 9 号',
        found: charges,
        measures: ['shut-down'],
      }),
      await post(`${url}/charges/induction-furnace/outcome`, 'reviewer', {
        outcome: 'confirmed',
        note: 'seen',
      }),
      await post(`${url}/reopen`, 'reviewer', { reason: 'melting again' }),
    ]
    expect(answers.map(answer => answer.json().case?.state ?? answer.json())).toEqual([
      ...['on-site', 'to-review', 'reported', 'acknowledged', 'handling', 'answered', 'closed', 'to-check'],
    ])
    expect(await get(url)).toMatchObject({
      feedback: [{ words: [{ zh: '依法取缔' }], found: [{ found: 'confirmed', text: '' }] }],
      next: ['inspect', 'submit', 'outcome', 'assign', 'comment', 'snooze'],
    })
  })

  it('tell who comes too late what changed', async () => {
    const { id, version } = await caseOf('C-A2')
    const url = `/v1/cases/${id}`
    await post(`${url}/assign`, 'analyst', { to: 'analyst', version })
    const late = await post(`${url}/snooze`, 'reviewer', { reason: 'holiday', version })
    expect(late.statusCode).toBe(409)
    expect(late.json()).toMatchObject({
      code: 'version-conflict',
      detail: expect.stringContaining('analyst assigned it on'),
      changes: [{ version: version + 1, action: 'assign', actor: 'analyst' }],
    })
    const undone = await post(`${url}/undo`, 'analyst')
    expect(undone.json()).toMatchObject({ case: { assignee: null } })
  })

  it('keep a comment for who reads the case', async () => {
    const { id } = await caseOf('C-A2')
    expect((await post(`/v1/cases/${id}/comment`, 'analyst', { text: 'the guard knew' })).statusCode).toBe(
      200,
    )
    expect(await get(`/v1/cases/${id}/comments`, 'reviewer')).toMatchObject({
      comments: [{ by: 'analyst', text: 'the guard knew', audience: 'internal' }],
    })
    expect((await get('/v1/cases/case-x/comments')).code).toBe('not-found')
  })

  it('go to many cases at once, and once under one key', async () => {
    const ids = [(await caseOf('C-A2')).id, (await caseOf('C-A3')).id, 'case-x']
    const body = { action: 'snooze', ids, reason: 'Spring Festival' }
    const key = { 'idempotency-key': 'snooze-1' }
    const first = (await post('/v1/cases/bulk', 'analyst', body, key)).json()
    expect(first.results).toMatchObject([
      { caseId: ids[0], done: { state: 'to-check' } },
      { caseId: ids[1], done: { state: 'to-check' } },
      { caseId: 'case-x', refused: { code: 'not-found' } },
    ])
    expect((await post('/v1/cases/bulk', 'analyst', body, key)).json()).toEqual(first)
    const undone = await post('/v1/cases/bulk', 'analyst', { action: 'undo', ids: ids.slice(0, 2) })
    expect(undone.json().results.map((one: { done: object }) => one.done)).toMatchObject([{}, {}])
    expect(await caseOf('C-A3')).toMatchObject({ snoozedUntil: null })
  })

  it.each([
    { action: 'assign', ids: ['case-x'] },
    { action: 'comment', ids: ['case-x'] },
    { action: 'pass', ids: ['case-x'] },
    { action: 'outcome', ids: ['case-x'] },
    { action: 'wake', ids: [] },
    { action: 'wake', ids: Array(501).fill('case-x') },
  ])('are not taken without what they need: %j', async body => {
    expect((await post('/v1/cases/bulk', 'analyst', body)).statusCode).toBe(400)
  })
})
