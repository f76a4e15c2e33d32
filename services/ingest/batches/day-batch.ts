import type { DayBatch } from '../../adapters/log/index.ts'
import type { RawDay } from '../raw-rows.ts'
import { type BatchBuilder, filled } from './builder.ts'
import { createMeterIndex } from './meter-index.ts'

/** Gathers at most `rows` day rows of one number of points. */
export const createDayBatch = (
  points: number,
  side: DayBatch['side'],
  firstAtMidnight: boolean,
  rows: number,
): BatchBuilder<RawDay> => {
  const meter = new Uint32Array(rows)
  const day = new Int32Array(rows)
  const revision = new Uint16Array(rows)
  const kw = new Float32Array(rows * points)
  let kvar: Float32Array<ArrayBuffer> | null = null
  const index = createMeterIndex()
  let length = 0
  return {
    get isFull() {
      return length === rows
    },
    add(row) {
      meter[length] = index.place(row.meterId)
      day[length] = row.day
      revision[length] = row.revision
      kw.set(row.kw, length * points)
      if (row.kvar?.some(value => !Number.isNaN(value))) {
        kvar ??= new Float32Array(rows * points).fill(Number.NaN)
        kvar.set(row.kvar, length * points)
      }
      length++
    },
    batch() {
      return {
        kind: 'days',
        side,
        points,
        firstAtMidnight,
        meterIds: index.meterIds,
        meter: filled(meter, length),
        day: filled(day, length),
        kw: filled(kw, length * points),
        kvar: kvar && filled(kvar, length * points),
        revision: filled(revision, length),
      }
    },
  }
}
