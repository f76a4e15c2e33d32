import type { z } from 'zod'
import type {
  PriceChange,
  PriceChangeContent,
  PriceChangeKind,
  PriceChangeState,
  PriceChangeView,
} from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { changeOf, findChange } from './change.ts'
import { customerNames } from './known-customers.ts'
import { previewPriceChange } from './propose.ts'
import { type RowPage, readContent, readRows } from './read-rows.ts'

export interface PriceChangeFilter {
  readonly state?: PriceChangeState | undefined
  readonly kind?: PriceChangeKind | undefined
  /** Id of the last change of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of changes, the one put up last first. */
export const listPriceChanges = async (
  db: Db,
  { state, kind, after, limit }: PriceChangeFilter,
): Promise<{ changes: PriceChange[]; next: string | null }> => {
  let query = db.selectFrom('price_change').selectAll().orderBy('id', 'desc').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (kind) query = query.where('kind', '=', kind)
  if (after) query = query.where('id', '<', after)
  const changes = (await query.execute()).map(changeOf)
  return { changes, next: changes.length === limit ? changes.at(-1)!.id : null }
}

/** A change with a page of its rows, and what it would do; undefined when there is none of that id. */
export const showPriceChange = async (
  db: Db,
  id: string,
  page: RowPage,
  nowMs: number,
): Promise<z.infer<typeof PriceChangeView> | undefined> => {
  const row = await findChange(db, id)
  if (!row) return undefined
  const last = page.after + page.limit
  const rows = await readRows(db, row, page)
  const named = [...rows.entries, ...rows.assessments, ...rows.notices]
  return {
    change: changeOf(row),
    rows,
    customerNames: await customerNames(
      db,
      named.map(({ customerId }) => customerId),
    ),
    preview:
      row.state === 'proposed' && page.after === 0
        ? await previewPriceChange(db, await readContent(db, row), nowMs)
        : null,
    next: last < row.rows ? last : null,
  }
}

/** All rows of a change; undefined when there is none of that id. */
export const contentOfChange = async (db: Db, id: string): Promise<PriceChangeContent | undefined> => {
  const row = await findChange(db, id)
  return row && readContent(db, row)
}
