/**
 * Readings in columns: reading i stands in `meterIds[meter[i]]` at `atMs[i]`. All columns have one length.
 * kw and kvar are f32 from here on, on every adapter, so that results are equal bit for bit everywhere.
 */
export interface ReadingBatch {
  readonly meterIds: readonly string[]
  /** Interval of each of `meterIds` that its readings were checked against, minutes */
  readonly intervalMinutes: readonly number[]
  readonly meter: Uint32Array<ArrayBuffer>
  /** UTC ms, END of the interval */
  readonly atMs: Float64Array<ArrayBuffer>
  readonly kw: Float32Array<ArrayBuffer>
  /** NaN where absent */
  readonly kvar: Float32Array<ArrayBuffer>
  readonly revision: Uint16Array<ArrayBuffer>
}

export interface LogEntry {
  readonly offset: number
  readonly batch: ReadingBatch
}

/** The reading log: what was acknowledged, in order, until it is worked off. */
export interface ReadingLog {
  /** Appends a batch; it is durable when the surrounding transaction (embedded) or this call (Kafka) is done. */
  append(batch: ReadingBatch): Promise<void>
  /** The entries from `offset` on, oldest first, until they hold `readings` or more. */
  read(partition: number, offset: number, readings: number): Promise<LogEntry[]>
  /** Entries below `offset` are worked off and may be let go. */
  trim(partition: number, offset: number): Promise<void>
  /** Readings that wait to be worked off. */
  backlog(): Promise<number>
}
