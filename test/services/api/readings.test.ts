import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { shanghaiText } from '../../../schemas/day.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'
import { workbook } from '../../support/workbook.ts'
import { type Office, testOffice } from './office.ts'

const CSV = { 'content-type': 'text/csv; charset=utf-8' }
const NDJSON = { 'content-type': 'application/x-ndjson' }
const GZIP = { 'content-encoding': 'gzip' }
const at = (slot: number): string => shanghaiText(slotEndMs(MONDAY, slot))
const csv = (slots: number): string =>
  `meter_id,ts,kw,kvar\n${Array.from({ length: slots }, (_, i) => `M1,${at(i)},${i}.5,${i % 2 ? 1 : ''}`).join('\n')}\n`
const ndjson = (slots: number): string =>
  Array.from({ length: slots }, (_, i) => JSON.stringify({ meterId: 'M1', at: at(i), kw: i + 0.5 })).join(
    '\n',
  )

const post = (
  office: Office,
  payload: string | Buffer,
  headers: Record<string, string>,
  url = '/v1/readings',
) => office.api.inject({ method: 'POST', url, headers: { ...headers, ...office.analyst }, payload })

const get = (office: Office, url: string) => office.api.inject({ url, headers: office.analyst })

const curve = async (office: Office) =>
  (await get(office, '/v1/points/M1/curve?from=2024-05-06&to=2024-05-06')).json().days as {
    kw: (number | null)[]
    kvar: (number | null)[] | null
  }[]

describe('POST /v1/readings', () => {
  it.each([
    ['CSV', csv(96), CSV],
    ['NDJSON', ndjson(96), NDJSON],
    ['JSON lines', ndjson(96), { 'content-type': 'application/jsonl' }],
    ['packed CSV', gzipSync(csv(96)), { ...CSV, ...GZIP }],
    ['packed NDJSON', gzipSync(ndjson(96)), { ...NDJSON, ...GZIP }],
    ['packed CSV in capitals', gzipSync(csv(96)), { ...CSV, 'content-encoding': 'GZIP' }],
  ])('takes %s', async (_, payload, headers) => {
    const office = await testOffice()
    const response = await post(office, payload, headers)
    expect(response.statusCode).toBe(200)
    expect(response.json()).toEqual({
      form: 'readings',
      encoding: 'ascii',
      packed: 'content-encoding' in headers ? 'gzip' : null,
      received: 96,
      accepted: 96,
      rejected: 0,
      byReason: {},
      firstRejects: [],
    })
    await office.station.engine.settle()
    expect((await curve(office))[0]?.kw).toEqual(Array.from({ length: 96 }, (_, i) => i + 0.5))
  })

  it('tells what was rejected and why, and keeps it', async () => {
    const office = await testOffice()
    const response = await post(office, `${csv(3)}M9,${at(3)},1,\nM1,${at(4)},NaN,\n`, CSV)
    expect(response.json()).toMatchObject({
      received: 5,
      accepted: 3,
      rejected: 2,
      byReason: { 'unknown-meter': 1, 'not-a-number': 1 },
      firstRejects: [{ line: 5 }, { line: 6 }],
    })
    const { rejects } = (await get(office, '/v1/rejects')).json()
    expect(rejects).toMatchObject([
      { reason: 'unknown-meter', raw: `M9,${at(3)},1,`, source: 'http:analyst', times: 1 },
      { reason: 'not-a-number', raw: `M1,${at(4)},NaN,`, times: 1 },
    ])
  })

  it('takes day rows and daily registers, and NDJSON of all kinds together', async () => {
    const office = await testOffice()
    const points = Array.from({ length: 96 }, (_, i) => `P${i + 1}`)
    const rows = `meter_id,date,${points.join(',')}\nM1,2024-05-06,${points.map((_, i) => i).join(',')}\n`
    expect((await post(office, rows, CSV)).json()).toMatchObject({ form: 'day-rows', accepted: 96 })
    const registers = 'meter_id,date,reg_total\nM1,2024-05-06,100\n'
    expect((await post(office, registers, CSV)).json()).toMatchObject({ form: 'registers', accepted: 1 })
    const lines = [
      { meterId: 'M1', at: at(96), kw: 5 },
      { meterId: 'M1', date: '2024-05-08', kw: Array(24).fill(1) },
      { meterId: 'M1', date: '2024-05-08', total: 200 },
    ].map(line => JSON.stringify(line))
    expect((await post(office, lines.join('\n'), NDJSON)).json()).toMatchObject({ received: 26 })
    await office.station.engine.settle()
    expect((await curve(office))[0]?.kw).toEqual(points.map((_, i) => i))
  })

  it('reads lines as a saved profile says', async () => {
    const office = await testOffice()
    const headers = office.analyst
    await office.api.inject({ method: 'PUT', url: '/v1/profiles/w', headers, payload: { unit: 'W' } })
    const answer = await post(office, csv(96), CSV, '/v1/readings?profile=w')
    expect(answer.json()).toMatchObject({ accepted: 96 })
    await office.station.engine.settle()
    expect((await curve(office))[0]?.kw[10]).toBe(0.0105)
    expect((await post(office, csv(1), CSV, '/v1/readings?profile=none')).statusCode).toBe(404)
  })

  it('answers a long body that cannot be read, though nobody reads it to its end', async () => {
    const office = await testOffice()
    const url = await office.api.listen({ host: '127.0.0.1', port: 0 })
    const body = `a,b\n${'1,2\n'.repeat(2_000_000)}`
    const headers = { ...CSV, ...office.analyst }
    const response = await fetch(`${url}/v1/readings`, { method: 'POST', headers, body })
    expect(((await response.json()) as { code: string }).code).toBe('bad-columns')
  })

  it('takes the same batch again, which changes nothing', async () => {
    const office = await testOffice()
    await post(office, csv(96), CSV)
    await office.station.engine.settle()
    const before = await curve(office)
    const again = await post(office, csv(96), CSV)
    expect(again.json()).toMatchObject({ received: 96, accepted: 96, rejected: 0 })
    await office.station.engine.settle()
    expect(await curve(office)).toEqual(before)
    const status = (await get(office, '/v1/status')).json()
    expect(status.outcomes).toEqual({ accepted: 96, duplicate: 96 })
    expect(status).toMatchObject({ waiting: 0, meters: 1, judgedDays: 1 })
    expect(status.work).toMatchObject({
      ...{ engines: [{ name: 'sqlite', isUp: true }], problems: [], waitingSince: null },
      checkpointAt: expect.any(String),
    })
  })

  it('takes a body of any length', async () => {
    const office = await testOffice([meter({ intervalMinutes: 1 })])
    const lines = Array.from({ length: 40_000 }, (_, i) =>
      JSON.stringify({ meterId: 'M1', at: shanghaiText(slotEndMs(MONDAY, i, 1)), kw: i % 50 }),
    ).join('\n')
    expect(lines.length).toBeGreaterThan(2_000_000)
    expect((await post(office, lines, NDJSON)).json()).toMatchObject({ received: 40_000, accepted: 40_000 })
  })

  it('takes nothing from an empty body, and asks CSV for its header', async () => {
    const office = await testOffice()
    expect((await post(office, '', NDJSON)).json()).toMatchObject({ received: 0, accepted: 0 })
    const empty = await post(office, '', CSV)
    expect([empty.statusCode, empty.json().code]).toEqual([400, 'bad-columns'])
    expect((await post(office, 'meter_id,ts,kw\n', CSV)).json()).toMatchObject({ received: 0, accepted: 0 })
  })

  it('keeps what was whole of a packed body that breaks off, and says so', async () => {
    const office = await testOffice()
    const packed = gzipSync(csv(96))
    const response = await post(office, packed.subarray(0, packed.length - 8), { ...CSV, ...GZIP })
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toContain('send it again whole')
    await office.station.engine.settle()
    expect((await get(office, '/v1/status')).json().outcomes).toEqual({ accepted: 96 })
  })
})

describe('POST /v1/registry', () => {
  const HEADER =
    'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'

  it('takes the good rows and names the others; new meters serve at once', async () => {
    const office = await testOffice([])
    const body = `${HEADER}\nM1,C1,某厂,500107,3311,0,10,15,\nM2,C2,某店,500107,5211,many,10,15,\n`
    const response = await post(office, body, CSV, '/v1/registry')
    expect(response.json()).toMatchObject({ added: 1, changed: 0, unchanged: 0, faults: [{ line: 3 }] })
    expect((await post(office, csv(4), CSV)).json()).toMatchObject({ accepted: 4 })
    expect((await post(office, body, CSV, '/v1/registry')).json()).toMatchObject({ added: 0, unchanged: 1 })
  })

  it('takes gzip and workbooks', async () => {
    const office = await testOffice([])
    const row = ['M1', 'C1', '某厂', '500107', '3311', '0', '10', '15', '']
    const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    const files: [Buffer, string][] = [
      [await workbook([HEADER.split(','), row]), XLSX],
      [gzipSync(`${HEADER}\n${row.join(',')}\n`), 'application/gzip'],
      [Buffer.from(`${HEADER}\n${row.join(',')}\n`), 'application/octet-stream'],
    ]
    const answers = []
    for (const [file, type] of files) {
      const answer = await post(office, file, { 'content-type': type }, '/v1/registry')
      answers.push([answer.json().added, answer.json().unchanged])
    }
    expect(answers).toEqual([
      [1, 0],
      [0, 1],
      [0, 1],
    ])
  })

  it('adds what holds from a day on, or makes it all that is known, and tells the correction', async () => {
    const office = await testOffice([])
    const dated = (from: string, kva: number) =>
      `${HEADER},valid_from\nM1,C1,某厂,500107,3311,${kva},10,15,,${from}\n`
    await post(office, dated('', 100), CSV, '/v1/registry')
    await post(office, csv(96), CSV)
    await office.station.engine.settle()
    const merged = await post(office, dated('2024-05-06', 200), CSV, '/v1/registry?mode=merge')
    expect(merged.json()).toMatchObject({ added: 1, correctionId: 1 })
    const entries = async () =>
      ((await get(office, '/v1/registry')).json().meters as { contractKva: number }[]).map(
        ({ contractKva }) => contractKva,
      )
    expect(await entries()).toEqual([100, 200])
    expect((await get(office, '/v1/corrections/1')).json().correction).toMatchObject({ actor: 'analyst' })
    await post(office, dated('', 300), CSV, '/v1/registry?mode=replace')
    expect(await entries()).toEqual([300])
  })

  it('refuses more than 64 MB', async () => {
    const office = await testOffice([])
    const url = await office.api.listen({ host: '127.0.0.1', port: 0 })
    const response = await fetch(`${url}/v1/registry`, {
      method: 'POST',
      headers: { ...CSV, ...office.analyst },
      body: Buffer.alloc(65 * 1024 * 1024, 'x\n'),
    })
    expect(((await response.json()) as { code: string }).code).toBe('too-large')
  })
})

describe('GET /v1/rejects', () => {
  it('turns its pages without a gap or a repeat', async () => {
    const office = await testOffice()
    const rows = Array.from({ length: 23 }, (_, i) => `M1,${at(i)},bad${i},`)
    await post(office, `meter_id,ts,kw,kvar\n${rows.join('\n')}\n`, CSV)
    const seen: string[] = []
    let after: number | null = 0
    const sizes: number[] = []
    while (after !== null) {
      const answer = await get(office, `/v1/rejects?limit=10&after=${after}`)
      const page = answer.json<{ rejects: { raw: string }[]; next: number | null }>()
      sizes.push(page.rejects.length)
      seen.push(...page.rejects.map(({ raw }) => raw))
      after = page.next
    }
    expect(sizes).toEqual([10, 10, 3])
    expect(seen).toEqual(rows)
    const other = (await get(office, '/v1/rejects?reason=malformed')).json()
    expect(other).toEqual({ rejects: [], next: null })
  })
})
