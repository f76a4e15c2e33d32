import type { ExportFormat } from '../../../schemas/export.ts'
import type { PriceChangeContent, PriceChangeKind } from '../../../schemas/price-change.ts'
import { type Cell, type Column, csvOf, type Language, xlsxOf } from '../../spreadsheets/index.ts'
import { columnsOf, type TableColumn } from './columns.ts'
import { rowsIn, type TableRowValue } from './content.ts'
import examples from './examples.data.json' with { type: 'json' }

type Table = AsyncIterable<string | Uint8Array>

/** An empty table of a kind: its headings, and one row that shows how it is filled. */
export const templateOf = (kind: PriceChangeKind, format: ExportFormat, language: Language): Table =>
  written(kind, examples[kind] as unknown as readonly TableRowValue[], format, language)

/** The rows of a change as a table that can be imported again. */
export const tableOf = (content: PriceChangeContent, format: ExportFormat, language: Language): Table =>
  written(content.kind, rowsIn(content), format, language)

const ROWS_PER_PAGE = 500

const written = (
  kind: PriceChangeKind,
  rows: readonly TableRowValue[],
  format: ExportFormat,
  language: Language,
): Table => {
  const columns = columnsOf(kind).map(
    (column): Column<TableRowValue> => ({
      zh: column.zh,
      en: column.en,
      of: row => cellOf(column, (row as unknown as Record<string, unknown>)[column.field], language),
    }),
  )
  return (format === 'csv' ? csvOf : xlsxOf)(columns, pagesOf(rows), language)
}

async function* pagesOf<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < rows.length; at += ROWS_PER_PAGE) yield rows.slice(at, at + ROWS_PER_PAGE)
}

const cellOf = ({ type, words = {} }: TableColumn, value: unknown, language: Language): Cell => {
  if (value === null || value === undefined || value === '') return null
  switch (type) {
    case 'list':
      return (value as string[]).join(';')
    case 'amount':
      return Number(value)
    case 'boolean':
      return (language === 'zh' ? ['否', '是'] : ['no', 'yes'])[Number(value)]!
    case 'choice':
      return language === 'zh' ? Object.keys(words).find(word => words[word] === value)! : (value as string)
    case 'json':
      return JSON.stringify(value)
    default:
      return value as Cell
  }
}
