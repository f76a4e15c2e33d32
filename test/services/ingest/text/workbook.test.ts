import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import writeWorkbook from 'write-excel-file/node'
import { meter } from '../../../support/meters.ts'
import { unzip, zip } from '../../../support/zip.ts'
import { profileOf, taken } from '../taken.ts'

type Cell = string | number | boolean | null | { value: Date; format: string }

const workbook = (rows: Cell[][]): Promise<Buffer> =>
  writeWorkbook(rows as unknown as Parameters<typeof writeWorkbook>[0]).toBuffer() as Promise<Buffer>

/** A cell that shows a date and time; a sheet knows no zone. */
const shows = (text: string, format = 'yyyy-mm-dd hh:mm:ss'): Cell => ({
  value: new Date(`${text}Z`),
  format,
})

const zone = profileOf({ zone: '+08:00' })

describe('a workbook', () => {
  it('holds what a CSV file would, ids as text or as number, times as dates', async () => {
    const ids = ['0012', '5001234567890', '电,表"一"']
    const bytes = await workbook([
      ['meter_id', 'ts', 'kw', 'kvar'],
      ['0012', shows('2026-05-06T00:15:00'), 1.5, null],
      [null, null, null, null],
      [5001234567890, shows('2026-05-07T00:00:00', 'yyyy"年"m"月"d"日" h:mm'), 1e-7, 0.1 + 0.2],
      ['电,表"一"', '2026-05-06 00:30', '12,5', 2],
      ['电,表"一"', '2026-05-06 00:45', '12.5', true],
      ['电,表"一"', '2026-05-06 01:00', ' 12.5 ', 2],
    ])
    const meters = ids.map(meterId => meter({ meterId }))
    const { result, readings, rejects } = await taken(bytes, { meters, profile: zone })
    expect(result).toMatchObject({ form: 'readings', packed: 'xlsx', encoding: 'utf-8', received: 5 })
    expect(readings).toMatchObject([
      { meterId: '0012', at: '2026-05-06T00:15:00+08:00', kw: 1.5, kvar: undefined },
      { meterId: '5001234567890', at: '2026-05-07T00:00:00+08:00', kw: 1e-7, kvar: 0.3 },
      { meterId: '电,表"一"', at: '2026-05-06T01:00:00+08:00', kw: 12.5, kvar: 2 },
    ])
    expect(rejects).toMatchObject([
      { line: 5, reason: 'not-a-number', raw: '"电,表""一""",2026-05-06 00:30,"12,5",2' },
      { line: 6, reason: 'not-a-number' },
    ])
  })

  it('of day rows and of registers has dates in cells', async () => {
    const points = Array.from({ length: 24 }, (_, i) => i)
    const days = await taken(
      await workbook([
        ['meter_id', 'date', ...points.map(i => `P${i + 1}`)],
        ['M1', shows('2026-05-06T00:00:00', 'yyyy/m/d'), ...points],
      ]),
    )
    expect(days.days).toMatchObject([{ date: '2026-05-06', kw: points }])
    const registers = await taken(
      await workbook([
        ['meter_id', 'date', 'reg_total', 'max_kw', 'max_kw_at'],
        [
          'M1',
          shows('2026-05-06T00:00:00', 'yyyy-mm-dd'),
          123456.78,
          5,
          shows('1899-12-30T09:45:00', 'hh:mm'),
        ],
      ]),
    )
    expect(registers.registers).toMatchObject([{ total: 123456.78, maxKwAt: '2026-05-06T09:45:00+08:00' }])
  })

  it('keeps its cells apart whatever the delimiter and the line ends in them', async () => {
    const rows = [
      ['meter_id', 'date', 'reg_total', 'note'],
      ['M1', '2026-05-06', 7, 'one; two,\nthree'],
      ['M1', '2026-05-07', 'x', 'one; two,\nthree'],
    ]
    const profile = profileOf({ delimiter: ';' })
    const { registers, rejects } = await taken(await workbook(rows), { profile })
    expect(registers).toMatchObject([{ total: 7 }])
    expect(rejects[0]!.raw).toBe('M1;2026-05-07;x;"one; two, three"')
    const { header, profile: again } = rejects[0]!.layout
    expect((await taken(`${header}\n${rejects[0]!.raw}`, { profile: again })).reasons).toEqual([
      'not-a-number',
    ])
  })

  it('is read from its first sheet that holds anything', async () => {
    const bytes = await writeWorkbook([
      { sheet: '说明', data: [] },
      {
        sheet: '数据',
        data: [
          ['meter_id', 'date', 'reg_total'],
          ['M1', '2026-05-06', 7],
        ],
      },
    ]).toBuffer()
    expect((await taken(bytes as Buffer)).registers).toMatchObject([{ total: 7 }])
  })

  it('may be packed again, and is CSV whatever is said', async () => {
    const bytes = gzipSync(
      await workbook([
        ['meter_id', 'date', 'reg_total'],
        ['M1', '2026-05-06', 7],
      ]),
    )
    expect((await taken(bytes, { form: 'ndjson' })).result).toMatchObject({ packed: 'xlsx', accepted: 1 })
  })

  it('of many rows comes whole and in order', async () => {
    const rows = Array.from({ length: 2_500 }, (_, i) => ['M1', '2026-05-06', i])
    const { registers } = await taken(await workbook([['meter_id', 'date', 'reg_total'], ...rows]))
    expect(registers.map(({ total }) => total)).toEqual(rows.map((_, i) => i))
  })

  it('without anything in it is refused', async () => {
    await expect(taken(await workbook([]))).rejects.toThrow('The input is empty')
  })
})

describe('a workbook that cannot be read', () => {
  const whole = workbook([
    ['meter_id', 'date', 'reg_total'],
    ['M1', '2026-05-06', 7],
  ])

  it('because it is cut is refused with a sentence', async () => {
    for (const part of [4, 100, -30, -1]) {
      const refused = taken((await whole).subarray(0, part))
      await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
      await expect(refused).rejects.toThrow('save it anew, or as CSV UTF-8.')
    }
  })

  it('because it is another zip is refused with a sentence', async () => {
    const renamed = Buffer.from(
      (await whole).toString('latin1').replaceAll('workbook.xml', 'workbuch.xml'),
      'latin1',
    )
    const refused = taken(renamed)
    await expect(refused).rejects.toMatchObject({ code: 'bad-request' })
    await expect(refused).rejects.toThrow(/^The workbook cannot be read \(.*\): save it anew/)
  })

  it('because it says that it unpacks to too much is refused before it is unpacked', async () => {
    const bytes = Buffer.from(await whole)
    const entry = bytes.indexOf(Buffer.from('504b0102', 'hex'))
    bytes.writeUInt32LE(300 * 1024 * 1024, entry + 24)
    await expect(taken(bytes)).rejects.toMatchObject({ code: 'too-large' })
    bytes.writeUInt32LE(0xffffffff, entry + 24)
    await expect(taken(bytes)).rejects.toThrow('save the sheet as CSV UTF-8.')
  })

  it.each([
    ['<row r="1"', '<row r="2000000000"'],
    ['<row r="1"', '<row r="1048577"'],
    ['r="B1"', 'r="ZZZZZ1"'],
    ['r="B1"', 'r="XFD1048576"'],
  ])('because %s became %s is refused before a table is made of it', async (before, after) => {
    const files = unzip(await whole)
    const name = [...files.keys()].find(file => /worksheets\/[^/]*\.xml$/.test(file))!
    const sheet = files.get(name)!.toString()
    expect(sheet).toContain(before)
    files.set(name, Buffer.from(sheet.replace(before, after)))
    await expect(taken(zip(files))).rejects.toThrow(
      /^The workbook cannot be read \((a cell stands at|it claims)/,
    )
  })

  it('because it is over 64 MB is refused while it comes', async () => {
    let blocks = 0
    const endless = async function* () {
      yield (await whole).subarray(0, 8)
      for (;;) {
        blocks++
        yield Buffer.alloc(8 * 1024 * 1024)
      }
    }
    await expect(taken(endless())).rejects.toMatchObject({ code: 'too-large' })
    expect(blocks).toBe(8)
  })
})
