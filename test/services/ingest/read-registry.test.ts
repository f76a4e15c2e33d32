import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { readRegistry } from '../../../services/ingest/index.ts'
import { profileOf } from './taken.ts'

const HEADER =
  'meter_id,customer_id,customer_name,district_code,industry_code,contract_kva,voltage_kv,interval_minutes,licensed_processes'
const GOOD = 'M1,C1,某铸造厂,500107,3391,2500,10,15,induction-melting;sand-casting'

const read = (text: string, profile?: ImportProfile) => readRegistry(Buffer.from(text), profile)
/** The good row with columns and cells behind it. */
const one = (columns: string, cells: string) => read(`${HEADER}${columns}\n${GOOD}${cells}\n`)
/** The good row from one day to another, several times. */
const dated = (...days: string[]) =>
  read(`${HEADER},valid_from,valid_to\n${days.map(day => `${GOOD},${day}`).join('\n')}\n`)

describe('a registry row', () => {
  it('is read to the contract, with what is usual where nothing is told', async () => {
    expect(await one('', '')).toEqual({
      encoding: 'utf-8',
      packed: null,
      faults: [],
      meters: [
        {
          meterId: 'M1',
          pointId: 'M1',
          customerId: 'C1',
          customerName: '某铸造厂',
          districtCode: '500107',
          industryCode: '3391',
          industryEdition: '2017',
          contractKva: 2_500,
          voltageKv: 10,
          intervalMinutes: 15,
          licensedProcesses: ['induction-melting', 'sand-casting'],
          supplyUnit: '',
          status: 'in-use',
          multiplier: 1,
          feed: 'main',
          parentPointId: '',
          address: '',
          creditCode: '',
          transformerId: '',
          licensedTonnesPerYear: 0,
          validFrom: null,
          validTo: null,
        },
      ],
    })
  })

  it('counts an unknown licence word as none', async () => {
    const text = `${HEADER}\nM1,C1,n,d,i,1,10,15,gold-making; forging ;induction_melting\n`
    expect((await read(text)).meters[0]?.licensedProcesses).toEqual(['forging'])
  })

  it.each([
    ['在用', 'in-use'],
    ['停产', 'production-stopped'],
    ['暂停', 'suspended'],
    ['销户', 'account-closed'],
    ['已退出', 'exited'],
    ['suspended', 'suspended'],
    ['', 'in-use'],
  ])('with status "%s" is %s', async (text, status) => {
    expect((await one(',status', `,${text}`)).meters[0]?.status).toBe(status)
  })

  it.each([
    ['multiplier', '2000', { multiplier: 2_000 }],
    ['multiplier', '0.5', { multiplier: 0.5 }],
    ['multiplier', '', { multiplier: 1 }],
    ['feed', '主供', { feed: 'main' }],
    ['feed', '备用', { feed: 'backup' }],
    ['feed', 'backup', { feed: 'backup' }],
    ['feed', '', { feed: 'main' }],
    ['parent_point_id', 'P7', { parentPointId: 'P7' }],
    ['address', '永川区大安街道8号', { address: '永川区大安街道8号' }],
    ['transformer_id', 'T1', { transformerId: 'T1' }],
    ['licensed_tonnes_per_year', '12000', { licensedTonnesPerYear: 12_000 }],
    ['licensed_tonnes_per_year', '', { licensedTonnesPerYear: 0 }],
    ['valid_from', '2026/3/1', { validFrom: '2026-03-01' }],
    ['valid_to', '20260331', { validTo: '2026-03-31' }],
  ])('with %s "%s" says %o', async (column, cell, expected) => {
    expect((await one(`,${column}`, `,${cell}`)).meters).toMatchObject([expected])
  })

  it('reads columns in any order, ignores others and drops a byte order mark', async () => {
    const columns = HEADER.split(',').reverse()
    const cells = GOOD.split(',').reverse()
    const { meters, faults } = await read(`\uFEFFnote,${columns.join(',')}\r\nhello,${cells.join(',')}\r\n`)
    expect(faults).toEqual([])
    expect(meters).toEqual((await one('', '')).meters)
  })

  it('may hold quoted cells with commas', async () => {
    const { meters } = await read(`${HEADER}\nM1,C1,"Works, north",500107,3391,1,10,15,\n`)
    expect(meters[0]?.customerName).toBe('Works, north')
  })

  it('may have the names of its source', async () => {
    const profile = profileOf({ columns: { customer_id: '户号', customer_name: '户名' }, delimiter: '\t' })
    const header = HEADER.replace('customer_id', '户号').replace('customer_name', '户名')
    const { meters } = await read(`${header}\n${GOOD}\n`.replaceAll(',', '\t'), profile)
    expect(meters).toMatchObject([{ customerId: 'C1', customerName: '某铸造厂' }])
  })
})

describe('a meter in several rows', () => {
  it.each([
    ['one after the other', ['2026-01-01,2026-01-31', '2026-02-01,']],
    ['each until the next', ['2026-01-01,', '2026-02-01,']],
    ['from the beginning, then from a day on', [',', '2026-02-01,']],
    ['in any order, with days between', ['2026-03-01,', ',2026-01-31', '2026-02-01,2026-02-10']],
  ])('is good when they follow %s', async (_, days) => {
    const { meters, faults } = await dated(...days)
    expect(faults).toEqual([])
    expect(meters).toHaveLength(days.length)
  })

  it.each([
    ['the same first day', ['2026-01-01,', '2026-01-01,2026-01-31'], 'twice from 2026-01-01 on'],
    ['no first day twice', [',', ','], 'stands there twice.'],
    ['a day of both', ['2026-01-01,2026-02-01', '2026-02-01,'], 'twice on 2026-02-01'],
    ['a day of both, later first', ['2026-02-01,', ',2026-02-01'], 'twice on 2026-02-01'],
    ['a last day before the first', [',2025-12-31', '2026-02-02,2026-02-01'], 'before valid_from'],
    ['a day that does not exist', [',2025-12-31', '2026-02-30,'], 'validFrom'],
  ])('keeps the first and names the second with %s', async (_, days, sentence) => {
    const { meters, faults } = await dated(...days)
    expect(meters).toHaveLength(1)
    expect(faults).toEqual([{ line: 3, detail: expect.stringContaining(sentence) }])
  })
})

describe('a bad registry row', () => {
  it.each([
    ['a decimal comma in quotes', 'M2,C2,n,d,i,"2,5",10,15,', 'contractKva'],
    ['an interval of 7 minutes', 'M2,C2,n,d,i,1,10,7,', 'intervalMinutes'],
    ['no customer', 'M2,,n,d,i,1,10,15,', 'customerId'],
    ['no meter', ',C2,n,d,i,1,10,15,', 'meterId'],
    ['a negative contract', 'M2,C2,n,d,i,-1,10,15,', 'contractKva'],
    ['words for a number', 'M2,C2,n,d,i,many,10,15,', 'contractKva'],
    ['a letter that is no UTF-8', 'M2,C2,\uFFFD,d,i,1,10,15,', 'UTF-8'],
  ])('with %s is named by line and field while the others are taken', async (_, row, field) => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\n${row}\nM3,C3,n,d,i,1,10,15,\n`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1', 'M3'])
    expect(faults).toEqual([{ line: 3, detail: expect.stringContaining(field) }])
  })

  it.each([
    ['status', 'asleep'],
    ['multiplier', '0'],
    ['multiplier', '-1'],
    ['multiplier', '100/5'],
    ['feed', 'third'],
    ['valid_from', '1.3.2026'],
    ['valid_to', '2026-02-30'],
  ])('with %s "%s" is named', async (column, cell) => {
    const { meters, faults } = await one(`,${column}`, `,${cell}`)
    expect(meters).toEqual([])
    const field = column.replace(/_(.)/, (_, letter: string) => letter.toUpperCase())
    expect(faults).toEqual([{ line: 2, detail: expect.stringContaining(field) }])
  })

  it('is named by its line when it is the last and has no end', async () => {
    const { faults } = await read(`${HEADER}\n${GOOD}\n\nM2,C2,n,d,i,many,10,15,`)
    expect(faults.map(({ line }) => line)).toEqual([4])
  })

  it('that is cut in the middle is named, and takes no licence from anybody', async () => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\nM2,C2,某铸造厂,5001`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1'])
    expect(faults.map(({ line }) => line)).toEqual([3])
  })

  it('with more cells than columns is named: a decimal comma moves the licences', async () => {
    const { meters, faults } = await read(`${HEADER}\n${GOOD}\nM2,C2,n,d,i,2,5,10,15,forging\n`)
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M1'])
    expect(faults.map(({ line }) => line)).toEqual([3])
  })

  it('whose quotes do not close is named, and those after it are taken', async () => {
    const { meters, faults } = await read(`${HEADER}\nM1,"C1\n${GOOD.replace('M1', 'M2')}\n`)
    expect(faults.map(({ line }) => line)).toEqual([2])
    expect(meters.map(({ meterId }) => meterId)).toEqual(['M2'])
  })
})

describe('a registry', () => {
  /** 某铸造厂 in GB18030 */
  const NAME_GB18030 = 'c4b3d6fdd4ecb3a7'

  it('may be packed, in GB18030, or a workbook', async () => {
    const expected = (await one('', '')).meters
    expect(await readRegistry(gzipSync(`${HEADER}\n${GOOD}\n`))).toMatchObject({
      packed: 'gzip',
      meters: expected,
    })
    const [before, after] = `${HEADER}\n${GOOD}\n`.split('某铸造厂')
    const gb18030 = Buffer.concat([
      Buffer.from(before!),
      Buffer.from(NAME_GB18030, 'hex'),
      Buffer.from(after!),
    ])
    expect(await readRegistry(gb18030)).toMatchObject({ encoding: 'gb18030', meters: expected })
    const cells = GOOD.split(',').map(cell => (/^\d+$/.test(cell) ? Number(cell) : cell))
    const workbook = (await writeWorkbook([HEADER.split(','), cells]).toBuffer()) as Buffer
    expect(await readRegistry(workbook)).toMatchObject({ packed: 'xlsx', meters: expected })
  })

  it('is refused with the names of the missing columns', async () => {
    await expect(read('meter_id,customer_id\nM1,C1\n')).rejects.toMatchObject({
      code: 'bad-columns',
      message: expect.stringContaining('customer_name, district_code'),
    })
    await expect(read('meter_id,ts,kw\n')).rejects.toThrow("The registry's first line must name")
  })

  it('is refused when it is empty', async () => {
    await expect(read('')).rejects.toMatchObject({ code: 'bad-columns' })
  })
})
