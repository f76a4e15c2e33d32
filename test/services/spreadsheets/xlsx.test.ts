import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import readWorkbook from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { xlsxOf } from '../../../services/spreadsheets/index.ts'
import { all, COLUMNS, cell, endless, inPages, paged, type Row } from './tables.ts'

const written = async (pages: readonly Row[][], rowsPerSheet?: number): Promise<Buffer> =>
  Buffer.concat(await all(xlsxOf(COLUMNS, inPages(pages), 'zh', rowsPerSheet)))

const read = async (bytes: Buffer): Promise<unknown[][][]> =>
  (await readWorkbook(bytes, { trim: false })).map(({ data }) => data)

const HEADING = ['甲', '乙', '丙']

/** What a reader finds in a cell. */
const shown = (value: Row[number]): Row[number] => {
  if (typeof value !== 'string') return value
  const text = value.toWellFormed().replaceAll(/[^\P{Cc}\t\n\r\u007F-\u009F]|[\uFFFE\uFFFF]/gu, '')
  return text === '' ? null : text
}

describe('xlsxOf', () => {
  it('is read back as it was, but for control characters', async () => {
    const rows = [
      ['=1+1', -1.5, true],
      [' 重庆 <&> "a"\nb', 'a\u0000\u0007b\uD800', 1e21],
    ]
    expect(await read(await written([rows]))).toEqual([
      [HEADING, rows[0], [' 重庆 <&> "a"\nb', 'ab\uFFFD', 1e21]],
    ])
  })

  it('is read back sheet by sheet, whatever the pages and the sheets', () =>
    fc.assert(
      fc.asyncProperty(paged(cell), fc.integer({ min: 2, max: 9 }), async (pages, rowsPerSheet) => {
        let n = 0
        // A reader leaves out rows without a cell at the end of a sheet.
        const numbered = pages.map(page => page.map(([, ...rest]): Row => [n++, ...rest]))
        const rows = numbered.flat().map(row => row.map(shown))
        const found = await read(await written(numbered, rowsPerSheet))
        expect(found.map(([heading]) => heading!.slice(0, 1))).toEqual(found.map(() => ['甲']))
        expect(found).toHaveLength(Math.max(1, Math.ceil(rows.length / (rowsPerSheet - 1))))
        expect(found.flatMap(([, ...sheet]) => sheet.map(row => filledUp(row)))).toEqual(rows)
      }),
      { numRuns: 60 },
    ))

  it('keeps its bold heading in sight', async () => {
    const parts = unzipSync(await written([[['a', 1, null]]]))
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml']!)
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>')
    expect(sheet).toContain('<c r="A1" s="1" t="inlineStr">')
    expect(sheet).toContain('<c r="B2"><v>1</v></c>')
    expect(strFromU8(parts['xl/styles.xml']!)).toContain('<xf xfId="0" fontId="1" applyFont="1"/>')
  })

  it('asks for no more pages than are taken, and ends them when the reader goes', async () => {
    const { asked, pages } = endless()
    const source = Readable.from(xlsxOf(COLUMNS, pages, 'zh'), { highWaterMark: 1 })
    await pipeline(source, async (chunks: AsyncIterable<Uint8Array>) => {
      let taken = 0
      for await (const _ of chunks) if (++taken === 3) break
    })
    expect(asked.ended).toBe(true)
    expect(asked.pages).toBeLessThan(100)
  })
})

const filledUp = (row: readonly unknown[]): unknown[] => HEADING.map((_, i) => row[i] ?? null)
