/** What the servers' adapters count, as plain data. */
export interface WorkCounts {
  /** What waits to be worked off, by partition of the log */
  readonly waiting: readonly (readonly [partition: string, count: number])[]
  /** By engine and what it is */
  readonly counts: readonly (readonly [engine: string, what: string, count: number])[]
  /** Servers that do not answer, each with a sentence */
  readonly down: readonly string[]
}
