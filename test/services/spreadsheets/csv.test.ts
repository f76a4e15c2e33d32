import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../services/spreadsheets/index.ts'
import { all, COLUMNS, cell, endless, inPages, paged, type Row } from './tables.ts'

const written = async (pages: readonly Row[][], language: 'zh' | 'en' = 'zh'): Promise<string> =>
  (await all(csvOf(COLUMNS, inPages(pages), language))).join('')

/** What a reader finds in a cell. */
const shown = (value: Row[number]): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  return /^[=+\-@\t\r＝＋－＠]/.test(value) ? `'${value}` : value
}

describe('csvOf', () => {
  it('is read back as it was, but for what would be a formula', () =>
    fc.assert(
      fc.asyncProperty(paged(cell), async pages => {
        const found = parse(await written(pages), { bom: true, skip_empty_lines: false }) as string[][]
        expect(found).toEqual([['甲', '乙', '丙'], ...pages.flat().map(row => row.map(shown))])
      }),
    ))

  it('keeps numbers as numbers, and says in English what is asked in English', async () => {
    expect(await written([[[-1.5, '-1.5', '=SUM(A1)']]], 'en')).toBe(
      "\uFEFFColumn 1,Column 2,Column 3\n-1.5,'-1.5,'=SUM(A1)\n",
    )
  })

  it('asks for no more pages than are taken, and ends them when the reader goes', async () => {
    const { asked, pages } = endless()
    const read = Readable.from(csvOf(COLUMNS, pages, 'zh'), { highWaterMark: 1 })
    await pipeline(read, async (chunks: AsyncIterable<string>) => {
      let taken = 0
      for await (const _ of chunks) if (++taken === 3) break
    })
    expect(asked.ended).toBe(true)
    expect(asked.pages).toBeLessThanOrEqual(5)
  })
})
