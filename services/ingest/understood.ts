import { dayStartMs, MS_PER_DAY, MS_PER_MINUTE, parseDay, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import { endOfPoint } from './check.ts'
import type { RawRegister, RawRow } from './raw-rows.ts'
import type { MeterFinder } from './validate.ts'

const VALUES_SHOWN = 4

/** What a row was understood to say, on the primary side. */
export interface Understood {
  readonly meterId: string
  /** Whether the registry holds the meter */
  readonly known: boolean
  /** What time it speaks of, +08:00; null: without a beginning, without an end */
  readonly from: string | null
  readonly to: string | null
  /** Readings: filled points of a day row, 1 of other rows, 0 of a registry row */
  readonly points: number
  /** The first four, kW */
  readonly kw: readonly number[]
  /** Of a register row, kWh, as far as they are told */
  readonly registers?: Readonly<Partial<Record<RegisterName, number>>>
  /** Of a registry row */
  readonly meter?: Meter
}

const REGISTER_NAMES = ['total', 'sharp', 'peak', 'flat', 'valley'] as const
type RegisterName = (typeof REGISTER_NAMES)[number]

/** `meter`: the entry of that day, when there is one. */
export const understoodRow = (
  row: RawRow,
  meter: Meter | undefined,
  meters: MeterFinder,
  profile: ImportProfile,
): Understood => {
  const times = profile.side === 'secondary' ? (meter?.multiplier ?? 1) : 1
  const kw = powersOf(row).filter(value => !Number.isNaN(value))
  const [fromMs, toMs] = spanOf(row, meter, profile)
  return {
    meterId: row.meterId,
    known: meters.knows(row.meterId),
    from: shanghaiText(fromMs),
    to: shanghaiText(toMs),
    points: row.kind === 'day' ? kw.length : 1,
    kw: kw
      .slice(0, VALUES_SHOWN)
      .map(value => value * times)
      .filter(Number.isFinite),
    ...(row.kind === 'register' ? { registers: registersOf(row, times) } : {}),
  }
}

export const understoodMeter = (meter: Meter, meters: MeterFinder): Understood => ({
  meterId: meter.meterId,
  known: meters.knows(meter.meterId),
  from: meter.validFrom && shanghaiText(dayStartMs(parseDay(meter.validFrom))),
  to: meter.validTo && shanghaiText(dayStartMs(parseDay(meter.validTo) + 1)),
  points: 0,
  kw: [],
  meter,
})

const powersOf = (row: RawRow): number[] => {
  if (row.kind === 'day') return [...row.kw]
  return [row.kind === 'reading' ? row.kw : row.maxKw]
}

/** UTC ms; the interval of a reading is that of its meter, and unknown with it. */
const spanOf = (row: RawRow, meter: Meter | undefined, profile: ImportProfile): [number, number] => {
  if (row.kind === 'reading') {
    return [row.atMs - (meter?.intervalMinutes ?? 0) * MS_PER_MINUTE, row.atMs]
  }
  if (row.kind === 'register') return [dayStartMs(row.day), dayStartMs(row.day + 1)]
  const points = row.kw.length
  return [endOfPoint(row, 0, profile) - MS_PER_DAY / points, endOfPoint(row, points - 1, profile)]
}

const registersOf = (row: RawRegister, times: number): Partial<Record<RegisterName, number>> =>
  Object.fromEntries(
    REGISTER_NAMES.map(name => [name, row[name] * times] as const).filter(([, value]) =>
      Number.isFinite(value),
    ),
  )
