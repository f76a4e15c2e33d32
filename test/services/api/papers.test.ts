import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { AuditEntry } from '../../../schemas/case.ts'
import type { Verification } from '../../../schemas/verification.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const CASE = '/v1/cases/2024-00001'

let office: Office

beforeAll(async () => {
  office = await openOffice([meter()])
  await office.station.take(furnaceSamples('M1', MONDAY, 4))
})

afterAll(() => office.close())

const get = (url: string, headers: object = office.analyst) =>
  office.api.inject({ url, headers: { ...headers } })

const viewsOf = async (): Promise<number> => {
  const { entries } = (await get(`/v1/cases/${await idOf()}/audit`)).json() as { entries: AuditEntry[] }
  return entries.filter(({ action }) => action === 'view').length
}

const idOf = async (): Promise<string> =>
  ((await get('/v1/cases')).json() as { cases: { id: string }[] }).cases[0]!.id

describe('GET /v1/cases/:id/accusation', () => {
  it('is Markdown, in Chinese unless asked otherwise, by number or by id', async () => {
    const answer = await get(`${CASE}/accusation`)
    expect(answer.headers['content-type']).toBe('text/markdown; charset=utf-8')
    expect(answer.body).toMatch(/^# 用电嫌疑线索 2024-00001\n/)
    const english = await get(`/v1/cases/${await idOf()}/accusation?lang=en`)
    expect(english.body).toMatch(/^# Lead on suspected consumption 2024-00001\n/)
  })

  it('is nobody’s without a token', async () => {
    expectProblem(await get(`${CASE}/accusation`, {}), 401, 'unauthenticated')
    expectProblem(await get(`${CASE}/verify`, {}), 401, 'unauthenticated')
  })

  it('is not there for another case, nor in another language', async () => {
    expectProblem(await get('/v1/cases/2024-00002/accusation'), 404, 'not-found')
    expectProblem(await get('/v1/cases/2024-00002/verify'), 404, 'not-found')
    expectProblem(await get(`${CASE}/accusation?lang=fr`), 400, 'bad-request')
  })

  it('puts each view on record', async () => {
    const before = await viewsOf()
    await get(`${CASE}/accusation`)
    await get(`${CASE}/verify`)
    // Reading the audit is a view too.
    expect(await viewsOf()).toBe(before + 3)
  })
})

describe('GET /v1/cases/:id/verify', () => {
  it('makes the case anew and tells what came of it', async () => {
    const verification = (await get(`${CASE}/verify`)).json() as Verification
    expect(verification).toMatchObject({ caseNumber: '2024-00001', verdict: 'identical' })
    expect(verification.checks.map(({ verdict }) => verdict)).toEqual(Array(7).fill('identical'))
  })
})
