import type { Account } from '../../schemas/account.ts'
import type { PriceChange, PriceChangeBody } from '../../schemas/price-change.ts'
import type { Refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { changeOf, nextChangeId, type Row } from './change.ts'
import { insertRows, rowsOf } from './rows.ts'

export type PriceChangeResult = { readonly change: PriceChange } | { readonly refused: Refusal }

/** Puts rules, assessments, a decision or notices up for release by another person. Until then none of it counts. */
export const proposePriceChange = async (
  trx: Db,
  { reason, content }: PriceChangeBody,
  actor: Account,
  nowMs: number,
): Promise<PriceChangeResult> => {
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
  await trx.insertInto('price_change').values(row).execute()
  await insertRows(trx, row.id, content)
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'propose',
    reason,
    detail: { priceChange: row.id, kind: row.kind, rows: row.rows },
  })
  return { change: changeOf(row) }
}
