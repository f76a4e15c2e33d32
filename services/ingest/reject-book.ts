import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Outcome, Reject } from '../../schemas/outcome.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import type { Layout } from './layout.ts'

const ROWS_PER_INSERT = 500

/** A value that lost its slot to another one is kept beside what was never accepted. */
export interface BookEntry {
  readonly reason: Reject['reason'] | 'corrected' | 'superseded'
  readonly detail: string
  readonly raw: string
  /** How `raw` is to be read when it is taken in again */
  readonly layout: Layout
}

/** Keeps entries in the reject book. The same line for the same reason again only raises its count. */
export const keepRejects = async (
  trx: Db,
  entries: readonly BookEntry[],
  source: string,
  nowMs: number,
): Promise<void> => {
  const layouts = await keepLayouts(trx, entries)
  const rows = new Map<string, ReturnType<typeof row>>()
  for (const entry of entries) {
    const fresh = row(entry, layouts.get(entry.layout)!, source, nowMs)
    const seen = rows.get(fresh.id)
    if (seen) seen.times++
    else rows.set(fresh.id, fresh)
  }
  for (const chunk of chunks([...rows.values()], ROWS_PER_INSERT)) {
    await trx
      .insertInto('reject')
      .values(chunk)
      .onConflict(conflict =>
        conflict.column('id').doUpdateSet({
          times: sql<number>`reject.times + excluded.times`,
          last_at: sql<number>`excluded.last_at`,
          source: sql<string>`excluded.source`,
          replayed_at: null,
        }),
      )
      .execute()
  }
}

/** Stores the layouts of entries; answers their ids. */
const keepLayouts = async (trx: Db, entries: readonly BookEntry[]): Promise<Map<Layout, string>> => {
  const ids = new Map<Layout, string>()
  for (const { layout } of entries) {
    if (ids.has(layout)) continue
    const body = JSON.stringify(layout)
    const id = digest(body)
    ids.set(layout, id)
    await trx
      .insertInto('layout')
      .values({ id, body })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
  return ids
}

const row = ({ reason, detail, raw }: BookEntry, layoutId: string, source: string, nowMs: number) => ({
  id: digest(`${reason}\n${layoutId}\n${raw}`),
  reason,
  detail,
  raw,
  source,
  first_at: nowMs,
  last_at: nowMs,
  times: 1,
  layout_id: layoutId,
  replayed_at: null,
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32)

/** Adds to the count of each outcome: over all time they add up to the readings that came in. */
export const countOutcomes = async (trx: Db, counts: ReadonlyMap<Outcome, number>): Promise<void> => {
  for (const [outcome, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (count === 0) continue
    await trx
      .insertInto('outcome')
      .values({ outcome, count })
      .onConflict(conflict =>
        conflict.column('outcome').doUpdateSet({ count: sql<number>`outcome.count + excluded.count` }),
      )
      .execute()
  }
}

/** Readings by outcome since the store was made. */
export const outcomeCounts = async (db: Db): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await db.selectFrom('outcome').selectAll().orderBy('outcome').execute()).map(row => [
      row.outcome,
      row.count,
    ]),
  )
