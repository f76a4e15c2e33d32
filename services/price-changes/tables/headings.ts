import type { PriceFault } from '../../../schemas/price-change.ts'
import { columnLetters, type Sheet } from '../../ingest/index.ts'
import { isRequired, type TableColumn } from './columns.ts'

/** A column of a table that was understood. */
export interface PlacedColumn {
  readonly column: TableColumn
  /** In the sheet, from 0 */
  readonly at: number
  /** As it stands over the column */
  readonly heading: string
}

export interface Headings {
  readonly placed: readonly PlacedColumn[]
  readonly faults: readonly PriceFault[]
}

const HEADING_ROW = 1

/** Finds out which column is which by the first row; headings in Chinese or English, in any order. */
export const readHeadings = ({ rows, merged }: Sheet, columns: readonly TableColumn[]): Headings => {
  const cells = (rows[0] ?? []).map(cell => (cell === null ? '' : String(cell)))
  const found = cells.map((heading, at) => ({ heading, at, column: columnNamed(heading, columns) }))
  const known = found.flatMap(one => (one.column ? [one as PlacedColumn] : []))
  const placed = columns.flatMap(column => known.find(one => one.column === column) ?? [])
  // What cells that are one hide is told of them.
  const isMerged = merged.some(({ first }) => first.row === HEADING_ROW)
  const unknown = found.filter(({ heading, column }) => heading !== '' && !column)
  const doubled = known.filter(one => !placed.includes(one))
  const missing = columns.filter(
    column => isRequired(column) && !placed.some(one => one.column === column) && !isMerged,
  )
  return {
    placed,
    faults: [
      ...unknown.map(({ heading, at }) =>
        fault(
          heading,
          `The heading "${heading.slice(0, 40)}" (column ${columnLetters(at + 1)}) is not known.`,
        ),
      ),
      ...doubled.map(({ heading, at }) =>
        fault(
          heading,
          `The heading stands twice, again in column ${columnLetters(at + 1)}: leave one of them.`,
        ),
      ),
      ...missing.map(({ zh, en }) => fault(zh, `The column ${zh} (${en}) is missing.`)),
    ],
  }
}

const fault = (column: string, reason: string): PriceFault => ({ row: HEADING_ROW, column, reason })

const columnNamed = (heading: string, columns: readonly TableColumn[]): TableColumn | undefined => {
  const name = plain(heading)
  return columns.find(({ zh, en }) => plain(zh) === name || plain(en) === name)
}

/** Without what makes no difference: blanks, letters large or small, brackets full or half width. */
const plain = (name: string): string => name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
