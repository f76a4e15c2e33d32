import type { ReadingBatch } from '../../adapters/log/index.ts'
import type { RawReading } from '../raw-rows.ts'
import { type BatchBuilder, filled } from './builder.ts'
import { createMeterIndex } from './meter-index.ts'

/** Gathers at most `rows` readings. */
export const createReadingBatch = (side: ReadingBatch['side'], rows: number): BatchBuilder<RawReading> => {
  const atMs = new Float64Array(rows)
  const meter = new Uint32Array(rows)
  const kw = new Float32Array(rows)
  const kvar = new Float32Array(rows)
  const revision = new Uint16Array(rows)
  const index = createMeterIndex()
  let length = 0
  return {
    get isFull() {
      return length === rows
    },
    add(reading, { intervalMinutes }) {
      meter[length] = index.place(reading.meterId, intervalMinutes)
      atMs[length] = reading.atMs
      kw[length] = reading.kw
      kvar[length] = reading.kvar
      revision[length] = reading.revision
      length++
    },
    batch() {
      return {
        kind: 'readings',
        side,
        meterIds: index.meterIds,
        intervalMinutes: index.intervalMinutes,
        meter: filled(meter, length),
        atMs: filled(atMs, length),
        kw: filled(kw, length),
        kvar: filled(kvar, length),
        revision: filled(revision, length),
      }
    },
  }
}
