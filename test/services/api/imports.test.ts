import { type AddressInfo, connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { dayText, shanghaiText } from '../../../schemas/day.ts'
import { ImportJob, ImportPreview } from '../../../schemas/import.ts'
import { meter } from '../../support/meters.ts'
import { MONDAY, slotEndMs } from '../../support/readings.ts'
import { workbook } from '../../support/workbook.ts'
import { get, post, put } from './asking.ts'
import { expectProblem } from './expect-problem.ts'
import { type Office, testOffice } from './office.ts'

const at = (slot: number): string => shanghaiText(slotEndMs(MONDAY, slot))
const DATE = dayText(MONDAY)
const READINGS = `meter_id,ts,kw\nM1,${at(0)},1.5\nM1,${at(1)},2.5\n`
const points = (count: number, from = 1): string[] =>
  Array.from({ length: count }, (_, i) => String(i + from))
const P96 = points(96).map(n => `P${n}`)
const DAY_ROWS = [
  ['meter_id', 'date', ...P96],
  ['M1', DATE, ...points(96)],
]
const WORKBOOK = await workbook(DAY_ROWS)
const csv = (rows: readonly (readonly string[])[]): string => rows.map(row => row.join(',')).join('\n')
const REGISTERS = `meter_id,date,reg_total,reg_peak,max_kw\nM1,${DATE},1234.5,400,88\n`
const REGISTRY = `meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes
M9,C9,仓储,500107,5990,100,10,15,
`
/** 仓储 */
const STORE_GB18030 = Buffer.from([0xb2, 0xd6, 0xb4, 0xa2])

const importing = async (office: Office, payload: string | Buffer, query = ''): Promise<ImportJob> => {
  const accepted = await post(office, `/v1/imports${query}`, payload)
  expect(accepted.statusCode, accepted.body).toBe(202)
  const { id } = ImportJob.parse(accepted.json())
  await office.importer.settle()
  await office.station.engine.settle()
  return ImportJob.parse((await get(office, `/v1/imports/${id}`)).json())
}

const kwOf = async (office: Office): Promise<(number | null)[]> =>
  (await get(office, `/v1/points/M1/curve?from=${DATE}&to=${DATE}`)).json().days[0]?.kw ?? []

describe('POST /v1/imports', () => {
  it.each<[string, string | Buffer, object]>([
    ['readings', READINGS, { form: 'readings', packed: null, accepted: 2 }],
    ['day rows', csv(DAY_ROWS), { form: 'day-rows', packed: null, accepted: 96 }],
    ['packed day rows', gzipSync(csv(DAY_ROWS)), { form: 'day-rows', packed: 'gzip', accepted: 96 }],
    ['a workbook', WORKBOOK, { form: 'day-rows', packed: 'xlsx', accepted: 96 }],
    ['daily registers', REGISTERS, { form: 'registers', packed: null, accepted: 1 }],
    [
      'NDJSON',
      JSON.stringify({ meterId: 'M1', at: at(0), kw: 1 }),
      { form: 'readings', packed: null, accepted: 1 },
    ],
  ])('takes %s, whatever it is called', async (_, file, result) => {
    const office = await testOffice()
    const job = await importing(office, file, '?fileName=%E6%95%B0%E6%8D%AE.dat')
    expect(job).toMatchObject({
      state: 'done',
      fileName: '数据.dat',
      createdBy: 'analyst',
      profileName: null,
      backfill: false,
      result,
    })
  })

  it('reads a file as its profile says, as it was when the file was sent', async () => {
    const office = await testOffice()
    await put(office, '/v1/profiles/collector', {
      columns: { meter_id: '电表', ts: '时间', kw: '功率' },
      unit: 'W',
      zone: '+08:00',
      delimiter: ';',
    })
    const text = `电表;时间;功率;备注\nM1;${DATE} 00:15:00;1500;好\n`
    const job = await importing(office, text, '?profile=collector&backfill=true')
    expect(job).toMatchObject({ state: 'done', profileName: 'collector', backfill: true })
    expect(job.result).toMatchObject({ accepted: 1, encoding: 'utf-8' })
    expect((await kwOf(office))[0]).toBe(1.5)
  })

  it('refuses a profile that is not saved, a form, and nothing at all', async () => {
    const office = await testOffice()
    expectProblem(await post(office, '/v1/imports?profile=none', READINGS), 404, 'not-found')
    expectProblem(
      await post(office, '/v1/imports', '--x--', { 'content-type': 'multipart/form-data; boundary=x' }),
      415,
      'unsupported-media-type',
    )
    expectProblem(
      await office.api.inject({ method: 'POST', url: '/v1/imports', headers: office.analyst }),
      400,
      'bad-request',
    )
    expectProblem(await post(office, '/v1/imports?backfill=yes', READINGS), 400, 'bad-request')
    expect((await get(office, '/v1/imports')).json()).toEqual({ imports: [], next: null })
  })

  it('tells a registry where it belongs', async () => {
    const office = await testOffice()
    const { state, problem } = await importing(office, REGISTRY)
    expect([state, problem]).toEqual(['failed', expect.stringContaining('POST /v1/registry')])
  })

  it('fails an upload that is cut on the wire', async () => {
    const office = await testOffice()
    await office.api.listen({ host: '127.0.0.1', port: 0 })
    const { port } = office.api.server.address() as AddressInfo
    const socket = connect(port, '127.0.0.1')
    const head = ['POST /v1/imports HTTP/1.1', 'host: x', `authorization: ${office.analyst.authorization}`]
    socket.write([...head, 'content-length: 100000', '', READINGS].join('\r\n'))
    const states = async () => (await office.importer.list({ limit: 5 })).map(({ state }) => state)
    await expect.poll(states).toEqual(['uploading'])
    socket.destroy()
    await expect.poll(states).toEqual(['failed'])
  })
})

describe('GET /v1/imports', () => {
  it('turns its pages newest first, without a gap or a repeat', async () => {
    const office = await testOffice()
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift((await importing(office, READINGS)).id)
    const seen: string[] = []
    let url: string | null = '/v1/imports?limit=2'
    while (url) {
      const page: { imports: ImportJob[]; next: string | null } = (await get(office, url)).json()
      seen.push(...page.imports.map(({ id }) => id))
      url = page.next && `/v1/imports?limit=2&before=${page.next}`
    }
    expect(seen).toEqual(ids)
  })

  it('knows no other', async () => {
    const office = await testOffice()
    expectProblem(await get(office, '/v1/imports/0none'), 404, 'not-found')
    expectProblem(await post(office, '/v1/imports/0none/cancel'), 404, 'not-found')
    const { id } = await importing(office, READINGS)
    expectProblem(await post(office, `/v1/imports/${id}/cancel`), 409, 'wrong-state')
  })
})

describe('POST /v1/imports/preview', () => {
  const preview = async (office: Office, payload: string | Buffer, query = ''): Promise<ImportPreview> => {
    const answer = await post(office, `/v1/imports/preview${query}`, payload)
    expect(answer.statusCode, answer.body).toBe(200)
    return ImportPreview.parse(answer.json())
  }

  it.each<[string, string | Buffer, object, object]>([
    [
      'readings',
      READINGS,
      { form: 'readings', encoding: 'ascii' },
      { meterId: 'M1', known: true, kw: [1.5] },
    ],
    [
      'day rows',
      gzipSync(csv(DAY_ROWS)),
      { form: 'day-rows', packed: 'gzip' },
      { points: 96, kw: [1, 2, 3, 4] },
    ],
    ['a workbook', WORKBOOK, { form: 'day-rows', packed: 'xlsx' }, { meterId: 'M1', points: 96 }],
    [
      'daily registers',
      REGISTERS,
      { form: 'registers', packed: null },
      { registers: { total: 1234.5, peak: 400 }, kw: [88] },
    ],
    [
      'a registry in GB18030',
      Buffer.concat([
        Buffer.from(REGISTRY.split('仓储')[0]!),
        STORE_GB18030,
        Buffer.from(REGISTRY.split('仓储')[1]!),
      ]),
      { form: 'registry', encoding: 'gb18030' },
      { meterId: 'M9', known: false, meter: { customerName: '仓储', contractKva: 100 } },
    ],
    [
      'NDJSON',
      JSON.stringify({ meterId: 'M1', at: at(0), kw: 7 }),
      { form: 'readings', columns: [] },
      { kw: [7], to: at(0) },
    ],
  ])('shows %s as they would be understood, and takes nothing', async (_, file, found, understood) => {
    const office = await testOffice()
    const answer = await preview(office, file)
    expect(answer).toMatchObject(found)
    expect(answer.rows[0]?.understood).toMatchObject(understood)
    expect((await get(office, '/v1/status')).json().outcomes).toEqual({})
    expect(await kwOf(office)).toEqual([])
  })

  it('shows the columns of a profile, and what would be turned away', async () => {
    const office = await testOffice()
    await put(office, '/v1/profiles/collector', { columns: { meter_id: '电表' } })
    const text = `电表,ts,kw,备注\nM404,${at(0)},5,\n`
    const { columns, rows } = await preview(office, text, '?profile=collector')
    expect(columns).toEqual([
      { name: '电表', meaning: 'meter_id' },
      { name: 'ts', meaning: 'ts' },
      { name: 'kw', meaning: 'kw' },
      { name: '备注', meaning: null },
    ])
    expect(rows).toMatchObject([{ line: 2, fault: { reason: 'unknown-meter' } }])
  })

  it('refuses what cannot be read', async () => {
    const office = await testOffice()
    expectProblem(await post(office, '/v1/imports/preview', 'a,b\n1,2\n'), 400, 'bad-columns')
    const cut = gzipSync(READINGS).subarray(0, 30)
    expectProblem(await post(office, '/v1/imports/preview', cut), 400, 'bad-request')
    expectProblem(await post(office, '/v1/imports/preview?profile=none', READINGS), 404, 'not-found')
  })

  it('answers before it has read all of a long body', async () => {
    const office = await testOffice([meter({ intervalMinutes: 1 })])
    const url = await office.api.listen({ host: '127.0.0.1', port: 0 })
    const block = Buffer.from(`M1,${at(0)},5\n`.repeat(10_000))
    const body = ReadableStream.from(
      (async function* () {
        yield Buffer.from('meter_id,ts,kw\n')
        for (let sent = 0; sent < 40; sent++) yield block
      })(),
    )
    const response = await fetch(`${url}/v1/imports/preview`, {
      method: 'POST',
      headers: office.analyst,
      body,
      duplex: 'half',
    })
    expect(ImportPreview.parse(await response.json()).rows).toHaveLength(20)
  })
})
