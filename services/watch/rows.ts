import type { Selectable } from 'kysely'
import { dayText } from '../../schemas/day.ts'
import type { WatchEntry } from '../../schemas/watch.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { LAST_DAY } from '../registry/index.ts'
import type { Watched } from './watched.ts'

export type WatchRow = Selectable<Tables['watch']>

/** Every watch that people put in, ended ones too: they held over their days. */
export const readWatched = async (db: Db): Promise<Watched[]> =>
  (await db.selectFrom('watch').selectAll().orderBy('id').execute()).map(row => ({
    id: row.id,
    reason: row.reason,
    isDerived: false,
    customerId: row.customer_id,
    pointId: row.point_id,
    transformerId: row.transformer_id,
    address: row.address,
    watchedFor: row.watched_for,
    since: row.since_day,
    until: row.until_day ?? LAST_DAY + 1,
    document: row.document,
  }))

export const entryOfRow = (row: WatchRow): WatchEntry => ({
  id: row.id,
  reason: row.reason,
  source: row.case_id === null ? 'person' : 'case',
  customerId: row.customer_id,
  pointId: row.point_id,
  transformerId: row.transformer_id,
  address: row.address,
  watchedFor: row.watched_for,
  since: dayText(row.since_day),
  until: row.until_day === null ? null : dayText(row.until_day),
  caseId: row.case_id,
  document: row.document,
  note: row.note,
  createdAt: new Date(row.created_at).toISOString(),
  createdBy: row.created_by,
  endedAt: row.ended_at === null ? null : new Date(row.ended_at).toISOString(),
  endedBy: row.ended_by,
  endReason: row.end_reason,
})

/** A watch by the registry's status, as people see it. */
export const entryOfDerived = (watched: Watched): WatchEntry => ({
  id: watched.id,
  reason: watched.reason,
  source: 'registry',
  customerId: watched.customerId,
  pointId: watched.pointId,
  transformerId: watched.transformerId,
  address: watched.address,
  watchedFor: null,
  since: watched.since === 0 ? null : dayText(watched.since),
  until: watched.until > LAST_DAY ? null : dayText(watched.until),
  caseId: null,
  document: '',
  note: '',
  createdAt: null,
  createdBy: '',
  endedAt: null,
  endedBy: null,
  endReason: null,
})
