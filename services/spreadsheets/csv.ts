import { type Options, stringify } from 'csv-stringify/sync'
import { type Cell, type Column, cellsOf, headingsOf, type Language } from './column.ts'

const OPTIONS: Options = {
  // A cell that begins with = + - @ or a tab is no formula (OWASP, CSV injection); numbers stay numbers.
  escape_formulas: true,
  // A lone carriage return would end the row for some readers.
  quoted_match: /\r/,
  cast: { boolean: String },
}

/** Without it Excel takes UTF-8 for the code page of the machine. */
const BYTE_ORDER_MARK = '\uFEFF'

/** A table as CSV, page by page: the next page is asked for when what was made of the last is taken. */
export async function* csvOf<Row>(
  columns: readonly Column<Row>[],
  pages: AsyncIterable<readonly Row[]>,
  language: Language,
): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + lines([headingsOf(columns, language)])
  for await (const rows of pages) {
    if (rows.length > 0) yield lines(rows.map(row => cellsOf(columns, row)))
  }
}

const lines = (rows: Cell[][]): string => stringify(rows, OPTIONS)
