import { DecisionDocument } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { columnsOf } from './columns.ts'
import type { EntryRow } from './content.ts'
import type { TableRow } from './rows.ts'

/** What of a decision's document is told beside its table. */
export type DocumentGiven = { readonly [Field in keyof DecisionDocument]?: string | undefined }

const DOCUMENT_COLUMNS = columnsOf('decision').filter(column => column.of === 'document')

/**
 * The one document of a decision's table: what was given beside it, and what its rows say, which must be the same in
 * all of them; a row may leave it empty. What a row that was not understood `mayTell` is not missed.
 */
export const readDocument = (
  rows: readonly TableRow<EntryRow>[],
  given: DocumentGiven,
  nameOf: (field: string) => string,
  mayTell: (field: string) => boolean,
): { readonly document: DecisionDocument } | { readonly faults: PriceFault[] } => {
  const faults: PriceFault[] = []
  const found: Record<string, string> = {}
  for (const { field, zh, en } of DOCUMENT_COLUMNS) {
    const name = field as keyof DecisionDocument
    let first: string | undefined = given[name]
    let firstRow = 0
    for (const { row, value } of rows) {
      const told = value[name]
      if (told == null || told === first) continue
      if (first === undefined) {
        first = told
        firstRow = row
        continue
      }
      const where = firstRow === 0 ? 'beside the table' : `in row ${firstRow}`
      faults.push({
        row,
        column: nameOf(field),
        reason: `A file holds one document: ${where} stands "${first}".`,
      })
    }
    if (first !== undefined) found[field] = first
    else if (!mayTell(field)) {
      const reason = `The document’s ${zh} (${en}) is told neither in a column nor beside the table.`
      faults.push({ row: 0, column: zh, reason })
    }
  }
  const isWhole = DOCUMENT_COLUMNS.every(({ field }) => field in found)
  if (faults.length > 0 || !isWhole) return { faults }
  const result = DecisionDocument.safeParse(found)
  if (result.success) return { document: result.data }
  return {
    faults: result.error.issues.map(({ path, message }) => ({
      row: 0,
      column: nameOf(String(path[0])),
      reason: `The document cannot be so: ${message}.`,
    })),
  }
}
