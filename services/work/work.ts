import type { Batch } from '../adapters/log/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { BookedReject } from '../ingest/index.ts'
import type { WorkFigures } from '../operation/index.ts'
import type { Lane } from './lanes.ts'

/** What came in: good readings (null: none) and what was turned away beside them. */
export interface Arrived {
  readonly batch: Batch | null
  readonly rejects: readonly BookedReject[]
  /** Who sent them */
  readonly source: string
  readonly lane: Lane
}

/** Takes readings in and works off what waits, by itself, until nothing does. */
export interface Work {
  /** Makes what arrived durable; `keep` keeps the rejects. Takes its time while much waits. */
  append(arrived: Arrived, keep: (trx: Db) => Promise<void>): Promise<void>
  /** Something may wait. */
  kick(): Promise<void>
  /** Closes the days whose time has come by the clock. */
  closeByClock(nowMs: number): Promise<void>
  /** Whether it is this process's turn to let go what is old */
  letsGo(): Promise<boolean>
  /** Whether this process is the one that sends alerts; asked before each look at the outbox */
  sendsAlerts(): Promise<boolean>
  /** Readings, on Kafka messages, that are durable and wait to be judged */
  backlog(): Promise<number>
  /** Resolves when everything appended so far is judged, and every correction with it. */
  settle(): Promise<void>
  figures(): Promise<WorkFigures>
  /** When the work's loop last went round, UTC ms; null where there is none */
  roundAtMs(): number | null
  /** Stops after what is under way. */
  stop(): Promise<void>
}
