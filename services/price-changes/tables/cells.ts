import { dayText } from '../../../schemas/day.ts'
import { readDay, type SheetCell } from '../../ingest/index.ts'
import type { TableColumn } from './columns.ts'

/** What a cell holds as the contract writes it, or why it is none: one sentence. */
export type CellRead = { readonly value: unknown } | { readonly reason: string }

type Filled = Exclude<SheetCell, null>
type Reader = (cell: Filled, column: TableColumn, isTyped: boolean) => CellRead

/** Reads a filled cell. `isTyped`: its sheet tells numbers and dates from texts. */
export const readCell: Reader = (cell, column, isTyped) => {
  if (typeof cell === 'string' && cell.includes(UNREADABLE)) {
    return no('holds signs that cannot be read: save the table as CSV UTF-8')
  }
  if (!isTyped && typeof cell === 'string' && cell.startsWith('=')) {
    return no('holds a formula: put its value there')
  }
  return READERS[column.type](cell, column, isTyped)
}

const UNREADABLE = '\uFFFD'
const LETTERS_TOLD = 40

const no = (what: string): CellRead => ({ reason: `The cell ${what}.` })
const noSuch = (cell: Filled, what: string): CellRead => ({
  reason: `"${shown(cell)}" is ${what}.`,
})

const shown = (cell: Filled): string =>
  (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell)).slice(0, LETTERS_TOLD)

/** A spreadsheet holds fifteen digits of a number; what is longer has lost its end. */
const HIGHEST_EXACT = 1e15

const text: Reader = (cell, _column, isTyped) => {
  if (cell instanceof Date)
    return no('was made a date by the spreadsheet: format it as text, and write it anew')
  if (typeof cell === 'boolean') return noSuch(cell, 'true or false, and no text: format it as text')
  if (typeof cell === 'number') {
    return Number.isInteger(cell) && Math.abs(cell) < HIGHEST_EXACT
      ? { value: String(cell) }
      : noSuch(cell, 'a number that may have lost digits: format the column as text, and write it anew')
  }
  // As exports guard a text that a spreadsheet would take for a formula.
  return { value: isTyped ? cell : cell.replace(/^'(?=[=+\-@\t\r])/, '') }
}

const SEPARATORS = /[;；、]/

const list: Reader = (cell, column, isTyped) => {
  const read = text(cell, column, isTyped)
  if ('reason' in read) return read
  const words = (read.value as string).split(SEPARATORS).map(word => word.trim())
  return words.includes('') ? noSuch(cell, 'a list with an empty place: write A;B') : { value: words }
}

const PLAIN = /^-?\d+(\.\d+)?$/

const number: Reader = (cell, _column, isTyped) => {
  if (typeof cell === 'number') return { value: cell }
  if (typeof cell !== 'string') return noSuch(cell, 'no number')
  if (!PLAIN.test(cell))
    return noSuch(cell, 'no number: write it with a point and without separators, as 1234.5')
  return isTyped
    ? noSuch(cell, 'a number stored as text: format the cell as a number, and write it anew')
    : { value: Number(cell) }
}

const integer: Reader = (cell, column, isTyped) => {
  const read = number(cell, column, isTyped)
  return 'reason' in read || Number.isInteger(read.value) ? read : noSuch(cell, 'no whole number')
}

const AMOUNT = /^(\d{1,4})(?:\.(\d{1,4}))?$/

/** Yuan/kWh, an exact decimal of two to four places. */
const amount: Reader = (cell, column, isTyped) => {
  const read = number(cell, column, isTyped)
  if ('reason' in read) return read
  if ((read.value as number) < 0) return noSuch(cell, 'negative: a surcharge is 0 or more')
  const [, whole, places = ''] = AMOUNT.exec(String(cell)) ?? []
  return whole === undefined
    ? noSuch(cell, 'no amount of yuan/kWh with at most four digits before and four after the point')
    : { value: `${Number(whole)}.${places.padEnd(2, '0')}` }
}

const SERIAL = /^\d{5}(\.\d+)?$/
const NO_DATE = 'no date: write it year first, as 2026-11-01'
const A_SERIAL = 'the serial number of a date: format the cell as a date, or write it as 2026-11-01'

const date: Reader = cell => {
  if (typeof cell === 'number' || (typeof cell === 'string' && SERIAL.test(cell)))
    return noSuch(cell, A_SERIAL)
  const written = cell instanceof Date ? cell.toISOString().slice(0, 19) : String(cell)
  const day = readDay(written)
  return Number.isNaN(day) ? noSuch(cell, NO_DATE) : { value: dayText(day) }
}

const BOOLEANS = new Map([
  ...['是', 'true', 'yes'].map(word => [word, true] as const),
  ...['否', 'false', 'no'].map(word => [word, false] as const),
])

const boolean: Reader = cell => {
  if (typeof cell === 'boolean') return { value: cell }
  const value = BOOLEANS.get(String(cell).toLowerCase())
  return value === undefined ? noSuch(cell, 'neither 是 (yes) nor 否 (no)') : { value }
}

const choice: Reader = (cell, { words = {} }) => {
  const word = String(cell)
  const value = words[word] ?? Object.values(words).find(own => own === word.toLowerCase())
  if (value !== undefined) return { value }
  const known = Object.entries(words).map(([theirs, own]) => `${theirs} (${own})`)
  return noSuch(cell, `none of ${known.join(', ')}`)
}

const json: Reader = cell => {
  try {
    return { value: JSON.parse(String(cell)) }
  } catch {
    return noSuch(cell, 'no JSON')
  }
}

const READERS: Readonly<Record<TableColumn['type'], Reader>> = {
  ...{ text, list, number, integer, amount, date, boolean, choice, json },
}
