import type { Selectable } from 'kysely'
import { type Wall, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** An event as it is stored. */
export type EventRow = Selectable<Tables['event']>

/** How long events are kept for who resumes, ms: 7 days */
export const EVENTS_KEPT_MS = 7 * 86_400_000

/** Numbers of the first and the last event that is kept; 0 and 0 before there was any. */
export const boundsOf = async (db: Db): Promise<{ first: number; last: number }> => {
  const { first, last } = await db
    .selectFrom('event')
    .select(({ fn }) => [fn.min<number>('sequence').as('first'), fn.max<number>('sequence').as('last')])
    .executeTakeFirstOrThrow()
  return { first: Number(first ?? 0), last: Number(last ?? 0) }
}

/** Events after a number and up to another, in order. */
export const eventsAfter = (db: Db, after: number, limit: number): Promise<EventRow[]> =>
  db.selectFrom('event').selectAll().where('sequence', '>', after).orderBy('sequence').limit(limit).execute()

/** Those of them that are seen from behind a wall. */
export const eventsSeen = (db: Db, wall: Wall, after: number, upTo: number, limit: number) =>
  db
    .selectFrom('event')
    .selectAll()
    .where(withinWall(wall, 'event'))
    .where('sequence', '>', after)
    .where('sequence', '<=', upTo)
    .orderBy('sequence')
    .limit(limit)
    .execute()

/** Lets go the events that nobody can resume from any more, but for the newest, which tells how far they had come. */
export const forgetEvents = async (trx: Db, nowMs: number): Promise<void> => {
  const { last } = await boundsOf(trx)
  await trx
    .deleteFrom('event')
    .where('at', '<', nowMs - EVENTS_KEPT_MS)
    .where('sequence', '<', last)
    .execute()
}
