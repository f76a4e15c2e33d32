import { ProblemError } from '../../../schemas/problem.ts'
import { gather } from '../text/gather.ts'
import { gunzip } from '../text/gunzip.ts'
import { sniff } from '../text/sniff.ts'
import { readCsvSheet } from './read-csv.ts'
import { readWorkbookSheet } from './read-workbook.ts'
import type { Sheet } from './sheet.ts'

const TEXT_MB = 64

/**
 * Reads a table whole, cell by cell, from CSV (UTF-8 or GB18030), gzip of it, or an XLSX workbook; which it is its first
 * bytes tell. Nothing is left out: rows stand where a spreadsheet shows them. Throws ProblemError for what is too
 * large, damaged or no table.
 */
export const readSheet = async (bytes: AsyncIterable<Uint8Array>): Promise<Sheet> => {
  const outer = await sniff(bytes)
  if (outer.kind === 'xlsx') return readWorkbookSheet(outer.bytes)
  const { kind, bytes: unpacked } = outer.kind === 'gzip' ? await sniff(gunzip(outer.bytes), true) : outer
  if (kind === 'xlsx') return readWorkbookSheet(unpacked)
  return readCsvSheet(
    await gather(
      unpacked,
      TEXT_MB * 1024 * 1024,
      () => new ProblemError('too-large', `The table is over ${TEXT_MB} MB: send it in parts.`),
    ),
  )
}
