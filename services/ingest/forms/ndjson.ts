import { parseDay } from '../../../schemas/day.ts'
import { DayRow } from '../../../schemas/day-row.ts'
import type { ImportProfile } from '../../../schemas/profile.ts'
import { Reading } from '../../../schemas/reading.ts'
import { DailyRegister } from '../../../schemas/register.ts'
import { type Fault, fault } from '../fault.ts'
import type { LineReader, RawDay, RawReading, RawRegister } from '../raw-rows.ts'
import { toKw } from './cells.ts'
import { type PointAt, readPoints } from './day-points.ts'
import { contractFault } from './ndjson-faults.ts'
import { reactiveOf } from './power-factor.ts'

type Json = Record<string, unknown>

/** Reads lines of NDJSON, each to the contract `Reading`, `DayRow` (kw is a list) or `DailyRegister` (total). */
export const ndjsonLines = (profile: ImportProfile): LineReader => {
  const scaled = toKw(profile)
  const registerShift = profile.registerAt === 'day-start' ? -1 : 0
  return line => {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return fault('malformed', 'The line is not JSON: is it cut, or holds it NaN, which JSON does not know?')
    }
    if (!isObject(value)) return fault('malformed', 'A line must be one JSON object {"meterId", "at", "kw"}.')
    if (Array.isArray(value.kw)) return dayRow(value, value.kw, scaled)
    return 'total' in value ? register(value, scaled, registerShift) : reading(value, scaled)
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

type Scale = (power: number) => number

const reading = (value: Json, scaled: Scale): RawReading | Fault => {
  const result = Reading.safeParse(value)
  if (!result.success) {
    const key = result.error.issues[0]?.path[0]
    // A bad power factor must not lose a good kW.
    return key === 'pf' ? reading({ ...value, pf: null }, scaled) : contractFault('Reading', value, key)
  }
  const { meterId, at, kw, kvar, pf, revision } = result.data
  return {
    kind: 'reading',
    meterId,
    atMs: Date.parse(at),
    kw: scaled(kw),
    kvar: scaled(kvar ?? reactiveOf(kw, pf)),
    revision: revision ?? 0,
  }
}

/** Points that are no numbers are turned away one by one, so that the contract sees the others alone. */
const dayRow = (value: Json, kw: unknown[], scaled: Scale): RawDay | Fault => {
  const kvar = Array.isArray(value.kvar) ? value.kvar : null
  const result = DayRow.safeParse({
    ...value,
    kw: kw.map(orNull),
    kvar: kvar ? kvar.map(orNull) : value.kvar,
  })
  if (!result.success) return contractFault('DayRow', value, result.error.issues[0]?.path[0])
  const { meterId, date, revision } = result.data
  return {
    kind: 'day',
    meterId,
    day: parseDay(date),
    ...readPoints(kw.length, pointsIn(kw), kvar && pointsIn(kvar), scaled),
    revision: revision ?? 0,
  }
}

const orNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null

const pointsIn =
  (list: readonly unknown[]): PointAt =>
  point => {
    const value = list[point]
    if (value === null) return Number.NaN
    return typeof value === 'number' ? value : typeof value === 'string' ? value : JSON.stringify(value)
  }

const register = (value: Json, scaled: Scale, shift: number): RawRegister | Fault => {
  const result = DailyRegister.safeParse(value)
  if (!result.success) return contractFault('DailyRegister', value, result.error.issues[0]?.path[0])
  const { meterId, date, total, sharp, peak, flat, valley, maxKw, maxKwAt, revision } = result.data
  return {
    kind: 'register',
    meterId,
    day: parseDay(date) + shift,
    total,
    sharp: sharp ?? Number.NaN,
    peak: peak ?? Number.NaN,
    flat: flat ?? Number.NaN,
    valley: valley ?? Number.NaN,
    maxKw: scaled(maxKw ?? Number.NaN),
    maxAtMs: maxKwAt ? Date.parse(maxKwAt) : Number.NaN,
    revision: revision ?? 0,
  }
}
