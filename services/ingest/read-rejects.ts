import { type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { RejectEntry } from '../../schemas/api.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import type { Layout } from './layout.ts'

/** Which entries of the reject book are meant. */
export interface RejectFilter {
  readonly reason?: string | undefined
  /** Where it came from, such as http:analyst */
  readonly source?: string | undefined
  /** Part of the line as it arrived */
  readonly text?: string | undefined
  /** Whether it was taken in after all */
  readonly replayed?: boolean | undefined
  /** Sequence of the last entry of the page before */
  readonly after?: number | undefined
}

export interface RejectQuery extends RejectFilter {
  readonly limit: number
}

/** A page of the reject book, oldest first. */
export const listRejects = async (db: Db, query: RejectQuery): Promise<RejectEntry[]> =>
  (await entries(db, query).selectAll().limit(query.limit).execute()).map(toEntry)

/** Which entries are to be taken in again. */
export interface ReplayFilter extends Omit<RejectFilter, 'replayed'> {
  /** Sequences */
  readonly ids?: readonly number[] | undefined
}

/** A line that may be taken in again. */
export interface Replayable {
  readonly sequence: number
  readonly raw: string
  readonly source: string
  readonly layoutId: string
}

/**
 * A page of the entries up to the sequence `upTo` that were not taken in yet, oldest first. Values that lost their
 * slot to another one are none of them: they lost by rule.
 */
export const listReplayable = async (
  db: Db,
  { ids, ...filter }: ReplayFilter,
  { upTo, limit }: { upTo: number; limit: number },
): Promise<Replayable[]> => {
  let query = entries(db, { ...filter, replayed: false })
    .where('layout_id', 'is not', null)
    .where('reason', 'not in', ['corrected', 'superseded'])
    .where('sequence', '<=', upTo)
  if (ids !== undefined) query = query.where('sequence', 'in', ids)
  const rows = await query.select(['sequence', 'raw', 'source', 'layout_id']).limit(limit).execute()
  return rows.map(({ layout_id, ...row }) => ({ ...row, layoutId: layout_id! }))
}

/** The sequence of the newest entry; 0 of an empty book. */
export const lastReject = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('reject')
    .select(({ fn }) => fn.max('sequence').as('last'))
    .executeTakeFirst()
  return Number(row?.last ?? 0)
}

/** How the lines of an entry's input are read. */
export const readLayout = async (db: Db, id: string): Promise<Layout> => {
  const { body } = await db.selectFrom('layout').select('body').where('id', '=', id).executeTakeFirstOrThrow()
  return JSON.parse(body) as Layout
}

/** Notes that entries were taken in after all. */
export const noteReplayed = async (trx: Db, sequences: readonly number[], nowMs: number): Promise<void> => {
  await trx.updateTable('reject').set({ replayed_at: nowMs }).where('sequence', 'in', sequences).execute()
}

const entries = (
  db: Db,
  { reason, source, text, replayed, after }: RejectFilter,
): SelectQueryBuilder<Tables, 'reject', object> => {
  let query = db.selectFrom('reject').orderBy('sequence')
  if (after !== undefined) query = query.where('sequence', '>', after)
  if (reason !== undefined) query = query.where('reason', '=', reason)
  if (source !== undefined) query = query.where('source', '=', source)
  if (text !== undefined) {
    const pattern = `%${lowerAscii(text).replace(/[\\%_]/g, '\\$&')}%`
    query = query.where(sql<boolean>`lower(raw) like ${pattern} escape '\\'`)
  }
  if (replayed !== undefined) query = query.where('replayed_at', replayed ? 'is not' : 'is', null)
  return query
}

/** As the stores do it: letters beyond ASCII stay as they are. */
const lowerAscii = (text: string): string => text.replace(/[A-Z]+/g, letters => letters.toLowerCase())

const toEntry = (row: Selectable<Tables['reject']>): RejectEntry => ({
  sequence: row.sequence,
  reason: row.reason,
  detail: row.detail,
  raw: row.raw,
  source: row.source,
  firstAt: new Date(row.first_at).toISOString(),
  lastAt: new Date(row.last_at).toISOString(),
  times: row.times,
  replayedAt: row.replayed_at === null ? null : new Date(row.replayed_at).toISOString(),
})
