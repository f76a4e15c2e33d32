import type { EpochDay } from '../../schemas/day.ts'
import type { Ports } from '../adapters/index.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { forgetPeers } from '../peers/index.ts'

const POINTS_PER_TRANSACTION = 200
/** Where the history is a server, so that what waits for the transaction does not wait long */
export const POINTS_PER_SHARED_TRANSACTION = 5
const DAYS_PER_POINT = 400

/** The first days that are kept. */
export interface Keep {
  readonly readingsFrom: EpochDay
  readonly featuresFrom: EpochDay
}

/**
 * Lets go readings and day features that are older than they are to be kept, in small transactions. What a case
 * rests on stays as long as the case: points whose customer has one are passed over. Answers how many days of
 * readings went.
 */
export const letGoOld = async (
  { store, history }: Ports,
  keep: Keep,
  pointsPerTransaction = POINTS_PER_TRANSACTION,
): Promise<number> => {
  const points = await store.db
    .selectFrom(knownPoints(store.db).as('known'))
    .select('point_id')
    .where('point_id', 'not in', accusedPoints(store.db))
    .orderBy('point_id')
    .execute()
  await store.transact(trx => trx.deleteFrom('shadow_score').where('day', '<', keep.featuresFrom).execute())
  let gone = 0
  for (const chunk of chunks(points, pointsPerTransaction)) {
    gone += await store.transact(async trx => {
      let days = 0
      for (const { point_id } of chunk)
        days += await history.letGo(point_id, keep.readingsFrom, DAYS_PER_POINT)
      await trx
        .deleteFrom('feature')
        .where(
          'point_id',
          'in',
          chunk.map(({ point_id }) => point_id),
        )
        .where('day', '<', keep.featuresFrom)
        .execute()
      return days
    })
  }
  await store.transact(trx => forgetPeers(trx, keep.featuresFrom))
  return gone
}

/** Readings may be left of a point that no meter stands at any more. */
const knownPoints = (db: Db) =>
  db.selectFrom('meter').select('point_id').union(db.selectFrom('feature').select('point_id'))

const accusedPoints = (db: Db) =>
  db
    .selectFrom('meter')
    .innerJoin('cases', 'cases.customer_id', 'meter.customer_id')
    .select('meter.point_id')
    .union(db.selectFrom('charge').select('point_id'))
