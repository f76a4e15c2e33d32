import { parseDay } from '../../../../schemas/day.ts'
import type { Meter } from '../../../../schemas/meter.ts'
import type { Batch, DayBatch, RegisterBatch } from '../../../../services/adapters/log/index.ts'
import { batchOf } from '../../../support/readings.ts'
import { type Result, resultOf } from '../../../support/result.ts'
import { withStation } from '../../../support/station.ts'
import type { Good } from './message.ts'

const ROWS_AT_ONCE = 20_000

/** What the same messages, each meter's in the same order, come to on the embedded stores, with no fault at all. */
export const undisturbed = (meters: readonly Meter[], taken: readonly Good[]): Promise<Result> =>
  withStation({ meters }, async station => {
    for (let i = 0; i < taken.length; i += ROWS_AT_ONCE) {
      for (const batch of batchesOf(taken.slice(i, i + ROWS_AT_ONCE))) {
        await station.engine.append(batch, [], 'test')
      }
    }
    await station.engine.settle()
    return resultOf(station)
  })

/** A meter tells readings, or rows and registers, so that the order between the kinds does not matter. */
const batchesOf = (taken: readonly Good[]): Batch[] => {
  const readings = taken.flatMap(one =>
    'at' in one
      ? [
          {
            meterId: one.meterId,
            atMs: Date.parse(one.at),
            kw: one.kw,
            ...given('kvar', one.kvar),
            ...given('revision', one.revision),
          },
        ]
      : [],
  )
  const rows = taken.filter(one => 'date' in one && 'kw' in one)
  const registers = taken.filter(one => 'total' in one)
  return [
    ...(readings.length > 0 ? [batchOf(readings)] : []),
    ...(rows.length > 0 ? [rowBatch(rows)] : []),
    ...(registers.length > 0 ? [registerBatch(registers)] : []),
  ]
}

const given = <K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, number>)

type Row = Extract<Good, { kw: number[] }>
type Register = Extract<Good, { total: number }>

const baseOf = (rows: readonly (Row | Register)[]) => {
  const meterIds = [...new Set(rows.map(({ meterId }) => meterId))]
  return {
    side: 'primary',
    meterIds,
    meter: Uint32Array.from(rows, ({ meterId }) => meterIds.indexOf(meterId)),
    revision: Uint16Array.from(rows, ({ revision }) => revision ?? 0),
    day: Int32Array.from(rows, ({ date }) => parseDay(date)),
  } as const
}

const rowBatch = (rows: readonly Row[]): DayBatch => ({
  kind: 'days',
  ...baseOf(rows),
  points: 96,
  firstAtMidnight: false,
  kw: Float32Array.from(
    rows.flatMap(({ kw }) => kw),
    power => (power < 0 ? Number.NaN : power),
  ),
  kvar: null,
})

const registerBatch = (rows: readonly Register[]): RegisterBatch => {
  const none = () => new Float64Array(rows.length).fill(Number.NaN)
  return {
    kind: 'registers',
    ...baseOf(rows),
    total: Float64Array.from(rows, ({ total }) => total),
    sharp: none(),
    peak: none(),
    flat: none(),
    valley: none(),
    maxKw: none(),
    maxAtMs: none(),
  }
}
