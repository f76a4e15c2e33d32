import type { PriceChangeContent, PriceChangeKind, PriceFault } from '../../../schemas/price-change.ts'
import { columnLetters, type Sheet } from '../../ingest/index.ts'
import { columnsOf } from './columns.ts'
import {
  type EntryRow,
  entryOf,
  ROW_CONTRACTS,
  ROWS_AT_MOST,
  type RuleRow,
  ruleOf,
  type TableRowValue,
} from './content.ts'
import { type DocumentGiven, readDocument } from './document.ts'
import { type Headings, readHeadings } from './headings.ts'
import { readOddities } from './oddities.ts'
import { readRows, type TableRow } from './rows.ts'

/** A table as it was understood. */
export interface ReadChange {
  /** Of the rows without a fault; null when there is none, or nothing can be told of them */
  readonly content: PriceChangeContent | null
  /** Whether that is all of the table: then it has no faults */
  readonly isWhole: boolean
  /** Of the table itself, in its order: rows are counted as the sheet shows them, the heading is row 1 */
  readonly faults: readonly PriceFault[]
  /** A fault of the content, whose rows are counted from 1 and columns are fields, as one of the table */
  readonly inTable: (fault: PriceFault) => PriceFault
  /** Where a row of the content stands in the table */
  readonly rowInTable: (row: number) => number
  /** Rows below the heading */
  readonly rows: number
}

/** Reads a table into the content of a change: everything that is wrong with it is told at once. */
export const readChange = async (
  kind: PriceChangeKind,
  sheet: Sheet,
  given: DocumentGiven = {},
): Promise<ReadChange> => {
  const columns = columnsOf(kind)
  const headings = readHeadings(sheet, columns)
  const { placed } = headings
  const nameAt = (at: number): string => placed.find(one => one.at === at)?.heading ?? columnLetters(at + 1)
  const nameOf = (field: string): string =>
    placed.find(({ column }) => column.field === field)?.heading ??
    columns.find(column => column.field === field)?.zh ??
    field
  const oddities = readOddities(sheet, nameAt)
  const { good, faults: inRows } = await readRows(
    sheet,
    { columns, placed, contract: ROW_CONTRACTS[kind] },
    oddities,
  )
  const rowInTable = (row: number): number => good[row - 1]?.row ?? row
  const mayTell = (field: string): boolean =>
    inRows.length > 0 && placed.some(({ column }) => column.field === field)
  const document =
    kind === 'decision' ? readDocument(good as TableRow<EntryRow>[], given, nameOf, mayTell) : undefined
  const faults = [
    ...sizeFaults(kind, sheet),
    ...headings.faults,
    ...oddities.faults,
    ...inRows,
    ...(kind === 'rules' ? doubleAmounts(good as TableRow<RuleRow>[], nameOf) : []),
    ...(document && 'faults' in document ? document.faults : []),
  ]
  return {
    content: isReadable(kind, sheet, headings) && good.length > 0 ? contentOf(kind, good, document) : null,
    isWhole: faults.length === 0,
    faults: inOrder(faults, headings),
    rowInTable,
    inTable: ({ row, column, reason }) => {
      const found = good[row - 1]
      const field = column.split('.')[0]!
      const isAmount = field === 'formula' && (found?.value as RuleRow | undefined)?.yuanPerKwh != null
      return {
        row: rowInTable(row),
        column: field === '' ? '' : nameOf(isAmount ? 'yuanPerKwh' : field),
        reason,
      }
    },
    rows: Math.max(0, sheet.rows.length - 1),
  }
}

const contentOf = (
  kind: PriceChangeKind,
  good: readonly TableRow<TableRowValue>[],
  document: ReturnType<typeof readDocument> | undefined,
): PriceChangeContent | null => {
  const values = good.map(({ value }) => value)
  switch (kind) {
    case 'rules':
      return { kind, rules: (values as RuleRow[]).map(ruleOf) }
    case 'decision': {
      if (!document || 'faults' in document) return null
      return { kind, decision: { ...document.document, entries: (values as EntryRow[]).map(entryOf) } }
    }
    default:
      return { kind, [kind]: values } as unknown as PriceChangeContent
  }
}

/** Below headings that were not understood, rows may mean something else. */
const isReadable = (kind: PriceChangeKind, { rows }: Sheet, { faults }: Headings): boolean =>
  faults.length === 0 && rows.length - 1 <= ROWS_AT_MOST[kind]

const sizeFaults = (kind: PriceChangeKind, { rows }: Sheet): PriceFault[] => {
  const most = ROWS_AT_MOST[kind]
  if (rows.length <= 1) {
    return [{ row: 0, column: '', reason: 'The table has no rows below its headings.' }]
  }
  const reason = `The table has ${rows.length - 1} rows, and a change ${most} at most: send it in parts.`
  return rows.length - 1 > most ? [{ row: 0, column: '', reason }] : []
}

const doubleAmounts = (rows: readonly TableRow<RuleRow>[], nameOf: (field: string) => string): PriceFault[] =>
  rows.flatMap(({ row, value: { yuanPerKwh, formula } }) =>
    yuanPerKwh == null || formula == null
      ? []
      : [
          {
            row,
            column: nameOf('formula'),
            reason: 'A rule has an amount or a formula, not both: leave one of the cells empty.',
          },
        ],
  )

/** By row, and in a row from left to right. */
const inOrder = (faults: readonly PriceFault[], { placed }: Headings): PriceFault[] => {
  const at = new Map(placed.map(one => [one.heading, one.at]))
  const rank = ({ column }: PriceFault): number => at.get(column) ?? -1
  return faults.toSorted((a, b) => a.row - b.row || rank(a) - rank(b))
}
