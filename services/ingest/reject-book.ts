import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Outcome, Reject } from '../../schemas/outcome.ts'
import type { Db } from '../adapters/store/index.ts'

const ROWS_PER_INSERT = 500

/** A value that lost its slot to another one is kept beside what was never accepted. */
export type BookEntry = Omit<Reject, 'reason'> & {
  readonly reason: Reject['reason'] | 'corrected' | 'superseded'
}

/** Keeps entries in the reject book. The same line for the same reason again only raises its count. */
export const keepRejects = async (
  trx: Db,
  entries: readonly BookEntry[],
  source: string,
  nowMs: number,
): Promise<void> => {
  const rows = new Map<string, ReturnType<typeof row>>()
  for (const entry of entries) {
    const fresh = row(entry, source, nowMs)
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
        }),
      )
      .execute()
  }
}

const row = ({ reason, detail, raw }: BookEntry, source: string, nowMs: number) => ({
  id: createHash('sha256').update(`${reason}\n${raw}`).digest('hex').slice(0, 32),
  reason,
  detail,
  raw,
  source,
  first_at: nowMs,
  last_at: nowMs,
  times: 1,
})

/** Cuts a list in pieces of at most `size`. */
export const chunks = <T>(list: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size))

/** Adds to the count of each outcome: over all time they add up to the readings that came in. */
export const countOutcomes = async (trx: Db, counts: ReadonlyMap<Outcome, number>): Promise<void> => {
  for (const [outcome, count] of counts) {
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

export interface RejectQuery {
  readonly reason?: string | undefined
  /** Sequence of the last entry of the page before */
  readonly after?: number | undefined
  readonly limit: number
}

/** A page of the reject book, oldest first. */
export const listRejects = async (db: Db, { reason, after, limit }: RejectQuery) => {
  let query = db.selectFrom('reject').selectAll().orderBy('sequence').limit(limit)
  if (after !== undefined) query = query.where('sequence', '>', after)
  if (reason !== undefined) query = query.where('reason', '=', reason)
  return (await query.execute()).map(entry => ({
    sequence: entry.sequence,
    reason: entry.reason,
    detail: entry.detail,
    raw: entry.raw,
    source: entry.source,
    firstAt: new Date(entry.first_at).toISOString(),
    lastAt: new Date(entry.last_at).toISOString(),
    times: entry.times,
  }))
}

/** Readings by outcome since the store was made. */
export const outcomeCounts = async (db: Db): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await db.selectFrom('outcome').selectAll().orderBy('outcome').execute()).map(row => [
      row.outcome,
      row.count,
    ]),
  )
