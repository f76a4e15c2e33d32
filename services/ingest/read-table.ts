import { ProblemError } from '../../schemas/problem.ts'
import { wrongWidth } from './forms/cells.ts'
import { faultOfLine } from './line-reader.ts'
import { csvCells } from './text/csv-cells.ts'
import { openText } from './text/open-text.ts'

/** A row of a small table, or why it is none. Lines are counted from 1. */
export type TableRow = { readonly line: number } & (
  | { readonly cell: (column: string) => string }
  | { readonly fault: string }
)

/** The columns a table may have, each with other names it goes by. */
export type TableColumns = Readonly<Record<string, readonly string[]>>

/**
 * Reads a small table of any packing and encoding, whole; columns in any order, by their names or other names. Throws
 * ProblemError `bad-columns` when a column is not known, or one of `required` is missing.
 */
export const readTable = async (
  bytes: AsyncIterable<Uint8Array>,
  columns: TableColumns,
  required: readonly string[],
): Promise<TableRow[]> => {
  const source = await openText(bytes, ',')
  const rows: TableRow[] = []
  let places: ReadonlyMap<string, number> | undefined
  let width = 0
  for await (const lines of source.lines) {
    for (const { number, text } of lines) {
      const cells = csvCells(text, ',')
      if (!places) {
        places = placesOf(cells, columns, required)
        width = cells.length
        continue
      }
      const fault =
        faultOfLine(text, source) ?? (cells.length === width ? undefined : wrongWidth(cells.length, width))
      const held = places
      rows.push(
        fault
          ? { line: number, fault: fault.detail }
          : { line: number, cell: column => cells[held.get(column) ?? -1]?.trim() ?? '' },
      )
    }
  }
  if (!places)
    throw new ProblemError('bad-columns', 'The input is empty: its first line must name the columns.')
  return rows
}

const placesOf = (
  header: readonly string[],
  columns: TableColumns,
  required: readonly string[],
): ReadonlyMap<string, number> => {
  const names = header.map(name => name.trim().toLowerCase())
  const known = names.map(name =>
    Object.keys(columns).find(own => own === name || columns[own]!.includes(name)),
  )
  const unknown = header.filter((_, i) => known[i] === undefined)
  const missing = required.filter(name => !known.includes(name))
  if (unknown.length + missing.length === 0) return new Map(known.map((name, i) => [name!, i]))
  const complaints = [
    ...(missing.length > 0 ? [`${missing.join(', ')} missing`] : []),
    ...(unknown.length > 0 ? [`${unknown.map(name => `"${name.trim()}"`).join(', ')} not known`] : []),
  ]
  throw new ProblemError(
    'bad-columns',
    `The first line must name ${required.join(', ')} and may name ${Object.keys(columns)
      .filter(name => !required.includes(name))
      .join(', ')}; ${complaints.join('; ')}.`,
  )
}
