import type { DailyRegister } from '../../schemas/register.ts'
import type { StoredRegister } from '../../services/adapters/history/index.ts'
import type { RegisterBatch } from '../../services/adapters/log/index.ts'
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

/** Register rows as a batch of the log. */
export const registerBatch = (
  rows: readonly DailyRegister[],
  side: RegisterBatch['side'] = 'primary',
): RegisterBatch => {
  const meterIds = [...new Set(rows.map(({ meterId }) => meterId))]
  const column = (name: 'total' | 'sharp' | 'peak' | 'flat' | 'valley' | 'maxKw') =>
    Float64Array.from(rows, one => one[name] ?? Number.NaN)
  return {
    kind: 'registers',
    side,
    meterIds,
    meter: Uint32Array.from(rows, ({ meterId }) => meterIds.indexOf(meterId)),
    day: Int32Array.from(rows, ({ date }) => Date.parse(`${date}T00:00:00Z`) / 86_400_000),
    total: column('total'),
    sharp: column('sharp'),
    peak: column('peak'),
    flat: column('flat'),
    valley: column('valley'),
    maxKw: column('maxKw'),
    maxAtMs: Float64Array.from(rows, ({ maxKwAt }) => (maxKwAt ? Date.parse(maxKwAt) : Number.NaN)),
    revision: Uint16Array.from(rows, ({ revision }) => revision ?? 0),
  }
}
