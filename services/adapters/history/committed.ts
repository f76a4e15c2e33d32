/** The log partition that corrections write the history under: they come from no topic. */
export const CORRECTIONS = -1

/**
 * What of a history, whose writes are outside the transaction, counts for a process: values from below the
 * checkpoints of their partitions, and of corrections that committed.
 */
export interface Committed {
  /** Next offset of each log partition, as of the transaction under way */
  readonly offsets: Map<number, number>
  /** Marks of corrections that committed, or that are this process's own and under way */
  readonly corrections: Set<number>
  holds(partition: number, offset: number): boolean
}

export const createCommitted = (): Committed => {
  const offsets = new Map<number, number>()
  const corrections = new Set<number>()
  return {
    offsets,
    corrections,
    holds: (partition, offset) =>
      partition === CORRECTIONS ? corrections.has(offset) : offset < (offsets.get(partition) ?? 0),
  }
}
