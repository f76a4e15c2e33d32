import { sql } from 'kysely'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { noteDue } from '../peers/index.ts'
import type { JudgedDay, MarkedDay } from './judge-days.ts'

const ROWS_PER_INSERT = 200

/** Stores judged days; a day judged again replaces what was said of it, also to its peers. */
export const saveDays = async (trx: Db, days: readonly JudgedDay[]): Promise<void> => {
  for (const chunk of chunks(days, ROWS_PER_INSERT)) {
    await trx
      .insertInto('feature')
      .values(
        chunk.map(({ pointId, day, customerId, features, coverage, kwh, scores, marks, ...peers }) => ({
          point_id: pointId,
          day,
          features: new Uint8Array(features.buffer),
          coverage,
          kwh,
          scores: JSON.stringify(scores),
          marks,
          customer_id: customerId,
          district_code: peers.districtCode,
          trade: peers.trade,
          moves: peers.moves && new Uint8Array(peers.moves.buffer),
        })),
      )
      .onConflict(conflict =>
        conflict.columns(['point_id', 'day']).doUpdateSet(({ ref }) => ({
          features: ref('excluded.features'),
          coverage: ref('excluded.coverage'),
          kwh: ref('excluded.kwh'),
          scores: ref('excluded.scores'),
          marks: ref('excluded.marks'),
          customer_id: ref('excluded.customer_id'),
          district_code: ref('excluded.district_code'),
          trade: ref('excluded.trade'),
          moves: ref('excluded.moves'),
        })),
      )
      .execute()
  }
  await noteDue(trx, days)
}

/** Stores other marks of days that are judged already. */
export const saveMarks = async (trx: Db, days: readonly MarkedDay[]): Promise<void> => {
  for (const { pointId, day, marks } of days) {
    await trx
      .updateTable('feature')
      .set({ marks })
      .where('point_id', '=', pointId)
      .where('day', '=', day)
      .execute()
  }
}

/** Stores findings; each makes the one it supersedes no longer current. */
export const saveFindings = async (trx: Db, findings: readonly Finding[]): Promise<void> => {
  for (const finding of findings) {
    if (finding.supersedes) {
      await trx.updateTable('finding').set({ current: 0 }).where('id', '=', finding.supersedes).execute()
    }
    await trx
      .insertInto('finding')
      .values({
        id: finding.id,
        signature: finding.signature,
        point_id: finding.pointId,
        customer_id: finding.customerId,
        day: parseDay(finding.day),
        score: finding.score,
        current: 1,
        supersedes: finding.supersedes,
        body: JSON.stringify(finding),
      })
      // A day corrected back to what it was: the first finding holds again.
      .onConflict(conflict => conflict.column('id').doUpdateSet({ current: 1 }))
      .execute()
  }
}

export interface OpenDay {
  readonly point_id: string
  readonly day: number
}

/** Records which days opened and which closed. */
export const saveOpenDays = async (
  trx: Db,
  opened: readonly OpenDay[],
  closed: readonly OpenDay[],
): Promise<void> => {
  for (const chunk of chunks(opened, ROWS_PER_INSERT)) {
    await trx
      .insertInto('open_day')
      .values(chunk)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
  for (const { point_id, day } of closed) {
    await trx.deleteFrom('open_day').where('point_id', '=', point_id).where('day', '=', day).execute()
  }
}

/** How far partitions of the log are worked off; one that never was is absent. */
export const readCheckpoints = async (
  db: Db,
  partitions: readonly number[],
): Promise<ReadonlyMap<number, number>> => {
  const rows = await db.selectFrom('checkpoint').selectAll().where('partition', 'in', partitions).execute()
  return new Map(rows.map(({ partition, next_offset }) => [partition, next_offset]))
}

/** Some of the open days up to `last`, of all points or of those at home in `shards`. */
export const openDaysUpTo = (
  trx: Db,
  last: EpochDay,
  shards: readonly number[] | undefined,
  atMost: number,
): Promise<OpenDay[]> => {
  const due = trx
    .selectFrom('open_day')
    .select(['open_day.point_id', 'open_day.day'])
    .where('open_day.day', '<=', last)
    .orderBy('open_day.point_id')
    .orderBy('open_day.day')
    .limit(atMost)
  if (!shards) return due.execute()
  return due
    .leftJoin('point_home', 'point_home.point_id', 'open_day.point_id')
    .where(({ fn, val, ref }) => fn.coalesce(ref('point_home.shard'), val(0)), 'in', shards)
    .execute()
}

/** How far a partition is worked off, and how far it was. */
export interface Progress {
  readonly partition: number
  readonly offset: number
  readonly next: number
}

/**
 * Moves checkpoints, each from the offset it is thought to have. Throws when another owner moved one meanwhile: the
 * transaction around it then rolls back, and every effect with it.
 */
export const moveCheckpoints = async (trx: Db, progress: readonly Progress[]): Promise<void> => {
  const { first = [], later = [] } = Object.groupBy(progress, ({ offset }) =>
    offset === 0 ? 'first' : 'later',
  )
  const moved = (await beginCheckpoints(trx, first)) + (await advanceCheckpoints(trx, later))
  if (moved === progress.length) return
  const now = await trx.selectFrom('checkpoint').selectAll().execute()
  throw new Error(
    `a partition was moved on by another owner: ${JSON.stringify(now)} instead of ${JSON.stringify(progress)}`,
  )
}

/** A partition of which nothing was worked off may have no checkpoint yet. Answers how many moved. */
const beginCheckpoints = async (trx: Db, progress: readonly Progress[]): Promise<number> => {
  if (progress.length === 0) return 0
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('checkpoint')
    .values(progress.map(({ partition, next }) => ({ partition, next_offset: next })))
    .onConflict(conflict =>
      conflict
        .column('partition')
        .doUpdateSet(({ ref }) => ({ next_offset: ref('excluded.next_offset') }))
        .where('checkpoint.next_offset', '=', 0),
    )
    .executeTakeFirstOrThrow()
  return Number(numInsertedOrUpdatedRows)
}

const advanceCheckpoints = async (trx: Db, progress: readonly Progress[]): Promise<number> => {
  if (progress.length === 0) return 0
  const { numUpdatedRows } = await trx
    .updateTable('checkpoint')
    .set(({ ref }) => ({
      next_offset: sql<number>`case ${ref('partition')} ${sql.join(
        progress.map(({ partition, next }) => sql`when ${sql.lit(partition)} then ${sql.lit(next)}`),
        sql` `,
      )} end`,
    }))
    .where(({ or, and, eb }) =>
      or(
        progress.map(({ partition, offset }) =>
          and([eb('partition', '=', partition), eb('next_offset', '=', offset)]),
        ),
      ),
    )
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
