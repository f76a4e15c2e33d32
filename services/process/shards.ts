import type { WriteMark } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'

/** What a worker finds when it comes to its shards. */
export interface Entered {
  /** Whether another worker was there meanwhile: nothing that is remembered holds */
  readonly isTakenOver: boolean
  /** Points of the shards that somebody else changed */
  readonly changed: readonly string[]
}

/**
 * Who may work on what. Kafka's partition p is shard p; every point has the shard its readings first came by as its
 * home. Who changes points holds the rows of their homes locked until the transaction ends, so that two processes
 * never work on one point together, whatever Kafka's group thinks; what a worker remembers of a point holds until
 * somebody else was at its shard, or changed the point.
 */
export interface Shards {
  /** Waits for the worker's `own` shards and for `others`; then the checkpoints are known as they are stored. */
  enter(trx: Db, own: readonly number[], others: readonly number[]): Promise<Entered>
  /** Waits for all shards. */
  enterAll(trx: Db): Promise<void>
  /** The version of the registry, as of the transaction under way */
  registryVersion(): number
  /** The homes of points; those without one get `shard`. */
  homesOf(trx: Db, pointIds: readonly string[], shard: number): Promise<ReadonlyMap<string, number>>
  /** Has whoever remembers them read points anew. */
  tell(trx: Db, pointIds: readonly string[]): Promise<void>
  /** What the writes of a correction are marked with; they count once the transaction commits. */
  correctionMark(trx: Db): Promise<WriteMark>
  /** The transaction did not commit. */
  abandon(): void
}
