import type { RejectReason } from '../../../schemas/outcome.ts'

/** What every batch has: whose it is, and which side of the instrument transformers it was measured on. */
interface BatchBase {
  readonly meterIds: readonly string[]
  /** Values of the secondary side are multiplied by what the registry says of their day */
  readonly side: 'primary' | 'secondary'
  /** Row i stands in `meterIds[meter[i]]` */
  readonly meter: Uint32Array<ArrayBuffer>
  readonly revision: Uint16Array<ArrayBuffer>
}

/**
 * Readings in columns, all of one length. kw and kvar are f32 from here on, on every adapter, so that results are
 * equal bit for bit everywhere.
 */
export interface ReadingBatch extends BatchBase {
  readonly kind: 'readings'
  /** Interval of each of `meterIds` that its readings were checked against, minutes */
  readonly intervalMinutes: readonly number[]
  /** UTC ms, END of the interval */
  readonly atMs: Float64Array<ArrayBuffer>
  readonly kw: Float32Array<ArrayBuffer>
  /** NaN where absent */
  readonly kvar: Float32Array<ArrayBuffer>
}

/** Whole days in rows: row i has `points` values from `i * points` on. NaN = no reading. */
export interface DayBatch extends BatchBase {
  readonly kind: 'days'
  readonly points: number
  /** Whether the first point ends at the midnight that opens the day, and so belongs to the day before */
  readonly firstAtMidnight: boolean
  readonly day: Int32Array<ArrayBuffer>
  readonly kw: Float32Array<ArrayBuffer>
  /** null when no row has any */
  readonly kvar: Float32Array<ArrayBuffer> | null
}

/** Cumulative registers, kWh, at the midnight that ends `day`. NaN = not told. */
export interface RegisterBatch extends BatchBase {
  readonly kind: 'registers'
  readonly day: Int32Array<ArrayBuffer>
  readonly total: Float64Array<ArrayBuffer>
  readonly sharp: Float64Array<ArrayBuffer>
  readonly peak: Float64Array<ArrayBuffer>
  readonly flat: Float64Array<ArrayBuffer>
  readonly valley: Float64Array<ArrayBuffer>
  readonly maxKw: Float64Array<ArrayBuffer>
  /** UTC ms */
  readonly maxAtMs: Float64Array<ArrayBuffer>
}

export type Batch = ReadingBatch | DayBatch | RegisterBatch

/** A message as a producer sent it: nothing of it is checked yet. */
export interface RawMessage {
  readonly offset: number
  readonly key: Uint8Array | null
  readonly value: Uint8Array | null
  readonly headers: Readonly<Record<string, string>>
}

/** A message that was turned away, or a point of it, as it goes to the topic of rejects. */
export interface RejectedMessage extends Omit<RawMessage, 'offset'> {
  readonly reason: RejectReason
  /** One sentence for a person */
  readonly detail: string
  /** topic/partition/offset it was read from, or who sent it by HTTP */
  readonly source: string
}

/** What waits in the log: a batch that was checked before it was appended, or messages that are not. */
export type LogEntry =
  | { readonly offset: number; readonly batch: Batch }
  | {
      /** Of the last of them */
      readonly offset: number
      readonly messages: readonly RawMessage[]
    }

/** The reading log: what was acknowledged, in order, until it is worked off. */
export interface ReadingLog {
  /**
   * Appends a batch to a lane; it is durable when the surrounding transaction (embedded) or this call (Kafka) is done.
   * Embedded a lane is a partition; on Kafka the meters' ids choose the partitions.
   */
  append(lane: number, batch: Batch): Promise<void>
  /** The entries of a partition from `offset` on, oldest first, until they hold `readings` or more. */
  read(partition: number, offset: number, readings: number): Promise<LogEntry[]>
  /** Entries below `offset` are worked off and may be let go. */
  trim(partition: number, offset: number): Promise<void>
  /** Readings that wait to be worked off, in one partition or in all. */
  backlog(partition?: number): Promise<number>
  /** When the oldest of what waits and is here arrived, UTC ms; null when nothing is. */
  waitingSinceMs(): Promise<number | null>
}

/** A log whose partitions several processes share; each reads those it owns. */
export interface ConsumedLog extends ReadingLog {
  /** The partitions this process reads now, ascending. */
  owned(): readonly number[]
  /** What of a partition is here and was not let go; undefined when nothing. */
  waiting(partition: number): Waiting | undefined
}

export interface Waiting {
  readonly messages: number
  /** UTC ms; when the oldest of them arrived */
  readonly sinceMs: number
}
