import type { EngineName } from '../../schemas/work.ts'

/** What the servers' adapters count, as plain data. */
export interface WorkCounts {
  /** What waits to be worked off, by partition of the log */
  readonly waiting: readonly (readonly [partition: string, count: number])[]
  /** By engine and what it is */
  readonly counts: readonly (readonly [engine: string, what: string, count: number])[]
  /** When the oldest of what waits and is here arrived, UTC ms; null when nothing is */
  readonly waitingSinceMs: number | null
  /** What the work stands on, and whether each answers */
  readonly engines: readonly (readonly [name: EngineName, isUp: boolean])[]
  /** Servers that do not answer, each with a sentence */
  readonly down: readonly string[]
}
