import { sql } from 'kysely'
import { CORRECTIONS, type Committed } from '../adapters/history/index.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import type { Shards } from './shards.ts'

const ROWS_PER_STATEMENT = 2_000

/** The shards as rows of a store that several workers share. `committed` is kept as the store has it. */
export const createStoreShards = (worker: string, committed: Committed): Shards => {
  const homes = new Map<string, number>()
  let ownMark: number | undefined
  let newestMark = 0
  let registryVersion = 0

  /** Reads the checkpoints, and what else may have changed since the last transaction. */
  const lookAround = async (trx: Db, own: readonly number[]): Promise<Around> => {
    ownMark = undefined
    const rows = await trx.selectFrom('checkpoint').selectAll().execute()
    for (const { partition, next_offset } of rows) committed.offsets.set(partition, next_offset)
    const around = await trx
      .selectFrom('registry_version')
      .select(({ selectFrom }) => [
        'version',
        selectFrom('correction_mark')
          .select(({ fn }) => fn.max('mark').as('mark'))
          .as('newestMark'),
        selectFrom('invalidated')
          .select(({ fn }) => fn.countAll<number>().as('points'))
          .where('shard', 'in', own)
          .as('changed'),
      ])
      .executeTakeFirstOrThrow()
    registryVersion = around.version
    await readMarks(trx, around.newestMark ?? 0)
    return { changed: around.changed ?? 0 }
  }
  const readMarks = async (trx: Db, newest: number): Promise<void> => {
    if (newest <= newestMark) return
    const marks = await trx
      .selectFrom('correction_mark')
      .select('mark')
      .where('mark', '>', newestMark)
      .execute()
    for (const { mark } of marks) committed.corrections.add(mark)
    newestMark = newest
  }
  /** In the order of their numbers, so that two workers never wait for each other in a ring. */
  const lock = (trx: Db) => trx.selectFrom('shard').selectAll().orderBy('shard').forUpdate()

  return {
    async enter(trx, own, others) {
      const rows = await lock(trx)
        .where('shard', 'in', [...new Set([...own, ...others])])
        .execute()
      const around = await lookAround(trx, own)
      const taken = rows.filter(row => own.includes(row.shard) && row.worker !== worker)
      if (taken.length > 0) {
        const shards = taken.map(({ shard }) => shard)
        await trx.updateTable('shard').set({ worker }).where('shard', 'in', shards).execute()
      }
      const changed = around.changed > 0 ? await takeInvalidated(trx, own) : []
      return { isTakenOver: taken.length > 0, changed }
    },
    async enterAll(trx) {
      const rows = await lock(trx).execute()
      await lookAround(
        trx,
        rows.map(({ shard }) => shard),
      )
    },
    registryVersion: () => registryVersion,
    async homesOf(trx, pointIds, shard) {
      // In one order, so that two workers that meet the same points never wait for each other in a ring.
      const unknown = pointIds.filter(id => !homes.has(id)).sort()
      for (const ids of chunks(unknown, ROWS_PER_STATEMENT)) {
        await trx
          .insertInto('point_home')
          .values(ids.map(point_id => ({ point_id, shard })))
          .onConflict(conflict => conflict.doNothing())
          .execute()
        const rows = await trx.selectFrom('point_home').selectAll().where('point_id', 'in', ids).execute()
        for (const row of rows) homes.set(row.point_id, row.shard)
      }
      return homes
    },
    async tell(trx, pointIds) {
      for (const ids of chunks(pointIds, ROWS_PER_STATEMENT)) {
        await trx
          .insertInto('invalidated')
          .columns(['shard', 'point_id'])
          .expression(trx.selectFrom('point_home').select(['shard', 'point_id']).where('point_id', 'in', ids))
          .onConflict(conflict => conflict.doNothing())
          .execute()
      }
    },
    async correctionMark(trx) {
      if (ownMark === undefined) {
        const { rows } = await sql<{ mark: number }>`select nextval('correction_marks') as mark`.execute(trx)
        ownMark = rows[0]!.mark
        await trx.insertInto('correction_mark').values({ mark: ownMark }).execute()
        committed.corrections.add(ownMark)
      }
      return { partition: CORRECTIONS, offset: ownMark }
    },
    abandon() {
      if (ownMark !== undefined) committed.corrections.delete(ownMark)
      ownMark = undefined
      homes.clear()
    },
  }
}

/** What may have changed outside this worker. */
interface Around {
  /** How many points of its shards are to be read anew */
  readonly changed: number
}

const takeInvalidated = async (trx: Db, shards: readonly number[]): Promise<string[]> => {
  const rows = await trx
    .deleteFrom('invalidated')
    .where('shard', 'in', shards)
    .returning('point_id')
    .execute()
  return rows.map(({ point_id }) => point_id)
}
