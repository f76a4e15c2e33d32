import type { Account } from '../../schemas/account.ts'
import type {
  PriceChange,
  PriceChangeBody,
  PriceChangeContent,
  PriceChangePreview,
  PriceFault,
} from '../../schemas/price-change.ts'
import { faultyRows, type Refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { changeOf, nextChangeId, type Row } from './change.ts'
import { effectOf } from './effect.ts'
import { faultsOf } from './faults.ts'
import { insertRows, rowsOf } from './rows.ts'
import { warningsOf } from './warnings.ts'

export type PriceChangeProposed =
  | ({ readonly change: PriceChange } & Omit<PriceChangePreview, 'faults'>)
  | { readonly refused: Refusal }

/** What a change would do if it were put up and released now, everything that is against it, and what is worth a look. Writes nothing. */
export const previewPriceChange = async (
  db: Db,
  content: PriceChangeContent,
  nowMs: number,
): Promise<PriceChangePreview> => {
  const faults = await faultsOf(db, content, { nowMs })
  const warnings = faults.length > 0 ? [] : await warningsOf(db, content)
  return { faults, warnings, effect: await effectOf(db, content) }
}

/**
 * Puts rules, assessments, a decision or notices up for release by another person. Until then none of it counts. With a
 * single fault nothing of it is stored.
 */
export const proposePriceChange = async (
  trx: Db,
  { reason, content }: PriceChangeBody,
  actor: Account,
  nowMs: number,
): Promise<PriceChangeProposed> => {
  const { faults, ...preview } = await previewPriceChange(trx, content, nowMs)
  if (faults.length > 0) return { refused: faultyRows('bad-request', sentenceOf(faults), faults) }
  const row: Row = {
    id: await nextChangeId(trx),
    kind: content.kind,
    state: 'proposed',
    rows: rowsOf(content),
    reason,
    proposed_by: actor.name,
    proposed_at: nowMs,
    decided_by: null,
    decided_at: null,
    decided_reason: '',
    released: null,
  }
  await storeChange(trx, row, content)
  return { change: changeOf(row), ...preview }
}

/** Stores a change with its rows, and puts on record that it was put up. */
export const storeChange = async (trx: Db, row: Row, content: PriceChangeContent): Promise<void> => {
  const { id, kind, rows, reason, proposed_by: actor, proposed_at: atMs } = row
  await trx.insertInto('price_change').values(row).execute()
  await insertRows(trx, id, content)
  await appendLink(trx, {
    ...{ chainId: DESK_CHAIN, atMs, actor, action: 'propose', reason },
    detail: { priceChange: id, kind, rows },
  })
}

/** How many faults there are, and the first in full. */
export const sentenceOf = (faults: readonly PriceFault[]): string => {
  const { row, column, reason } = faults[0]!
  const place = [row > 0 ? `row ${row}` : 'the whole', column].filter(word => word !== '').join(', ')
  const more = faults.length === 1 ? '' : ` ${faults.length - 1} more are in "faults".`
  return `Nothing of it can be taken in. At ${place}: ${reason}${more}`
}
