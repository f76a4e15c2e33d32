import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText } from '../../schemas/day.ts'
import type { PriceChangeContent, PriceChangeKind, PriceFault } from '../../schemas/price-change.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { readSheet } from '../../services/ingest/index.ts'
import { tableOf } from '../../services/price-changes/index.ts'
import { columnsOf } from '../../services/price-changes/tables/columns.ts'
import { type ReadChange, readChange } from '../../services/price-changes/tables/read-change.ts'
import { type SheetValue, typedWorkbook } from '../support/sheet.ts'
import { unzip, zip } from '../support/zip.ts'

/** Each workbook is read by a thread of its own, which takes its time to begin. */
const RUNS = { csv: 150, xlsx: 12 } as const
const TIMEOUT_MS = 180_000

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

const reading = async (kind: PriceChangeKind, bytes: Uint8Array): Promise<ReadChange> =>
  readChange(kind, await readSheet(once(bytes)))

const bytesOf = async (pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> => {
  const read: Buffer[] = []
  for await (const piece of pieces) read.push(Buffer.from(piece))
  return Buffer.concat(read)
}

// What people write, without the signs that stand for something in a table.
const text = fc
  .string({ unit: fc.constantFrom(...'ab01,"\n 中文（）〔〕%./'), minLength: 1, maxLength: 12 })
  .map(drawn => drawn.trim())
  .filter(drawn => drawn !== '')
const word = fc
  .string({ unit: fc.constantFrom(...'ab01中文-'), minLength: 1, maxLength: 8 })
  .map(one => `a${one}`)
const words = fc.array(word, { maxLength: 3 })
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null })
const day = fc.integer({ min: 10_000, max: 25_000 }).map(dayText)
const amount = fc
  .integer({ min: 0, max: 99_999_999 })
  .map(units => (units / 10_000).toFixed(4).replace(/0{1,2}$/, ''))
const positive = fc.integer({ min: 1, max: 9_999_999 }).map(units => units / 100)
const percent = fc.integer({ min: 0, max: 10_000 }).map(units => units / 100)
const note = fc.oneof(text, fc.constant(''))
const category = fc.constantFrom('淘汰类', '限制类', '参照淘汰类', '阶梯', '惩罚性')

const formula = fc.oneof(
  fc.constant(null),
  amount.map(yuanPerKwh => ({ kind: 'flat', yuanPerKwh })),
  fc.record({
    kind: fc.constant('decided-step'),
    basis: text,
    steps: fc.array(fc.record({ step: fc.integer({ min: 1, max: 9 }), yuanPerKwh: amount }), {
      minLength: 1,
      maxLength: 3,
    }),
  }),
)
const rule = fc.record({
  ...{ id: word, jurisdiction: fc.constantFrom('CN', 'CQ', '500107'), category, formula },
  industries: fc.array(word, { minLength: 1, maxLength: 3 }),
  ...{ floats: fc.boolean(), planYear: maybe(fc.integer({ min: 2000, max: 2100 })), appliesTo: maybe(text) },
  ...{
    documentNo: maybe(text),
    documentTitle: maybe(text),
    effectiveFrom: maybe(day),
    effectiveTo: maybe(day),
  },
  ...{ gapReason: note, sourceStatus: fc.constantFrom('original', 'secondary', 'memory', 'not-found') },
  ...{ verification: text, source: text, note, enabled: fc.boolean() },
})
const assessment = fc.record({
  ...{
    customerId: word,
    line: text,
    process: note,
    year: fc.integer({ min: 2000, max: 2100 }),
    product: text,
  },
  ...{ outputTonnes: maybe(positive), kwhPerTonne: positive, limitKwhPerTonne: maybe(positive) },
  ...{ commissionedOn: maybe(day), nonHydroPercent: maybe(percent), incentivePercent: maybe(percent) },
  ...{ authority: text, documentNo: text, documentDate: day, note },
})
const entry = fc.record({
  ...{
    action: fc.constantFrom('apply', 'correct', 'end'),
    entryId: maybe(word),
    customerId: word,
    industry: word,
  },
  ...{
    category,
    step: maybe(fc.integer({ min: 1, max: 9 })),
    line: note,
    pointIds: words,
    yuanPerKwh: maybe(amount),
  },
  ...{ from: day, to: maybe(day), caseNumber: maybe(word), note },
})
const document = { documentNo: text, title: text, issuer: text, issuedOn: day, restsOn: text }
const notice = fc.record({
  ...{ customerId: word, from: day, to: day, noticedOn: day, paidOn: maybe(day), documentNo: text, note },
})
const rows = <T>(row: fc.Arbitrary<T>) => fc.array(row, { minLength: 1, maxLength: 8 })

const content = fc.oneof(
  rows(rule).map(rules => ({ kind: 'rules', rules })),
  rows(assessment).map(assessments => ({ kind: 'assessments', assessments })),
  fc.record({ ...document, entries: rows(entry) }).map(decision => ({ kind: 'decision', decision })),
  rows(notice).map(notices => ({ kind: 'notices', notices })),
) as fc.Arbitrary<PriceChangeContent>

describe.each(['csv', 'xlsx'] as const)('a table as %s', format => {
  it('that was made of a change is read as that change', { timeout: TIMEOUT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(content, fc.constantFrom('zh', 'en'), async (made, lang) => {
        const { faults, content: read } = await reading(made.kind, await bytesOf(tableOf(made, format, lang)))
        expect(faults).toEqual([])
        expect(read).toEqual(made)
      }),
      { numRuns: RUNS[format], endOnFailure: true },
    )
  })

  it('with so many broken cells has so many faults, at their places', { timeout: TIMEOUT_MS }, async () => {
    await fc.assert(
      fc.asyncProperty(brokenTable(format), async ({ table, broken }) => {
        const bytes = format === 'csv' ? csvOf(table) : await typedWorkbook(table)
        const { faults, isWhole } = await reading('assessments', bytes)
        expect(placesOf(faults)).toEqual(broken)
        expect(isWhole).toBe(broken.length === 0)
      }),
      { numRuns: RUNS[format], endOnFailure: true },
    )
  })
})

const placesOf = (faults: readonly PriceFault[]) =>
  faults.map(({ row, column }) => `${row} ${column}`).toSorted()

const COLUMNS = columnsOf('assessments')
const HEADINGS = COLUMNS.map(({ zh }) => zh)
/** What is no text in a workbook; in CSV all is text whose signs can be read. */
const NO_TEXT: readonly SheetValue[] = [true, 0.5, 1e20, new Date('2026-01-01T00:00:00Z')]
/** What no cell of another type can hold, in CSV as in a workbook. */
const BROKEN: Readonly<Record<string, readonly SheetValue[]>> = {
  text: ['\uFFFD'],
  number: ['12,5', '十', '1e3', '-'],
  integer: ['12.5', '2026年', '--1'],
  date: ['2026.1.1', '1/2/2026', '46023', '2026-02-30', 'soon'],
}

/** A table of assessments with some cells broken, one fault each, and where. */
const brokenTable = (format: keyof typeof RUNS) =>
  fc
    .record({
      good: rows(assessment),
      breaks: fc.uniqueArray(
        fc.record({
          row: fc.nat({ max: 7 }),
          at: fc.nat({ max: COLUMNS.length - 1 }),
          which: fc.nat({ max: 9 }),
        }),
        { maxLength: 12, selector: ({ row, at }) => `${row} ${at}` },
      ),
    })
    .map(({ good, breaks }) => {
      const cells = good.map(row =>
        COLUMNS.map(({ field, type }): SheetValue => {
          const value = row[field as keyof typeof row]
          if (value === null || value === '') return null
          return type === 'date' ? new Date(`${value}T00:00:00Z`) : value
        }),
      )
      const kept = breaks.filter(({ row }) => row < good.length)
      for (const { row, at, which } of kept) {
        const { type } = COLUMNS[at]!
        const words = type === 'text' && format === 'xlsx' ? NO_TEXT : BROKEN[type]!
        cells[row]![at] = words[which % words.length]!
      }
      return {
        table: [HEADINGS, ...cells],
        broken: kept.map(({ row, at }) => `${row + 2} ${HEADINGS[at]}`).toSorted(),
      }
    })

const csvOf = (table: readonly (readonly SheetValue[])[]): Buffer =>
  Buffer.from(table.map(row => row.map(csvCell).join(',')).join('\n'))

const csvCell = (value: SheetValue): string => {
  const plain = value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '')
  return `"${plain.replaceAll('"', '""')}"`
}

/** What became of a table that somebody spoilt: read, or refused with a sentence; anything else is a mistake of ours. */
const outcomeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await reading('notices', bytes)
    return 'read'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.code
  }
}

describe('a spoilt file', () => {
  it('is read or refused, wherever it is cut or changed', { timeout: TIMEOUT_MS }, async () => {
    const workbook = await typedWorkbook([
      ['户号', '期间起'],
      ['C1', new Date('2026-01-01T00:00:00Z')],
    ])
    const spoilt = fc.oneof(
      fc.nat({ max: workbook.length }).map(at => workbook.subarray(0, at)),
      fc.tuple(fc.nat({ max: workbook.length - 1 }), fc.nat({ max: 255 })).map(([at, byte]) => {
        const changed = Buffer.from(workbook)
        changed[at] = byte
        return changed
      }),
      fc.uint8Array({ maxLength: 400 }),
      fc.uint8Array({ maxLength: 100 }).map(noise => Buffer.concat([Buffer.from('504b0304', 'hex'), noise])),
      fc
        .string({ unit: fc.constantFrom(...'",\n\r;户\u0000'), maxLength: 60 })
        .map(drawn => Buffer.from(drawn)),
    )
    await fc.assert(
      fc.asyncProperty(spoilt, async bytes => {
        expect(['read', 'bad-request', 'too-large', 'unsupported-media-type']).toContain(
          await outcomeOf(bytes),
        )
      }),
      { numRuns: 60, endOnFailure: true },
    )
  })

  it('that unpacks to what no table is, is refused before it is', async () => {
    const files = unzip(await typedWorkbook([['户号']]))
    const bomb = zip(new Map(files).set('xl/sharedStrings.xml', Buffer.alloc(200 * 1024 * 1024, ' ')))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await outcomeOf(bomb)).toBe('too-large')
  })

  it('that unpacks to more than it says is refused', async () => {
    const files = unzip(await typedWorkbook([['户号']]))
    const name = [...files.keys()].find(one => one.includes('worksheets/'))!
    const honest = zip(
      new Map(files).set(name, Buffer.concat([files.get(name)!, Buffer.alloc(50 * 1024 * 1024, ' ')])),
    )
    const size = Buffer.alloc(4)
    size.writeUInt32LE(files.get(name)!.length + 50 * 1024 * 1024)
    const lying = Buffer.from(honest)
    for (let at = lying.indexOf(size); at >= 0; at = lying.indexOf(size, at + 4))
      lying.writeUInt32LE(1_000, at)
    expect(await outcomeOf(lying)).toBe('bad-request')
  })
})
