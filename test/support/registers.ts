import type { StoredRegister } from '../../services/adapters/history/index.ts'
import { MONDAY } from './readings.ts'

/** Registers of M1 at point M1 on the first Monday, of which nothing but a total of 0 is told unless said. */
export const registerRow = (change: Partial<StoredRegister> = {}): StoredRegister => ({
  pointId: 'M1',
  day: MONDAY,
  source: { meterId: 'M1', multiplier: null },
  total: 0,
  sharp: Number.NaN,
  peak: Number.NaN,
  flat: Number.NaN,
  valley: Number.NaN,
  maxKw: Number.NaN,
  maxAtMs: Number.NaN,
  revision: 0,
  ...change,
})
