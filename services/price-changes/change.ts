import type { Selectable } from 'kysely'
import type { PriceChange } from '../../schemas/price-change.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

export type Row = Selectable<Tables['price_change']>

/** Of the program itself: the rules that come with it. */
export const SYSTEM = 'system'

export const findChange = (db: Db, id: string): Promise<Row | undefined> =>
  db.selectFrom('price_change').selectAll().where('id', '=', id).executeTakeFirst()

/** `change-000001` and so on, in the order they were put up. */
export const nextChangeId = async (trx: Db): Promise<string> => {
  const last = await trx
    .selectFrom('price_change')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.id.slice('change-'.length) ?? 0) + 1
  return `change-${String(number).padStart(6, '0')}`
}

/** How many changes are released: each release takes the next number, and later ones win. */
export const nextRelease = async (trx: Db): Promise<number> => {
  const { last } = await trx
    .selectFrom('price_change')
    .select(({ fn }) => fn.max('released').as('last'))
    .executeTakeFirstOrThrow()
  return (last ?? 0) + 1
}

export const changeOf = (row: Row): PriceChange => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  rows: row.rows,
  reason: row.reason,
  proposedBy: row.proposed_by,
  proposedAt: new Date(row.proposed_at).toISOString(),
  decidedBy: row.decided_by,
  decidedAt: row.decided_at === null ? null : new Date(row.decided_at).toISOString(),
  decidedReason: row.decided_reason,
})
