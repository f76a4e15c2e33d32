import type { ReadingBatch } from '../adapters/log/index.ts'
import type { RawReading } from './raw-reading.ts'

/** Gathers readings into columns. `take` answers what was gathered and starts anew. */
export interface BatchBuilder {
  readonly length: number
  /** `intervalMinutes`: what the reading's time was checked against */
  add(reading: RawReading, intervalMinutes: number): void
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
  let meterIds: string[] = []
  let intervals: number[] = []
  let length = 0
  return {
    get length() {
      return length
    },
    add(reading, interval) {
      if (length === capacity) throw new Error('batch is full')
      let place = index.get(reading.meterId)
      if (place === undefined || intervals[place] !== interval) {
        place = meterIds.length
        meterIds.push(reading.meterId)
        intervals.push(interval)
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
        meterIds,
        intervalMinutes: intervals,
        meter: meter.slice(0, length),
        atMs: atMs.slice(0, length),
        kw: kw.slice(0, length),
        kvar: kvar.slice(0, length),
        revision: revision.slice(0, length),
      }
      index.clear()
      meterIds = []
      intervals = []
      length = 0
      return batch
    },
  }
}
