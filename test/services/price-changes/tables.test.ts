import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import type { PriceChangeKind, PriceFault } from '../../../schemas/price-change.ts'
import { PriceChangeKind as Kind } from '../../../schemas/price-change.ts'
import { readSheet } from '../../../services/ingest/index.ts'
import { templateOf } from '../../../services/price-changes/index.ts'
import { type ReadChange, readChange } from '../../../services/price-changes/tables/read-change.ts'
import { type SheetValue, typedWorkbook, withMerged, withSheetXml } from '../../support/sheet.ts'

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const reading = async (kind: PriceChangeKind, table: string | Buffer, given = {}): Promise<ReadChange> =>
  readChange(kind, await readSheet(once(Buffer.from(table))), given)

const placesOf = (faults: readonly PriceFault[]) => faults.map(({ row, column }) => [row, column])

const NOTICES = '户号,期间起,期间止,通知日期,缴清日期,文号,备注'
const ROW = '9900000001,2026-01-01,2026-06-30,2026-07-10,,示例〔2026〕1号,'
const day = (text: string): Date => new Date(`${text}T00:00:00Z`)
const HEADINGS = NOTICES.split(',')
const CELLS: SheetValue[] = [
  ...['9900000001', day('2026-01-01'), day('2026-06-30'), day('2026-07-10'), null],
  '示例〔2026〕1号',
]
const NOTICE = {
  ...{ customerId: '9900000001', from: '2026-01-01', to: '2026-06-30', noticedOn: '2026-07-10' },
  ...{ paidOn: null, documentNo: '示例〔2026〕1号', note: '' },
}

describe('a table of notices', () => {
  const csv = `${NOTICES}\n${ROW}\n`
  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['CSV', () => Buffer.from(csv)],
    [
      'CSV with a byte order mark and lines as Windows ends them',
      () => Buffer.from(`\uFEFF${csv.replaceAll('\n', '\r\n')}`),
    ],
    ['gzip of it', () => gzipSync(csv)],
    [
      'English headings in any order',
      () =>
        Buffer.from(
          `document_no,From,to,noticed_on,customer_id\n示例〔2026〕1号,2026-01-01,2026/6/30,20260710,9900000001\n`,
        ),
    ],
    ['a workbook of dates', () => typedWorkbook([HEADINGS, CELLS])],
    [
      'a workbook whose dates are ISO texts and whose account is a number',
      () =>
        typedWorkbook([
          HEADINGS,
          [9_900_000_001, '2026-01-01', '2026-06-30', '2026-07-10', null, '示例〔2026〕1号'],
        ]),
    ],
  ])('is read from %s', async (_, table) => {
    const read = await reading('notices', await table())
    expect(read.faults).toEqual([])
    expect(read).toMatchObject({ isWhole: true, rows: 1, content: { kind: 'notices', notices: [NOTICE] } })
  })

  it('is read from GB18030', async () => {
    // 备注 in GB18030, and ASCII else
    const bytes = Buffer.concat([
      Buffer.from('customer_id,from,to,noticed_on,document_no,'),
      Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]),
      Buffer.from('\n9900000001,2026-01-01,2026-06-30,2026-07-10,1,'),
      Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]),
      Buffer.from('\n'),
    ])
    expect(await reading('notices', bytes)).toMatchObject({ content: { notices: [{ note: '备注' }] } })
  })

  it('counts a record with line breaks in its quotes as the one row that a spreadsheet shows', async () => {
    const { faults } = await reading(
      'notices',
      `${NOTICES}\n${ROW}"a\nb\nc"\n${ROW.replace('2026-07-10', '10.7.2026')}\n`,
    )
    expect(placesOf(faults)).toEqual([[3, '通知日期']])
  })
})

describe('faults of a table', () => {
  it.each<[string, string, [number, string][]]>([
    ['no row', NOTICES, [[0, '']]],
    [
      'nothing',
      '',
      [
        [0, ''],
        ...['户号', '期间起', '期间止', '通知日期', '文号'].map((name): [number, string] => [1, name]),
      ],
    ],
    [
      'an unknown heading and a missing one',
      `${NOTICES.replace('户号', '户名')}\n${ROW}\n`,
      [
        [1, '户名'],
        [1, '户号'],
      ],
    ],
    [
      'a heading twice, in two languages',
      `${NOTICES},customer_id\n${ROW},9900000001\n`,
      [[1, 'customer_id']],
    ],
    ['a column without heading', `${NOTICES},\n${ROW},x\n${ROW},y\n`, [[2, 'H']]],
    [
      'an empty row between others, none at the end',
      `${NOTICES}\n${ROW}\n,,,,,,\n${ROW}\n\n,,,\n`,
      [[3, '']],
    ],
    ['an empty cell that must be filled', `${NOTICES}\n${ROW.replace('9900000001', '')}\n`, [[2, '户号']]],
    ['a serial number of a date', `${NOTICES}\n${ROW.replace('2026-01-01', '46023')}\n`, [[2, '期间起']]],
    [
      'dates that are not year first',
      `${NOTICES}\n${ROW.replace('2026-01-01', '01/02/2026').replace('2026-06-30', '2026.6.30')}\n`,
      [
        [2, '期间起'],
        [2, '期间止'],
      ],
    ],
    ['a date that is none', `${NOTICES}\n${ROW.replace('2026-06-30', '2026-02-30')}\n`, [[2, '期间止']]],
    ['a formula', `${NOTICES}\n${ROW.replace('9900000001', '=A1')}\n`, [[2, '户号']]],
    ['signs of no encoding', `${NOTICES}\n${ROW}\uFFFD\n`, [[2, '备注']]],
  ])('are told of %s', async (_, table, places) => {
    const read = await reading('notices', table)
    expect(placesOf(read.faults)).toEqual(places)
    expect(read.isWhole).toBe(false)
    for (const { reason } of read.faults) expect(reason).toMatch(/\S\.$/)
  })

  it('are all told at once, by row and from left to right', async () => {
    const bad = '9900000001,x,2026-06-30,y,,,'
    const { faults, content } = await reading('notices', `${NOTICES}\n${bad}\n${ROW}\n${bad}\n`)
    expect(placesOf(faults)).toEqual([
      ...[2, 4].flatMap(row => ['期间起', '通知日期', '文号'].map(name => [row, name])),
    ])
    expect(content).toMatchObject({ notices: [NOTICE] })
  })

  it('are told of merged headings alone, and not of what they hide', async () => {
    const table = withMerged(await typedWorkbook([HEADINGS.with(2, null as never), CELLS]), 'B1:C1')
    const { faults, content } = await reading('notices', table)
    expect(placesOf(faults)).toEqual([
      [1, '期间起'],
      [2, 'C'],
    ])
    expect(faults[0]!.reason).toContain('B1:C1')
    expect(content).toBeNull()
  })

  it('are told of cells merged below, once', async () => {
    const table = withMerged(await typedWorkbook([HEADINGS, CELLS, [null, ...CELLS.slice(1)]]), 'A2:A3')
    expect(placesOf((await reading('notices', table)).faults)).toEqual([[2, '户号']])
  })

  it('are told of formulas and errors in a workbook though they show values', async () => {
    const table = withSheetXml(await typedWorkbook([HEADINGS, CELLS, CELLS]), xml =>
      xml
        .replace(/(<c r="B2"[^>]*>)/, '$1<f>B3</f>')
        .replace(/<c r="C3"[^>]*>.*?<\/c>/, '<c r="C3" t="e"><v>#REF!</v></c>'),
    )
    expect(placesOf((await reading('notices', table)).faults)).toEqual([
      [2, '期间起'],
      [3, '期间止'],
    ])
  })

  it('are told of numbers as text, of serial numbers and of texts that became dates', async () => {
    const headings = [
      '户号',
      '生产线',
      '核定年度',
      '产品',
      '可比电耗（kWh/t）',
      '核定机关',
      '文号',
      '文件日期',
    ]
    const good: SheetValue[] = ['9900000001', '铝液', 2025, '铝液', 13_471, '机关', '1号', day('2026-03-01')]
    const table = await typedWorkbook([
      headings,
      good.with(2, '2025'),
      good.with(4, '13471'),
      good.with(4, -1),
      good.with(7, 46_082),
      good.with(6, day('2026-03-01')),
      good.with(2, 2025.5),
      good.with(0, 1234567890123456),
      good,
    ])
    const { faults, content } = await reading('assessments', table)
    expect(placesOf(faults)).toEqual([
      ...[
        [2, '核定年度'],
        [3, '可比电耗（kWh/t）'],
        [4, '可比电耗（kWh/t）'],
        [5, '文件日期'],
        [6, '文号'],
      ],
      ...[
        [7, '核定年度'],
        [8, '户号'],
      ],
    ])
    expect(faults[0]!.reason).toContain('number stored as text')
    expect(faults[3]!.reason).toContain('serial number')
    expect(content).toMatchObject({ assessments: [{ year: 2025, kwhPerTonne: 13_471 }] })
  })

  it('are told of a second filled sheet', async () => {
    const files = await typedWorkbook([HEADINGS, CELLS])
    const { default: write } = await import('write-excel-file/node')
    const two = await write([
      { data: [[{ value: 'a' }]], sheet: 'first' },
      { data: [[{ value: 'b' }]], sheet: '说明' },
    ] as never).toBuffer()
    expect((await reading('notices', files)).faults).toEqual([])
    const { faults } = await reading('notices', two)
    expect(faults).toContainEqual({ row: 0, column: '', reason: expect.stringContaining('说明') })
  })
})

describe('amounts', () => {
  const table = (amount: string, formula = '') =>
    `规则编号,适用地区,行业,类别,加价标准（元/kWh）,计算公式（JSON）,依据状态,核实情况,来源,启用\nR,CQ,钢铁、水泥,淘汰类,${amount},${formula},原文,read,s,是\n`

  it.each([
    ['0.5', '0.50'],
    ['1', '1.00'],
    ['0.0123', '0.0123'],
    ['0', '0.00'],
    ['007.10', '7.10'],
  ])('are exact decimals: %s is %s', async (written, read) => {
    expect((await reading('rules', table(written))).content).toMatchObject({
      rules: [{ industries: ['钢铁', '水泥'], formula: { kind: 'flat', yuanPerKwh: read }, enabled: true }],
    })
  })

  it.each(['-0.5', '0.12345', '12345', '"0,5"', '1e-1', '五角', '"1,000"'])('are not %s', async written => {
    expect(placesOf((await reading('rules', table(written))).faults)).toEqual([[2, '加价标准（元/kWh）']])
  })

  it('stand in a workbook as numbers', async () => {
    const [headings, row] = table('0')
      .trim()
      .split('\n')
      .map(line => line.split(',')) as [string[], SheetValue[]]
    const read = await reading(
      'rules',
      await typedWorkbook([headings, row.with(4, 0.3), row.with(4, 0.1 + 0.2)]),
    )
    expect(placesOf(read.faults)).toEqual([[3, '加价标准（元/kWh）']])
    expect(read.content).toMatchObject({ rules: [{ formula: { yuanPerKwh: '0.30' } }] })
  })

  it('may be any other formula, as JSON', async () => {
    const formula = { kind: 'decided-step', basis: 'b', steps: [{ step: 1, yuanPerKwh: '0.05' }] }
    const quoted = `"${JSON.stringify(formula).replaceAll('"', '""')}"`
    expect((await reading('rules', table('', quoted))).content).toMatchObject({ rules: [{ formula }] })
    expect((await reading('rules', table(''))).content).toMatchObject({ rules: [{ formula: null }] })
    const both = await reading('rules', table('0.5', quoted))
    expect(placesOf(both.faults)).toEqual([[2, '计算公式（JSON）']])
    for (const bad of ['{', '{}', '"{""kind"":""flat"",""yuanPerKwh"":""-1""}"']) {
      expect(placesOf((await reading('rules', table('', bad))).faults)).toEqual([[2, '计算公式（JSON）']])
    }
  })
})

describe('a decision', () => {
  const DOCUMENT = {
    ...{
      documentNo: '示例〔2026〕3号',
      title: '决定',
      issuer: '机关',
      issuedOn: '2026-11-20',
      restsOn: '核查',
    },
  }
  const ENTRIES = '户号,行业,类别,执行起始日期'
  const ENTRY = '9900000001,钢铁,淘汰类,2026-12-01'
  const columns = `${ENTRIES},文号,标题,发文机关,发文日期,依据`
  const document = Object.values(DOCUMENT).join(',')

  it.each<[string, string, object]>([
    ['columns of every row', `${columns}\n${ENTRY},${document}\n${ENTRY},${document}\n`, {}],
    ['columns of one row', `${columns}\n${ENTRY},${document}\n${ENTRY},,,,,\n`, {}],
    ['the query', `${ENTRIES}\n${ENTRY}\n${ENTRY}\n`, DOCUMENT],
    ['both alike', `${columns}\n${ENTRY},${document}\n${ENTRY},,,,,\n`, DOCUMENT],
  ])('has its document in %s', async (_, table, given) => {
    const { content, faults } = await reading('decision', table, given)
    expect(faults).toEqual([])
    expect(content).toMatchObject({
      decision: { ...DOCUMENT, entries: [{ action: 'apply' }, { from: '2026-12-01' }] },
    })
    expect(content).not.toHaveProperty('decision.entries.0.title')
  })

  it('is one document a file', async () => {
    const other = document.replace('3号', '4号')
    const { faults } = await reading('decision', `${columns}\n${ENTRY},${document}\n${ENTRY},${other}\n`)
    expect(placesOf(faults)).toEqual([[3, '文号']])
    const beside = await reading('decision', `${columns}\n${ENTRY},${other}\n`, DOCUMENT)
    expect(placesOf(beside.faults)).toEqual([[2, '文号']])
  })

  it('tells what of its document is missing', async () => {
    const { faults } = await reading('decision', `${ENTRIES}\n${ENTRY}\n`, { ...DOCUMENT, title: undefined })
    expect(placesOf(faults)).toEqual([[0, '标题']])
  })

  it('is not missed where only rows that cannot be read tell it', async () => {
    const odd = ENTRY.replace(/\d{4}-\d\d-\d\d/, '2026-11-31')
    const { faults, content } = await reading('decision', `${columns}\n${odd},${document}\n`)
    expect(faults).toMatchObject([{ row: 2, reason: expect.stringContaining('is no date') }])
    expect(content).toBeNull()
  })

  it('knows the words of its actions', async () => {
    const table = `动作,原条目编号,${ENTRIES}\n更正,e1,${ENTRY}\nend,e2,${ENTRY}\n换,e2,${ENTRY}\n`
    const { faults, content } = await reading('decision', table, DOCUMENT)
    expect(placesOf(faults)).toEqual([[4, '动作']])
    expect(content).toMatchObject({ decision: { entries: [{ action: 'correct' }, { action: 'end' }] } })
  })
})

describe('a template', () => {
  it.each(
    Kind.options.flatMap(kind =>
      (['csv', 'xlsx'] as const).flatMap(format =>
        (['zh', 'en'] as const).map(lang => [kind, format, lang] as const),
      ),
    ),
  )('of %s as %s in %s is a table without faults', async (kind, format, lang) => {
    const pieces: Buffer[] = []
    for await (const piece of templateOf(kind, format, lang)) pieces.push(Buffer.from(piece))
    expect(await reading(kind, Buffer.concat(pieces))).toMatchObject({ faults: [], isWhole: true, rows: 1 })
  })
})
