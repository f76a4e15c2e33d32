import { dayText } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { NewWatch } from '../../schemas/watch.ts'
import { NO_WALL, type Wall } from '../access/index.ts'
import { readDay, readTable, type TableColumns } from '../ingest/index.ts'
import { type Known, strangersTo } from './strangers.ts'

/** Our columns, and what they are called in the trade. */
const COLUMNS: TableColumns = {
  document: ['文号', '依据'],
  customer_id: ['户号'],
  point_id: ['计量点'],
  transformer_id: ['变压器'],
  address: ['用电地址', '地址'],
  reason: ['原因'],
  watched_for: ['查出'],
  since: ['日期', '起始日期'],
  note: ['备注'],
}

const REASONS: Readonly<Record<string, string>> = { 红牌: 'red-card', 查实: 'confirmed' }
const FOUND: Readonly<Record<string, Signature>> = {
  地条钢: 'induction-furnace',
  中频炉: 'induction-furnace',
  挖矿: 'crypto-mining',
  虚拟货币挖矿: 'crypto-mining',
}

/** A list of red cards as it was read: good rows, and one sentence for each that is none. */
export interface RedCards {
  readonly watches: NewWatch[]
  readonly faults: { readonly line: number; readonly detail: string }[]
}

/**
 * Reads a list of red cards (CSV or XLSX, packed or not), whole, and tells all its faults at once. `known` is the
 * registry: a name that nobody has there watches nobody, and of `wall` one that is not seen is refused alike. Throws ProblemError when it cannot
 * be read at all.
 */
export const readRedCards = async (
  bytes: AsyncIterable<Uint8Array>,
  known: Known,
  wall: Wall = NO_WALL,
): Promise<RedCards> => {
  const read: RedCards = { watches: [], faults: [] }
  const strangerIn = strangersTo(known, wall)
  for (const row of await readTable(bytes, COLUMNS, ['document'])) {
    const { line } = row
    if ('fault' in row) {
      read.faults.push({ line, detail: row.fault })
      continue
    }
    const result = NewWatch.safeParse(candidate(row.cell))
    const details = result.success
      ? [strangerIn(result.data)].filter(fault => fault !== undefined)
      : result.error.issues.map(({ path, message }) => [...path, message].join(': '))
    if (result.success && details.length === 0) read.watches.push(result.data)
    else read.faults.push(...details.map(detail => ({ line, detail })))
  }
  return read
}

const candidate = (cell: (column: string) => string): unknown => ({
  reason: REASONS[cell('reason')] ?? (cell('reason') || 'red-card'),
  customerId: cell('customer_id'),
  pointId: cell('point_id'),
  transformerId: cell('transformer_id'),
  address: cell('address'),
  watchedFor: FOUND[cell('watched_for')] ?? (cell('watched_for') || null),
  since: dateIn(cell('since')),
  document: cell('document'),
  note: cell('note'),
})

/** A date as the contract writes it; what is none is left for the contract to refuse. */
const dateIn = (text: string): string | null => {
  if (text === '') return null
  const day = readDay(text)
  return Number.isNaN(day) ? text : dayText(day)
}
