import type { EngineError } from '../../engine-error.ts'
import type { ConsumedLog, RejectedMessage } from '../port.ts'
import type { Ends } from './client.ts'

/** How the program speaks to Kafka. */
export interface KafkaOptions {
  /** host:port */
  readonly brokers: readonly string[]
  /** Stands before the names of the topics */
  readonly prefix: string
  readonly group: string
  /** Of each topic; one that exists must have as many */
  readonly partitions: number
  /** Of topics that are created */
  readonly replication: number
  readonly retentionHours: number
  readonly tls: boolean
  /** The authority that signed the brokers' certificates; absent: those that Node trusts */
  readonly caPem?: string | undefined
  readonly sasl?: Sasl | undefined
  /** What is appended to this lane asks to be judged however late it comes */
  readonly judgeLane: number
  /** Bytes of messages that may wait in memory, over all partitions; 64 MB unless told */
  readonly bufferBytes?: number | undefined
  readonly log: KafkaLogger
  readonly nowMs: () => number
  /** Kafka's retention removed messages before they were read */
  readonly onLost?: ((partition: number, messages: number) => void) | undefined
  /** A partition cannot be read on until an operator acts; told once */
  readonly onError?: ((error: EngineError) => void) | undefined
}

export interface Sasl {
  readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512'
  readonly username: string
  readonly password: string
}

export interface KafkaLogger {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** What happened since the log was opened. */
export interface KafkaCounts {
  /** Messages fetched, those fetched again included */
  fetched: number
  /** How often a partition was paused because enough of it waited */
  paused: number
  errors: number
  /** Messages that retention removed before they were read */
  lost: number
  /** How often the group was joined after the first time */
  rejoins: number
}

/**
 * The reading log on Kafka: partition p of `meter.readings` is log partition 2p, of `meter.days` 2p + 1. A meter's
 * messages are in the two partitions of one shard, which one process has both of.
 */
export interface KafkaLog extends ConsumedLog {
  /**
   * Joins the group. `onArrival` is called when messages arrived or the owned partitions changed. Throws EngineError
   * when the group cannot be joined at all.
   */
  consume(onArrival: () => void): Promise<void>
  /** Keeps messages on `meter.rejected`; resolves when all are acknowledged. */
  publishRejects(rejects: readonly RejectedMessage[]): Promise<void>
  /** Messages that wait to be worked off, by log partition; up to a second old. */
  lag(): Promise<Map<number, number>>
  readonly counts: Readonly<KafkaCounts>
  /** Bytes of messages that wait in memory. */
  bufferedBytes(): number
  /** First offset and the one behind the last, of each log partition, as they are now. */
  ends(): Promise<ReadonlyMap<number, Ends>>
  /** Whether the last thing asked of Kafka was answered. */
  isConnected(): boolean
  /** UTC ms; when Kafka last answered the group's member, 0 before it did. */
  lastPollMs(): number
  /** The shard that a meter's messages are in. */
  shardOfMeter(meterId: string): number
  /** Leaves the group at once; what was let go is committed for lag displays. */
  close(): Promise<void>
}
