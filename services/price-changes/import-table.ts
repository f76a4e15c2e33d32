import type {
  PriceChangeContent,
  PriceChangeEffect,
  PriceChangeKind,
  PriceFault,
} from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { readSheet } from '../ingest/index.ts'
import { effectOf } from './effect.ts'
import { faultsOf } from './faults.ts'
import type { DocumentGiven } from './tables/document.ts'
import { type ReadChange, readChange } from './tables/read-change.ts'
import { warningsOf } from './warnings.ts'

/** A table of a change, read and held against what the store knows. */
export interface TablePreview {
  /** What would be put up; null while there are faults */
  readonly content: PriceChangeContent | null
  /** Of the rows that were understood */
  readonly understood: PriceChangeContent | null
  /** Rows are counted as the sheet shows them: the heading is row 1 */
  readonly faults: readonly PriceFault[]
  readonly warnings: readonly PriceFault[]
  readonly effect: PriceChangeEffect | null
  /** Below the heading */
  readonly rows: number
  /** A fault of the content as one of the table */
  readonly inTable: (fault: PriceFault) => PriceFault
}

/**
 * Reads a table of rules, assessments, a decision or notices and tells everything that is against it at once: what
 * cannot be read, and of the rows that can what cannot be. Writes nothing. Throws ProblemError for what is no table.
 */
export const previewTable = async (
  db: Db,
  bytes: AsyncIterable<Uint8Array>,
  asked: { readonly kind: PriceChangeKind; readonly document?: DocumentGiven },
  nowMs: number,
): Promise<TablePreview> => {
  const read = await readChange(asked.kind, await readSheet(bytes), asked.document)
  const { content, isWhole, rows, inTable } = read
  const faults = [...read.faults, ...(await contentFaults(db, read, nowMs)).map(inTable)]
  const warnings = content && isWhole ? (await warningsOf(db, content)).map(inTable) : []
  const sound = faults.length === 0 ? content : null
  return {
    content: sound,
    understood: content,
    faults: faults.toSorted((a, b) => a.row - b.row),
    warnings,
    effect: sound && (await effectInTable(db, sound, read)),
    ...{ rows, inTable },
  }
}

const effectInTable = async (
  db: Db,
  content: PriceChangeContent,
  { rowInTable }: ReadChange,
): Promise<PriceChangeEffect> => {
  const effect = await effectOf(db, content)
  return { ...effect, rules: effect.rules.map(one => ({ ...one, row: rowInTable(one.row) })) }
}

/** Rules are held against each other: of a part of them nothing can be told. */
const contentFaults = async (
  db: Db,
  { content, isWhole }: ReadChange,
  nowMs: number,
): Promise<PriceFault[]> => {
  if (content === null || (content.kind === 'rules' && !isWhole)) return []
  return faultsOf(db, content, { nowMs, isPart: !isWhole })
}
