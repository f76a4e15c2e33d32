import fc from 'fast-check'
import type { Cell, Column } from '../../../services/spreadsheets/index.ts'

/** A row of a test's table. */
export type Row = readonly Cell[]

export const COLUMNS: readonly Column<Row>[] = ['甲', '乙', '丙'].map((zh, i) => ({
  zh,
  en: `Column ${i + 1}`,
  of: row => row[i]!,
}))

export const text: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('=1+1', '+86 23', '-1', '@x', '\ty', '\rz', '"', 'a,b', 'a\nb', ' 重庆 ', '<&>', ']]>'),
)

/** A workbook knows one zero. */
const positiveZero = (value: number): number => value + 0

const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }).map(positiveZero))

/** Tables cut in pages of any size. */
export const paged = (cell: fc.Arbitrary<Cell>): fc.Arbitrary<Row[][]> =>
  fc.array(fc.array(fc.tuple(cell, cell, cell), { maxLength: 5 }), { maxLength: 5 })

export const cell: fc.Arbitrary<Cell> = fc.oneof(text, number, fc.boolean(), fc.constant(null))

export async function* inPages<T>(pages: readonly T[]): AsyncGenerator<T> {
  yield* pages
}

export const all = async <T>(pieces: AsyncIterable<T>): Promise<T[]> => {
  const taken: T[] = []
  for await (const piece of pieces) taken.push(piece)
  return taken
}

/** Pages without end, and how many of them were asked for. */
export const endless = () => {
  const asked = { pages: 0, ended: false }
  async function* pages(): AsyncGenerator<Row[]> {
    try {
      for (;;) {
        asked.pages += 1
        yield Array.from({ length: 100 }, (_, i) => [`row ${i}`, i, true])
      }
    } finally {
      asked.ended = true
    }
  }
  return { asked, pages: pages() }
}
