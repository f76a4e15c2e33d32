import { createHash } from 'node:crypto'
import { dayOf, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { NewWatch, WatchEntry } from '../../schemas/watch.ts'
import type { Db } from '../adapters/store/index.ts'
import { addressKey } from './address.ts'
import { entryOfRow, type WatchRow } from './rows.ts'

/** What came of putting watches in. */
export interface Added {
  readonly added: readonly WatchEntry[]
  /** Those that are watched already, on the same document */
  readonly known: readonly WatchEntry[]
}

/** Puts customers and places on the watch; what is watched already, on the same document, stays as it is. */
export const addWatches = async (
  trx: Db,
  watches: readonly NewWatch[],
  by: string,
  nowMs: number,
): Promise<Added> => {
  const result = { added: [] as WatchEntry[], known: [] as WatchEntry[] }
  for (const watch of watches) {
    const { row, isNew } = await addWatch(trx, { ...watch, caseId: null }, by, nowMs)
    result[isNew ? 'added' : 'known'].push(entryOfRow(row))
  }
  return result
}

/** A customer whose case was closed as 查实. */
export interface Confirmed {
  readonly customerId: string
  /** The places that the customer has in the registry are watched anyway */
  readonly pointId?: string
  readonly transformerId?: string
  readonly address?: string
  /** What was confirmed there */
  readonly watchedFor?: Signature | null
  readonly sinceDay: EpochDay
  readonly caseId: string
  readonly document?: string
  readonly note?: string
  readonly by: string
  readonly nowMs: number
}

/** Puts a customer on the watch whose case was closed as 查实; once a case. Whoever has a view of the watch reads it anew. */
export const watchConfirmed = async (trx: Db, confirmed: Confirmed): Promise<WatchEntry> => {
  const { customerId, sinceDay, caseId, by, nowMs } = confirmed
  const { pointId = '', transformerId = '', address = '', watchedFor = null } = confirmed
  const { document = caseId, note = '' } = confirmed
  const places = { customerId, pointId, transformerId, address }
  const watch = { reason: 'confirmed', ...places, watchedFor, sinceDay, caseId, document, note } as const
  return entryOfRow((await addWatch(trx, watch, by, nowMs)).row)
}

type Given = Omit<NewWatch, 'since'> & {
  readonly since?: string | null | undefined
  readonly sinceDay?: EpochDay
  readonly caseId: string | null
}

const addWatch = async (
  trx: Db,
  watch: Given,
  by: string,
  nowMs: number,
): Promise<{ row: WatchRow; isNew: boolean }> => {
  const { reason, customerId, pointId, transformerId, address, watchedFor, document, note, caseId } = watch
  const base = idOf(watch)
  const same = await trx
    .selectFrom('watch')
    .selectAll()
    .where(({ eb, or }) => or([eb('id', '=', base), eb('id', 'like', `${base}-%`)]))
    .execute()
  const held = same.find(({ ended_at }) => ended_at === null)
  if (held) return { row: held, isNew: false }
  const row = {
    id: same.length === 0 ? base : `${base}-${same.length + 1}`,
    reason,
    customer_id: customerId,
    point_id: pointId,
    transformer_id: transformerId,
    address,
    watched_for: watchedFor,
    since_day: watch.sinceDay ?? (watch.since ? parseDay(watch.since) : dayOf(nowMs)),
    until_day: null,
    case_id: caseId,
    document,
    note,
    created_at: nowMs,
    created_by: by,
    ended_at: null,
    ended_by: null,
    end_reason: null,
  }
  await trx.insertInto('watch').values(row).execute()
  return { row, isNew: true }
}

const idOf = ({ reason, customerId, pointId, transformerId, address, document }: Given): string => {
  const what = [reason, customerId, pointId, transformerId, addressKey(address) || address, document]
  return `watch-${createHash('sha256').update(JSON.stringify(what)).digest('hex').slice(0, 20)}`
}

/** How a watch is to end. */
export interface Ending {
  readonly id: string
  readonly reason: string
  /** First day it holds no more */
  readonly until: EpochDay
}

/** Ends a watch, which stays on record. Answers it, or why it cannot be ended. */
export const endWatch = async (
  trx: Db,
  { id, reason, until }: Ending,
  by: string,
  nowMs: number,
): Promise<WatchEntry | 'unknown' | 'ended'> => {
  const row = await trx.selectFrom('watch').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return 'unknown'
  if (row.ended_at !== null) return 'ended'
  const ending = { until_day: until, ended_at: nowMs, ended_by: by, end_reason: reason }
  await trx.updateTable('watch').set(ending).where('id', '=', id).execute()
  return entryOfRow({ ...row, ...ending })
}
