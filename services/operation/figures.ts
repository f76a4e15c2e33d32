import type { WorkCounts } from '../adapters/index.ts'

/** How the work of a process goes, as plain data: it crosses a thread. */
export interface WorkFigures extends WorkCounts {
  /** When the work's loop last went round, UTC ms; null where there is none */
  readonly roundAtMs: number | null
  /** When a checkpoint last committed, UTC ms; null before the first */
  readonly checkpointAtMs: number | null
  readonly checkpoints: number
  /** Checkpoints that failed and were tried again */
  readonly failures: number
}
