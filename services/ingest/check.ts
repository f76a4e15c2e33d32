import { dayOf, dayStartMs, MS_PER_DAY } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { ImportProfile } from '../../schemas/profile.ts'
import { type Fault, fault } from './fault.ts'
import type { RawDay, RawRegister, RawRow } from './raw-rows.ts'
import { faultOfGrid, faultOfMissing, faultOfPower, faultOfTime, type MeterFinder } from './validate.ts'

/** What a check needs to know beside the row. `profile` tells side and first point. */
export interface CheckDeps {
  readonly meters: MeterFinder
  readonly profile: ImportProfile
  readonly nowMs: number
}

/** The entry of a row's meter that holds on the day the row belongs to. */
export const meterOf = (row: RawRow, meters: MeterFinder): Meter | undefined =>
  meters.find(row.meterId, row.kind === 'reading' ? dayOf(row.atMs - 1) : row.day)

/**
 * The one check every row passes, with its meter, before it is acknowledged: why it is turned away, undefined when
 * it is good. Single points of a day row that cannot be right are moved to its `bad`.
 */
export const faultOfRow = (row: RawRow, meter: Meter | undefined, deps: CheckDeps): Fault | undefined => {
  const { meters, profile, nowMs } = deps
  const endMs = row.kind === 'reading' ? row.atMs : dayStartMs(row.day + 1)
  if (!meter) return faultOfMissing(meters, row.meterId, endMs, nowMs)
  const fault = faultOfTime(endMs, nowMs)
  if (fault) return fault
  switch (row.kind) {
    case 'reading':
      return faultOfGrid(endMs, meter) ?? faultOfPower(row.kw, row.kvar, meter, profile.side)
    case 'register':
      return faultOfRegisters(row, meter, deps)
    case 'day':
      setBadPointsAside(row, meter, deps)
      return undefined
  }
}

const faultOfRegisters = (
  row: RawRegister,
  meter: Meter,
  { profile, nowMs }: CheckDeps,
): Fault | undefined => {
  const { total, sharp, peak, flat, valley, maxKw, maxAtMs } = row
  const negative = [total, sharp, peak, flat, valley].find(value => value < 0)
  if (negative !== undefined) {
    return fault('negative-register', `${negative} kWh: a cumulative register cannot be below zero.`)
  }
  return (
    (Number.isNaN(maxKw) ? undefined : faultOfPower(maxKw, Number.NaN, meter, profile.side)) ??
    (Number.isNaN(maxAtMs) ? undefined : faultOfTime(maxAtMs, nowMs))
  )
}

const setBadPointsAside = (row: RawDay, meter: Meter, deps: CheckDeps): void => {
  const { kw, kvar } = row
  const { side, firstPoint } = deps.profile
  for (let point = 0; point < kw.length; point++) {
    const power = kw[point]!
    if (Number.isNaN(power)) continue
    const reactive = kvar ? kvar[point]! : Number.NaN
    const fault =
      point === 0 && firstPoint === '00:00'
        ? faultOfDayBefore(row, power, reactive, deps)
        : faultOfPower(power, reactive, meter, side)
    if (!fault) continue
    row.bad.push({ point, kw: power, kvar: reactive, fault })
    kw[point] = Number.NaN
    if (kvar) kvar[point] = Number.NaN
  }
}

/** The interval that ends at the midnight which opens the day belongs to the day before. */
const faultOfDayBefore = (
  { meterId, day }: RawDay,
  kw: number,
  kvar: number,
  { meters, profile, nowMs }: CheckDeps,
): Fault | undefined => {
  const meter = meters.find(meterId, day - 1)
  return meter
    ? faultOfPower(kw, kvar, meter, profile.side)
    : faultOfMissing(meters, meterId, dayStartMs(day), nowMs)
}

/** The END of the interval of a point of a day row, UTC ms. */
export const endOfPoint = (row: RawDay, point: number, { firstPoint }: ImportProfile): number =>
  dayStartMs(row.day) + ((point + (firstPoint === '00:00' ? 0 : 1)) * MS_PER_DAY) / row.kw.length
