import type { DayBatch, RegisterBatch } from '../../services/adapters/log/index.ts'
import { MONDAY } from '../support/readings.ts'

/** Two day rows of 24 points of the secondary side, 38 of them filled. */
export const dayRows = (): DayBatch => ({
  kind: 'days',
  side: 'secondary',
  meterIds: ['M1', '表计2'],
  points: 24,
  firstAtMidnight: true,
  meter: Uint32Array.of(1, 0),
  day: Int32Array.of(MONDAY, MONDAY + 1),
  kw: Float32Array.from({ length: 48 }, (_, i) => (i % 5 === 0 ? Number.NaN : i / 3)),
  kvar: null,
  revision: Uint16Array.of(0, 7),
})

export const column = (...values: number[]): Float64Array<ArrayBuffer> => Float64Array.from(values)

type Varying = Pick<RegisterBatch, 'flat' | 'maxKw' | 'maxAtMs' | 'revision'>

/** Three register rows of one meter. */
export const registerRows = (varying: Varying): RegisterBatch => ({
  kind: 'registers',
  side: 'primary',
  meterIds: ['M1'],
  meter: Uint32Array.of(0, 0, 0),
  day: Int32Array.of(MONDAY, MONDAY + 1, MONDAY + 2),
  total: column(123_456.78, 0.1 + 0.2, 999_999.99),
  sharp: column(Number.NaN, Number.NaN, Number.NaN),
  peak: column(0, 0, 0),
  valley: column(1, 2, 3),
  ...varying,
})
