import { sql } from 'kysely'
import type { WriteMark } from '../adapters/history/index.ts'
import { CORRECTIONS } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { PointState } from './point.ts'
import type { Shards } from './shards.ts'

/** Some of the points are at home in shards that are not waited for yet: the work begins anew with these too. */
export class ElsewhereError extends Error {
  override name = 'ElsewhereError'
}

/** Embedded everything is one worker's own. */
const OWN: WriteMark = { partition: CORRECTIONS, offset: 0 }

/** Keeps what is remembered of points in step with what other workers do. Without `shards` there are none. */
export interface Visits {
  /** Begins a transaction on the worker's own shards, and those that readings in them led to before. */
  enter(trx: Db, own: readonly number[]): Promise<void>
  enterAll(trx: Db): Promise<void>
  /** Makes sure that points, by the shard they came by, may be worked on. Answers those at home elsewhere. */
  claim(trx: Db, pointIds: ReadonlyMap<number, ReadonlySet<string>>): Promise<string[]>
  /** Points were changed that others may remember, and that are to be read anew here too. */
  changed(trx: Db, pointIds: readonly string[]): Promise<void>
  /** Lets the store know that a transaction is still at work, though it asked nothing for a while. */
  stay(trx: Db): Promise<void>
  correctionMark(trx: Db): Promise<WriteMark>
  abandon(): void
}

export const createVisits = (shards: Shards | undefined, points: Map<string, PointState>): Visits => {
  if (!shards) return ALONE(points)
  const ledTo = new Set<number>()
  let entered = new Set<number>()
  return {
    async enter(trx, own) {
      const others = [...ledTo].filter(shard => !own.includes(shard))
      const { isTakenOver, changed } = await shards.enter(trx, own, others)
      entered = new Set(own)
      if (isTakenOver) points.clear()
      for (const id of changed) points.delete(id)
    },
    enterAll: trx => shards.enterAll(trx),
    async claim(trx, pointIds) {
      const foreign: string[] = []
      let isElsewhere = false
      for (const [shard, ids] of pointIds) {
        const homes = await shards.homesOf(trx, [...ids], shard)
        for (const id of ids) {
          const home = homes.get(id)!
          if (entered.has(home)) continue
          foreign.push(id)
          isElsewhere ||= !ledTo.has(home)
          ledTo.add(home)
        }
      }
      if (isElsewhere) throw new ElsewhereError('points at home in other shards are concerned too')
      // Whoever they are at home with changes them too.
      for (const id of foreign) points.delete(id)
      return foreign
    },
    async changed(trx, pointIds) {
      if (pointIds.length === 0) return
      await shards.tell(trx, pointIds)
      for (const id of pointIds) points.delete(id)
    },
    async stay(trx) {
      await sql`select 1`.execute(trx)
    },
    correctionMark: trx => shards.correctionMark(trx),
    abandon: () => shards.abandon(),
  }
}

const ALONE = (points: Map<string, PointState>): Visits => ({
  async enter() {},
  async enterAll() {},
  async claim() {
    return []
  },
  async changed(_trx, pointIds) {
    for (const id of pointIds) points.delete(id)
  },
  async stay() {},
  async correctionMark() {
    return OWN
  },
  abandon() {},
})
