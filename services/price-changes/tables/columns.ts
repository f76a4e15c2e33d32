import { z } from 'zod'
import type { PriceChangeKind } from '../../../schemas/price-change.ts'
import data from './columns.data.json' with { type: 'json' }

const TableColumn = z.strictObject({
  field: z.string().describe('Of the row in the contract'),
  zh: z.string(),
  en: z.string(),
  type: z.enum(['text', 'list', 'number', 'integer', 'amount', 'date', 'boolean', 'choice', 'json']),
  empty: z.unknown().optional().describe('What an empty cell stands for; absent: none may be empty'),
  words: z.record(z.string(), z.string()).optional().describe('Of a choice: our words by those of the table'),
  of: z.literal('document').optional().describe('Of the document that all rows share'),
})
export type TableColumn = z.infer<typeof TableColumn>

const COLUMNS = z.record(z.string(), z.array(TableColumn)).parse(data)

/** The columns of a kind's table, in the order of its template. */
export const columnsOf = (kind: PriceChangeKind): readonly TableColumn[] => COLUMNS[kind]!

/** Whether the column must be there, and every cell of it filled. */
export const isRequired = (column: TableColumn): boolean => !('empty' in column)
