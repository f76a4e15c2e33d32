import type { ReadingBatch } from '../adapters/log/index.ts'
import type { RawReading } from './raw-reading.ts'

/** Gathers readings into columns. `take` answers what was gathered and starts anew. */
export interface BatchBuilder {
  readonly length: number
  add(reading: RawReading): void
  take(): ReadingBatch
}

/** `capacity` readings fit; adding more throws, which is a bug of the caller. */
export const createBatchBuilder = (capacity: number): BatchBuilder => {
  const index = new Map<string, number>()
  const atMs = new Float64Array(capacity)
  const meter = new Uint32Array(capacity)
  const kw = new Float32Array(capacity)
  const kvar = new Float32Array(capacity)
  const revision = new Uint16Array(capacity)
  let length = 0
  return {
    get length() {
      return length
    },
    add(reading) {
      if (length === capacity) throw new Error('batch is full')
      let place = index.get(reading.meterId)
      if (place === undefined) {
        place = index.size
        index.set(reading.meterId, place)
      }
      meter[length] = place
      atMs[length] = reading.atMs
      kw[length] = reading.kw
      kvar[length] = reading.kvar
      revision[length] = reading.revision
      length++
    },
    take() {
      const batch = {
        meterIds: [...index.keys()],
        meter: meter.slice(0, length),
        atMs: atMs.slice(0, length),
        kw: kw.slice(0, length),
        kvar: kvar.slice(0, length),
        revision: revision.slice(0, length),
      }
      index.clear()
      length = 0
      return batch
    },
  }
}
