import type { Meter } from '../../../schemas/meter.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import type { Batch } from '../../adapters/log/index.ts'
import type { RawRow } from '../raw-rows.ts'
import { builderOf, keyOf } from './sorter.ts'

/** A batch with the offset in the log that each of its rows has. */
export interface TrackedBatch {
  readonly batch: Batch
  readonly offsets: Float64Array<ArrayBuffer>
}

/**
 * Sorts good rows of messages into batches, as `createSorter` does with those of an input, and keeps their offsets.
 * No more than `most` rows will come: a few must not take the memory of many.
 */
export const createTrackedSorter = (profile: ImportProfile, most: number) => {
  const open = new Map<ReturnType<typeof keyOf>, ReturnType<typeof gathering>>()
  const batches: TrackedBatch[] = []
  const gathering = (row: RawRow) => ({ builder: builderOf(row, profile, most), offsets: [] as number[] })
  const close = ({ builder, offsets }: ReturnType<typeof gathering>): void => {
    batches.push({ batch: builder.batch(), offsets: Float64Array.from(offsets) })
  }
  return {
    /** `meter` is what the row was checked against. */
    add(row: RawRow, meter: Meter, offset: number): void {
      const key = keyOf(row)
      const held = open.get(key) ?? gathering(row)
      open.set(key, held)
      held.builder.add(row, meter)
      held.offsets.push(offset)
      if (!held.builder.isFull) return
      open.delete(key)
      close(held)
    },
    /** Everything that was added; starts anew. */
    take(): TrackedBatch[] {
      for (const held of open.values()) close(held)
      open.clear()
      return batches.splice(0)
    },
  }
}
