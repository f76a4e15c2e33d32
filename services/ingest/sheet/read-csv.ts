import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { type CsvError, parse } from 'csv-parse'
import { ProblemError } from '../../../schemas/problem.ts'
import { decodeText } from '../text/decode-text.ts'
import type { Sheet, SheetCell } from './sheet.ts'

const LETTERS_PER_SLICE = 64 * 1024
/** So many cells are more than any table of a change has. */
const CELLS_AT_MOST = 4_000_000

/**
 * A CSV as spreadsheets open it: a record is a row, whatever line breaks stand in its quotes, and an empty line an
 * empty row. UTF-8 or GB18030. Throws ProblemError when its quotes do not close, or it has too many cells.
 */
export const readCsvSheet = async (bytes: Uint8Array): Promise<Sheet> => {
  const rows: SheetCell[][] = []
  let cells = 0
  const records = Readable.from(slices(await textOf(bytes))).pipe(
    parse({ relax_column_count: true, relax_quotes: true, skip_empty_lines: false, bom: true }),
  )
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      rows.push(record.map(text => (text.trim() === '' ? null : text.trim())))
      cells += record.length
      if (cells > CELLS_AT_MOST)
        throw new ProblemError('too-large', 'The table has too many cells: send it in parts.')
    }
  } catch (error) {
    if (!(error as CsvError).code?.startsWith('CSV_')) throw error
    throw new ProblemError(
      'bad-request',
      `The table cannot be read below row ${rows.length}, where a quote opens that nothing closes: save it anew.`,
    )
  }
  while (rows.at(-1)?.every(cell => cell === null)) rows.pop()
  return { isTyped: false, rows, odd: [], merged: [], others: [] }
}

const textOf = async (bytes: Uint8Array): Promise<string> => {
  let text = ''
  for await (const piece of decodeText(Readable.from([bytes]), () => {})) text += piece
  return text
}

/** Pieces of whole lines; between them others get their turn. */
async function* slices(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at + LETTERS_PER_SLICE) + 1
    yield text.slice(at, end || undefined)
    at = end || text.length
    await setImmediate()
  }
}
