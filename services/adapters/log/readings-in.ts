import type { Batch } from './port.ts'

/** How many readings a batch holds: the filled points of day rows; one a register row. */
export const readingsIn = (batch: Batch): number => {
  if (batch.kind !== 'days') return batch.meter.length
  let count = 0
  for (const value of batch.kw) if (!Number.isNaN(value)) count++
  return count
}
