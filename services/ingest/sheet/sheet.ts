/** null: an empty cell */
export type SheetCell = string | number | boolean | Date | null

/** A place in a sheet, as people read it there: rows and columns are counted from 1. */
export interface SheetPlace {
  readonly row: number
  readonly column: number
}

/** A cell that does not hold a plain value, though it may show one. */
export interface OddCell extends SheetPlace {
  readonly kind: 'formula' | 'error'
}

/** Cells that are one, from the first to the last inclusive. */
export interface MergedCells {
  readonly first: SheetPlace
  readonly last: SheetPlace
}

/** A table as it stands in a file, nothing of it understood yet. */
export interface Sheet {
  /** Whether numbers, dates and texts are told apart (a workbook); in CSV every cell is a text or null */
  readonly isTyped: boolean
  /** Row 1 of the sheet first, empty rows too */
  readonly rows: readonly (readonly SheetCell[])[]
  readonly odd: readonly OddCell[]
  readonly merged: readonly MergedCells[]
  /** Names of further sheets that hold cells, of which nothing is read */
  readonly others: readonly string[]
}

/** A, B … Z, AA … of the columns from 1 on. */
export const columnLetters = (column: number): string =>
  (column > 26 ? columnLetters(Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26))
