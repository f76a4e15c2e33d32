import { dayText, type EpochDay, shanghaiText } from '../../schemas/day.ts'
import { DEFAULT_PROFILE, type ImportProfile } from '../../schemas/profile.ts'
import { shortest } from '../../schemas/single.ts'
import type { StoredRegister } from '../adapters/history/index.ts'
import type { DayBatch, RegisterBatch } from '../adapters/log/index.ts'
import type { Layout } from '../ingest/index.ts'
import type { Value } from './slot-rule.ts'

/** A value that lost its slot, or that no registry entry is there for any more, as it could be sent again. */
export interface Displaced {
  readonly reason: 'corrected' | 'superseded' | 'unknown-meter' | 'no-entry-that-day'
  readonly detail: string
  readonly raw: string
  readonly layout: Layout
}

type Side = ImportProfile['side']

const LAYOUTS: Record<Side, Layout> = {
  primary: { header: null, profile: DEFAULT_PROFILE },
  secondary: { header: null, profile: { ...DEFAULT_PROFILE, side: 'secondary' } },
}

/** A value that has no slot now, for the one that `won` the interval that ends at `endMs` (UTC). */
export const displacedReading = (
  reason: 'corrected' | 'superseded',
  endMs: number,
  lost: Value,
  won: Value,
): Displaced => {
  const { meterId, multiplier } = lost.source
  return {
    reason,
    detail: `Another value holds this interval: ${shortest(Math.fround(won.kw * (won.source.multiplier ?? 1)))} kW.`,
    ...rawReading(meterId, endMs, lost, multiplier === null ? 'primary' : 'secondary'),
  }
}

/** Registers that are not those of their day now, for the row that is. */
export const displacedRegister = (reason: 'corrected' | 'superseded', lost: StoredRegister): Displaced => ({
  reason,
  detail: 'Another row holds the registers of this day.',
  ...rawRegister(batchOf(lost), 0),
})

/** A stored row as the batch it came in. */
const batchOf = (row: StoredRegister): RegisterBatch => ({
  kind: 'registers',
  side: row.source.multiplier === null ? 'primary' : 'secondary',
  meterIds: [row.source.meterId],
  meter: Uint32Array.of(0),
  day: Int32Array.of(row.day),
  total: Float64Array.of(row.total),
  sharp: Float64Array.of(row.sharp),
  peak: Float64Array.of(row.peak),
  flat: Float64Array.of(row.flat),
  valley: Float64Array.of(row.valley),
  maxKw: Float64Array.of(row.maxKw),
  maxAtMs: Float64Array.of(row.maxAtMs),
  revision: Uint16Array.of(row.revision),
})

/** As the contract Reading says, of the side it was delivered on. */
export const rawReading = (
  meterId: string,
  atMs: number,
  { kw, kvar, revision }: Omit<Value, 'source'>,
  side: Side,
): { raw: string; layout: Layout } => ({
  raw: JSON.stringify({
    meterId,
    at: shanghaiText(atMs),
    kw: shortest(kw),
    ...(Number.isNaN(kvar) ? {} : { kvar: shortest(kvar) }),
    ...revisionOf(revision),
  }),
  layout: LAYOUTS[side],
})

/** As the contract DayRow says; without a first point that belongs to the day before and goes its own way. */
export const rawDayRow = (batch: DayBatch, row: number): { raw: string; layout: Layout } => {
  const points = (values: Float32Array) =>
    Array.from(values.subarray(row * batch.points, (row + 1) * batch.points), (value, i) =>
      Number.isNaN(value) || (batch.firstAtMidnight && i === 0) ? null : shortest(value),
    )
  const layout = LAYOUTS[batch.side]
  return {
    raw: JSON.stringify({
      ...placeOf(batch, row),
      kw: points(batch.kw),
      ...(batch.kvar ? { kvar: points(batch.kvar) } : {}),
      ...revisionOf(batch.revision[row]!),
    }),
    layout: batch.firstAtMidnight
      ? { ...layout, profile: { ...layout.profile, firstPoint: '00:00' } }
      : layout,
  }
}

/** As the contract DailyRegister says. */
export const rawRegister = (batch: RegisterBatch, row: number): { raw: string; layout: Layout } => {
  const { total, sharp, peak, flat, valley, maxKw } = batch
  const numbers = Object.entries({ total, sharp, peak, flat, valley, maxKw })
    .map(([name, column]) => [name, column[row]!] as const)
    .filter(([, value]) => !Number.isNaN(value))
  const maxAtMs = batch.maxAtMs[row]!
  return {
    raw: JSON.stringify({
      ...placeOf(batch, row),
      ...Object.fromEntries(numbers),
      ...(Number.isNaN(maxAtMs) ? {} : { maxKwAt: shanghaiText(maxAtMs) }),
      ...revisionOf(batch.revision[row]!),
    }),
    layout: LAYOUTS[batch.side],
  }
}

const placeOf = (
  batch: { meterIds: readonly string[]; meter: Uint32Array; day: Int32Array },
  row: number,
): { meterId: string; date: string } => ({
  meterId: batch.meterIds[batch.meter[row]!]!,
  date: dayText(batch.day[row]! as EpochDay),
})

const revisionOf = (revision: number): { revision?: number } => (revision > 0 ? { revision } : {})
