import type { PriceFault } from '../../../schemas/price-change.ts'
import { columnLetters, type Sheet } from '../../ingest/index.ts'

/** What of a sheet cannot be read as a table, beside its headings and values, and the places it spoils. */
export interface Oddities {
  readonly faults: readonly PriceFault[]
  /** Whether something was told already of the cell of a row (from 1) in a column (from 0) */
  spoiltIn(row: number): (at: number) => boolean
}

/** Merged cells, formulas, errors, further sheets; `nameOf` tells what a column is called. */
export const readOddities = (sheet: Sheet, nameOf: (at: number) => string): Oddities => {
  const { odd, merged, others } = sheet
  const spoilt = new Set(odd.map(({ row, column }) => `${row} ${column - 1}`))
  return {
    faults: [
      ...(others.length > 0 ? [furtherSheets(others)] : []),
      ...merged.map(({ first, last }) => ({
        row: first.row,
        column: nameOf(first.column - 1),
        reason: `The cells ${place(first)}:${place(last)} are merged: take them apart and fill each, with the headings alone in the first row.`,
      })),
      ...odd.map(({ row, column, kind }) => ({
        row,
        column: nameOf(column - 1),
        reason:
          kind === 'formula'
            ? 'The cell holds a formula: put its value there.'
            : 'The cell shows an error: put its value there.',
      })),
    ],
    spoiltIn(row) {
      const across = merged.filter(({ first, last }) => first.row <= row && row <= last.row)
      return at =>
        spoilt.has(`${row} ${at}`) ||
        across.some(({ first, last }) => first.column <= at + 1 && at + 1 <= last.column)
    },
  }
}

const place = ({ row, column }: { readonly row: number; readonly column: number }): string =>
  `${columnLetters(column)}${row}`

const furtherSheets = (others: readonly string[]): PriceFault => ({
  row: 0,
  column: '',
  reason: `The workbook holds more than one filled sheet (${others.slice(0, 5).join(', ')}): leave the table alone in it.`,
})
