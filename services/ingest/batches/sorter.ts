import type { Meter } from '../../../schemas/meter.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import type { Batch } from '../../adapters/log/index.ts'
import type { RawRow } from '../raw-rows.ts'
import type { BatchBuilder } from './builder.ts'
import { createDayBatch } from './day-batch.ts'
import { createReadingBatch } from './reading-batch.ts'
import { createRegisterBatch } from './register-batch.ts'

/**
 * Sorts good rows into batches of their kind, and day rows by their number of points. An input has one kind as a
 * rule; of mixed ones each kind is gathered for itself, so that only rows of one kind keep their order.
 */
export interface Sorter {
  /** Answers the batch that this row filled; `meter` is what the row was checked against. */
  add(row: RawRow, meter: Meter): Batch | undefined
  /** The batches that are not full; starts anew. */
  rest(): Batch[]
}

/** What rows of one batch have in common: their kind, of day rows the number of points. */
export const keyOf = (row: RawRow): string | number => (row.kind === 'day' ? row.kw.length : row.kind)

/** Rows of a batch at most; day rows hold many readings each. */
const ROWS = 20_000
const DAY_ROWS = 2_000

/** The builder of the batch that a row belongs to; `most`: as many rows may still come. */
export const builderOf = (
  row: RawRow,
  { side, firstPoint }: ImportProfile,
  most = ROWS,
): BatchBuilder<RawRow> => {
  if (row.kind === 'reading') return createReadingBatch(side, Math.min(ROWS, most))
  if (row.kind === 'register') return createRegisterBatch(side, Math.min(ROWS, most))
  return createDayBatch(row.kw.length, side, firstPoint === '00:00', Math.min(DAY_ROWS, most))
}

/** `profile` tells the side and the first point of all rows. */
export const createSorter = (profile: ImportProfile): Sorter => {
  const builders = new Map<string | number, BatchBuilder<RawRow>>()
  return {
    add(row, meter) {
      const key = keyOf(row)
      let builder = builders.get(key)
      if (!builder) {
        builder = builderOf(row, profile)
        builders.set(key, builder)
      }
      builder.add(row, meter)
      if (!builder.isFull) return undefined
      builders.delete(key)
      return builder.batch()
    },
    rest() {
      const batches = [...builders.values()].map(builder => builder.batch())
      builders.clear()
      return batches
    },
  }
}
