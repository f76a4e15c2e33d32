import { parse } from 'csv-parse/sync'
import readWorkbook from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DESK_CHAIN } from '../../../services/audit/index.ts'
import { furnaceSamples } from '../../support/furnace.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY } from '../../support/readings.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, openOffice } from './office.ts'

const SUSPECTS = ['A1', 'A2', 'B1']
const meters = SUSPECTS.map((meterId, i) =>
  meter({ meterId, districtCode: i < 2 ? '500107' : '500106', customerName: `=HYPERLINK("${meterId}")` }),
)

let office: Office

beforeAll(async () => {
  office = await openOffice(meters)
  await office.station.take(SUSPECTS.flatMap((id, seed) => furnaceSamples(id, MONDAY, 4, { seed: seed + 1 })))
})

afterAll(() => office.close())

const get = (url: string) => office.api.inject({ url, headers: office.analyst })

const csv = async (url: string): Promise<string[][]> => {
  const answer = await get(url)
  expect(answer.statusCode, answer.body).toBe(200)
  expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
  return parse(answer.body, { bom: true })
}

const exported = async () =>
  (
    await office.station.ports.store.db
      .selectFrom('audit')
      .select(['actor', 'detail'])
      .where('case_id', '=', DESK_CHAIN)
      .where('action', '=', 'export')
      .orderBy('sequence')
      .execute()
  ).map(({ actor, detail }) => ({ actor, ...JSON.parse(detail) }))

describe('GET /v1/cases/export', () => {
  it('holds the rows of the list by the same filters, as CSV', async () => {
    const { cases } = (await get('/v1/cases?district=500107&sort=priority')).json()
    const [heading, ...rows] = await csv('/v1/cases/export?district=500107&sort=priority')
    expect(heading!.slice(0, 3)).toEqual(['案件编号', '状态', '级别'])
    expect(rows.map(row => row[0])).toEqual(cases.map(({ number }: { number: string }) => number))
    expect(rows[0]![5]).toMatch(/^'=HYPERLINK/)
    expect(rows[0]![13]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+08:00$/)
  })

  it('holds the same as XLSX, numbers as numbers', async () => {
    const [heading, ...rows] = await csv('/v1/cases/export?lang=en')
    const { rawPayload, headers } = await get('/v1/cases/export?format=xlsx&lang=en')
    expect(headers['content-disposition']).toBe('attachment; filename="cases.xlsx"')
    const [sheet] = await readWorkbook(rawPayload)
    expect(sheet!.data[0]).toEqual(heading)
    expect(sheet!.data.slice(1).map(row => row[0])).toEqual(rows.map(row => row[0]))
    const stake = heading!.indexOf('Stake, yuan')
    expect(sheet!.data[1]![stake]).toBeGreaterThan(0)
    expect(sheet!.data[1]![5]).toMatch(/^=HYPERLINK/)
  })

  it('is on record with its filters before it is sent; what cannot be answered is a problem', async () => {
    const before = (await exported()).length
    await csv('/v1/cases/export?level=red&lang=en')
    expect((await exported()).slice(before)).toEqual([
      { actor: 'analyst', list: 'cases', format: 'csv', filters: { level: 'red', merged: false } },
    ])
    expectProblem(await get('/v1/cases/export?format=pdf'), 400, 'bad-request')
    expectProblem(await get('/v1/findings/export?point=nowhere'), 404, 'not-found')
    expect(await exported()).toHaveLength(before + 1)
  })
})

describe('every list', () => {
  it.each([
    ['/v1/alerts', 'alerts'],
    ['/v1/registry', 'meters'],
    ['/v1/watch', 'entries'],
    ['/v1/corrections', 'corrections'],
    ['/v1/criteria', 'criteria'],
    ['/v1/findings?point=A1', 'findings'],
    ['/v1/cases', 'cases'],
  ])('%s can be taken away whole', async (url, name) => {
    const rows = (await get(url)).json()[name]
    const [heading, ...table] = await csv(url.replace(/(\?|$)/, '/export$1'))
    expect(heading!.length).toBeGreaterThan(5)
    expect(table).toHaveLength(rows.length)
  })
})
