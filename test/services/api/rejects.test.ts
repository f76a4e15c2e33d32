import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import type { RejectEntry } from '../../../schemas/api.ts'
import { dayText, shanghaiText } from '../../../schemas/day.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'
import { get, post, TEXT } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, testOffice } from './office.ts'

const at = (slot: number): string => shanghaiText(slotEndMs(MONDAY, slot))
const DATE = dayText(MONDAY)

const readings = (office: Office, lines: readonly string[], header = 'meter_id,ts,kw,kvar') =>
  post(office, '/v1/readings', [header, ...lines].join('\n'), TEXT)

const rejects = async (office: Office, query = ''): Promise<RejectEntry[]> =>
  (await get(office, `/v1/rejects?limit=500${query}`)).json().rejects

const replay = async (office: Office, body: object = {}) => {
  const answer = await post(office, '/v1/rejects/replay', body)
  expect(answer.statusCode, answer.body).toBe(200)
  await office.station.engine.settle()
  return answer.json()
}

const outcomes = async (office: Office): Promise<Record<string, number>> => {
  await office.station.engine.settle()
  return (await get(office, '/v1/status')).json().outcomes
}

/** Puts meters into the registry that it lacked. */
const mend = async (office: Office, ...meterIds: string[]): Promise<void> => {
  const header =
    'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
  const rows = meterIds.map(id => `${id},C-${id},某厂,500107,3311,0,10,15,`)
  expect((await post(office, '/v1/registry', [header, ...rows].join('\n'), TEXT)).statusCode).toBe(200)
}

describe('GET /v1/rejects', () => {
  it('asks by reason, source, text and whether it was replayed', async () => {
    const office = await testOffice()
    await readings(office, [`M1,${at(0)},bad,`, `M8,${at(0)},1,`, `M9,${at(0)},100%_,`, `M9,${at(1)},2,`])
    const { id } = (await post(office, '/v1/imports', `meter_id,ts,kw\nM9,${at(2)},3`)).json() as {
      id: string
    }
    await office.importer.settle()
    const raws = async (query: string) => (await rejects(office, query)).map(({ raw }) => raw.split(',')[0])
    expect(await raws('')).toEqual(['M1', 'M8', 'M9', 'M9', 'M9'])
    expect(await raws('&reason=unknown-meter')).toEqual(['M8', 'M9', 'M9'])
    expect(await raws(`&source=import:${id}`)).toEqual(['M9'])
    expect(await raws('&text=M9&reason=unknown-meter')).toEqual(['M9', 'M9'])
    expect(await raws('&text=100%25_')).toEqual(['M9'])
    expect(await raws('&text=100_')).toEqual([])
    await mend(office, 'M9')
    await replay(office)
    expect(await raws('&replayed=true')).toEqual(['M9', 'M9'])
    expect(await raws('&replayed=false')).toEqual(['M1', 'M8', 'M9'])
    expectProblem(await get(office, '/v1/rejects?replayed=maybe'), 400, 'bad-request')
  })
})

describe('GET /v1/rejects/export', () => {
  const exported = async (office: Office, query = '') => {
    const answer = await get(office, `/v1/rejects/export${query}`)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    return parse(answer.body, { columns: true }) as Record<string, string>[]
  }

  it('comes back from CSV as it went in, whatever stands in the lines', async () => {
    const office = await testOffice()
    const lines = [
      `"M,9",${at(0)},"a ""quoted"" one",`,
      `=M1+cmd,${at(0)},1,`,
      `@M1,${at(0)},+1,`,
      `-M1,${at(0)},1,`,
      `M1,${at(0)},not\ra number,`,
      `电表,${at(0)},1,`,
    ]
    await readings(office, lines)
    const rows = await exported(office)
    expect(rows.map(({ raw }) => raw)).toEqual(lines)
    const [entry] = await rejects(office)
    expect(rows[0]).toEqual({
      sequence: String(entry?.sequence),
      reason: entry?.reason,
      detail: entry?.detail,
      source: 'http:analyst',
      first_at: '2026-01-01T08:00:00+08:00',
      last_at: '2026-01-01T08:00:00+08:00',
      times: '1',
      raw: entry?.raw,
    })
    expect(await exported(office, '?text=%40M1')).toHaveLength(1)
  })

  it('has no end of a page', async () => {
    const office = await testOffice()
    const lines = Array.from({ length: 2_345 }, (_, i) => `M1,${at(i % 96)},bad${i},`)
    await readings(office, lines)
    const rows = await exported(office, '?reason=not-a-number')
    expect(rows.map(({ raw }) => raw)).toEqual(lines)
  })

  it('is a header alone when nothing was turned away', async () => {
    const office = await testOffice()
    const { body } = await get(office, '/v1/rejects/export')
    expect(body).toBe('sequence,reason,detail,source,first_at,last_at,times,raw\n')
  })
})

describe('POST /v1/rejects/replay', () => {
  it('takes what the mended registry knows, and leaves the rest', async () => {
    const office = await testOffice()
    const slots = Array.from({ length: 96 }, (_, slot) => slot)
    await readings(office, [
      ...slots.map(slot => `M9,${at(slot)},${slot}.5,`),
      ...slots.slice(0, 4).map(slot => `M404,${at(slot)},1,`),
      `M1,${at(0)},-5,`,
    ])
    expect(await outcomes(office)).toEqual({ 'negative-power': 1, 'unknown-meter': 100 })
    await mend(office, 'M9')
    expect(await replay(office)).toEqual({
      looked: 101,
      accepted: 96,
      rejected: 5,
      byReason: { 'negative-power': 1, 'unknown-meter': 4 },
    })
    const curve = (await get(office, `/v1/points/M9/curve?from=${DATE}&to=${DATE}`)).json()
    expect(curve.days[0].kw).toEqual(slots.map(slot => slot + 0.5))
    // Replayed readings came in once more.
    expect(await outcomes(office)).toEqual({ accepted: 96, 'negative-power': 2, 'unknown-meter': 104 })
    const left = await rejects(office, '&replayed=false')
    expect(left).toHaveLength(5)
    expect(left.every(({ times, source }) => times === 2 && source === 'http:analyst')).toBe(true)
    expect(await replay(office)).toMatchObject({ looked: 5, accepted: 0 })
  })

  it('reads each line under the header and profile it came with', async () => {
    const office = await testOffice()
    await office.api.inject({
      method: 'PUT',
      url: '/v1/profiles/watts',
      headers: office.analyst,
      payload: { unit: 'W', columns: { kw: 'power' }, delimiter: ';' },
    })
    await post(office, '/v1/readings?profile=watts', `power;ts;meter_id\n7000;${at(0)};M9\n`, TEXT)
    await readings(office, [`${at(1)},M9,8`], 'ts,meter_id,kw')
    const ndjson = { 'content-type': 'application/x-ndjson' }
    await post(office, '/v1/readings', JSON.stringify({ meterId: 'M9', at: at(2), kw: 9 }), ndjson)
    await mend(office, 'M9')
    expect(await replay(office)).toMatchObject({ looked: 3, accepted: 3 })
    const { days } = (await get(office, `/v1/points/M9/curve?from=${DATE}&to=${DATE}`)).json()
    expect(days[0].kw.slice(0, 3)).toEqual([7, 8, 9])
  })

  it('takes a day row whole, and keeps its bad points as readings of their own', async () => {
    const office = await testOffice([meter({ contractKva: 100 })])
    const header = ['meter_id', 'date', ...Array.from({ length: 24 }, (_, i) => `P${i + 1}`)].join(',')
    const row = (id: string, first: string) => [id, DATE, first, ...Array(23).fill('5')].join(',')
    await readings(office, [row('M9', '6'), row('M8', '坏')], header)
    expect(await outcomes(office)).toEqual({ 'unknown-meter': 2 })
    const hourly =
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes\n' +
      'M8,C8,某厂,500107,3311,0,10,60,\nM9,C9,某厂,500107,3311,0,10,60,\n'
    await post(office, '/v1/registry', hourly, TEXT)
    expect(await replay(office)).toEqual({ looked: 2, accepted: 2, rejected: 0, byReason: {} })
    expect(await outcomes(office)).toEqual({ accepted: 47, 'not-a-number': 1, 'unknown-meter': 2 })
    const left = await rejects(office, '&replayed=false')
    expect(left).toMatchObject([{ reason: 'not-a-number' }])
    expect(JSON.parse(left[0]!.raw)).toEqual({ meterId: 'M8', at: at(3), kw: '坏' })
  })

  it('takes a single point of a day row when the contract allows it', async () => {
    const office = await testOffice([meter({ intervalMinutes: 60, contractKva: 10 })])
    const header = ['meter_id', 'date', ...Array.from({ length: 24 }, (_, i) => `P${i + 1}`)].join(',')
    await readings(office, [['M1', DATE, '900', ...Array(23).fill('5')].join(',')], header)
    expect(await outcomes(office)).toEqual({ accepted: 23, 'implausible-power': 1 })
    const change =
      'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes\n' +
      'M1,C-M1,某厂,500107,3311,1000,10,60,\n'
    await post(office, '/v1/registry', change, TEXT)
    expect(await replay(office)).toMatchObject({ looked: 1, accepted: 1 })
    const { days } = (await get(office, `/v1/points/M1/curve?from=${DATE}&to=${DATE}`)).json()
    expect(days[0].kw).toEqual([900, ...Array(23).fill(5)])
  })

  it('never takes again what lost its slot to another value', async () => {
    const office = await testOffice()
    await readings(office, [`M1,${at(0)},5,`])
    await office.station.engine.settle()
    await readings(office, [`M1,${at(0)},6,`])
    expect(await outcomes(office)).toEqual({ accepted: 1, corrected: 1 })
    expect((await rejects(office)).map(({ reason }) => reason)).toEqual(['corrected'])
    expect(await replay(office)).toEqual({ looked: 0, accepted: 0, rejected: 0, byReason: {} })
    expect(await replay(office, { reason: 'corrected' })).toMatchObject({ looked: 0 })
  })

  it('takes only what is asked for', async () => {
    const office = await testOffice()
    await readings(office, [`M8,${at(0)},1,`, `M9,${at(0)},1,`, `M9,${at(1)},1,`, `M9,${at(2)},1,`])
    await mend(office, 'M8', 'M9')
    const all = await rejects(office)
    expect(await replay(office, { ids: [all[1]!.sequence] })).toMatchObject({ looked: 1, accepted: 1 })
    expect(await replay(office, { text: 'M8' })).toMatchObject({ looked: 1, accepted: 1 })
    expect(await replay(office, { after: all[2]!.sequence })).toMatchObject({ looked: 1, accepted: 1 })
    expect(await replay(office, { reason: 'malformed' })).toMatchObject({ looked: 0 })
    expect(await replay(office, { source: 'import:x' })).toMatchObject({ looked: 0 })
    expect(await replay(office)).toMatchObject({ looked: 1, accepted: 1 })
    expectProblem(await post(office, '/v1/rejects/replay', { reasn: 'x' }), 400, 'bad-request')
  })

  it('takes page after page', async () => {
    const office = await testOffice()
    const slots = Array.from({ length: 1_700 }, (_, slot) => slot)
    await readings(
      office,
      slots.map(slot => (slot % 7 === 0 ? `M404,${at(slot)},1,` : `M9,${at(slot)},1,`)),
    )
    await mend(office, 'M9')
    const lost = slots.filter(slot => slot % 7 === 0).length
    expect(await replay(office)).toEqual({
      looked: 1_700,
      accepted: 1_700 - lost,
      rejected: lost,
      byReason: { 'unknown-meter': lost },
    })
    expect(await rejects(office, '&replayed=false')).toHaveLength(lost)
    expect((await outcomes(office)).accepted).toBe(1_700 - lost)
  })

  it('keeps letters apart from broken ones beside them', async () => {
    const office = await testOffice()
    const broken = Buffer.concat([Buffer.from('电表,ts\n'), Buffer.from([0xff, 0xfe, 0x0a])])
    await post(
      office,
      '/v1/readings',
      Buffer.concat([Buffer.from(`meter_id,ts,kw\n电表九号,${at(0)},1\n`), broken, broken, broken]),
      TEXT,
    )
    await mend(office, '电表九号')
    expect(await replay(office)).toMatchObject({ accepted: 1 })
    expect((await outcomes(office)).accepted).toBe(1)
  })
})
