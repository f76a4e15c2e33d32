import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { columnLetters, type Sheet, type SheetCell } from '../../ingest/index.ts'
import { readCell } from './cells.ts'
import { isRequired, type TableColumn } from './columns.ts'
import type { PlacedColumn } from './headings.ts'
import type { Oddities } from './oddities.ts'
import { sentenceOf } from './sentence-of.ts'

/** A row of a table that was understood whole. */
export interface TableRow<Row> {
  /** Where it stands in the sheet, from 1 */
  readonly row: number
  readonly value: Row
}

export interface TableRows<Row> {
  readonly good: readonly TableRow<Row>[]
  readonly faults: readonly PriceFault[]
}

/** Others get their turn after so many rows. */
const ROWS_AT_ONCE = 500

/** What a table's rows are read by. */
export interface RowContract<Row> {
  readonly columns: readonly TableColumn[]
  readonly placed: readonly PlacedColumn[]
  readonly contract: z.ZodType<Row>
}

/** Reads every row below the heading by its contract; an empty one between others is a fault. */
export const readRows = async <Row>(
  sheet: Sheet,
  by: RowContract<Row>,
  oddities: Oddities,
): Promise<TableRows<Row>> => {
  const good: TableRow<Row>[] = []
  const faults: PriceFault[] = []
  const width = Math.max(0, ...by.placed.map(({ at }) => at + 1), sheet.rows[0]?.length ?? 0)
  const isBare = barenessOf(sheet)
  for (let i = 1; i < sheet.rows.length; i++) {
    if (i % ROWS_AT_ONCE === 0) await setImmediate()
    const [cells, row] = [sheet.rows[i]!, i + 1]
    const isSpoilt = oddities.spoiltIn(row)
    if (cells.every((cell, at) => cell === null && !isSpoilt(at))) {
      if (![...Array(width).keys()].some(isSpoilt)) faults.push(emptyRow(row))
      continue
    }
    faults.push(...isBare(cells, row))
    const read = readRow({ cells, row, isSpoilt, isTyped: sheet.isTyped }, by)
    if ('value' in read) good.push({ row, value: read.value })
    else faults.push(...read.faults)
  }
  return { good, faults }
}

interface Row {
  readonly cells: readonly SheetCell[]
  readonly row: number
  readonly isSpoilt: (at: number) => boolean
  readonly isTyped: boolean
}

const readRow = <T>(
  { cells, row, isSpoilt, isTyped }: Row,
  { columns, placed, contract }: RowContract<T>,
): { readonly value: T } | { readonly faults: PriceFault[] } => {
  const faults: PriceFault[] = []
  const candidate: Record<string, unknown> = Object.fromEntries(
    columns.filter(column => !isRequired(column)).map(({ field, empty }) => [field, empty]),
  )
  const bad = new Set<string>()
  for (const { column, at, heading } of placed) {
    const cell = cells[at] ?? null
    if (isSpoilt(at)) {
      bad.add(column.field)
    } else if (cell === null) {
      if (!isRequired(column)) continue
      bad.add(column.field)
      faults.push({ row, column: heading, reason: 'The cell must be filled.' })
    } else {
      const read = readCell(cell, column, isTyped)
      if ('value' in read) candidate[column.field] = read.value
      else {
        bad.add(column.field)
        faults.push({ row, column: heading, reason: read.reason })
      }
    }
  }
  const result = contract.safeParse(candidate)
  if (result.success && bad.size === 0) return { value: result.data }
  for (const issue of result.error?.issues ?? []) {
    const [field, ...inside] = issue.path
    const named = placed.find(({ column }) => column.field === String(field))
    // Each cell has one fault at most; a column that is not there has one at the heading.
    if (!named || bad.has(named.column.field)) continue
    bad.add(named.column.field)
    faults.push({ row, column: named.heading, reason: sentenceOf(issue, inside) })
  }
  return { faults }
}

const emptyRow = (row: number): PriceFault => ({
  row,
  column: '',
  reason: 'The row is empty: take it out, lest a table that was cut is taken for whole.',
})

/** Tells once of each column that has no heading where its first cell stands. */
const barenessOf = ({ rows }: Sheet): ((cells: readonly SheetCell[], row: number) => PriceFault[]) => {
  const heading = rows[0] ?? []
  const told = new Set<number>()
  return (cells, row) =>
    cells.flatMap((cell, at) => {
      if (cell === null || (heading[at] ?? null) !== null || told.has(at)) return []
      told.add(at)
      const column = columnLetters(at + 1)
      return [{ row, column, reason: `The cell stands in column ${column}, which has no heading.` }]
    })
}
