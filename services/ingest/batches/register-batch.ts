import type { RegisterBatch } from '../../adapters/log/index.ts'
import type { RawRegister } from '../raw-rows.ts'
import type { BatchBuilder } from './builder.ts'
import { createMeterIndex } from './meter-index.ts'

/** Gathers at most `most` register rows. */
export const createRegisterBatch = (side: RegisterBatch['side'], most: number): BatchBuilder<RawRegister> => {
  const index = createMeterIndex()
  const meters: number[] = []
  const rows: RawRegister[] = []
  const column = (read: (row: RawRegister) => number) => Float64Array.from(rows, read)
  return {
    get isFull() {
      return rows.length === most
    },
    add(row) {
      meters.push(index.place(row.meterId))
      rows.push(row)
    },
    batch() {
      return {
        kind: 'registers',
        side,
        meterIds: index.meterIds,
        meter: Uint32Array.from(meters),
        day: Int32Array.from(rows, ({ day }) => day),
        total: column(({ total }) => total),
        sharp: column(({ sharp }) => sharp),
        peak: column(({ peak }) => peak),
        flat: column(({ flat }) => flat),
        valley: column(({ valley }) => valley),
        maxKw: column(({ maxKw }) => maxKw),
        maxAtMs: column(({ maxAtMs }) => maxAtMs),
        revision: Uint16Array.from(rows, ({ revision }) => revision),
      }
    },
  }
}
