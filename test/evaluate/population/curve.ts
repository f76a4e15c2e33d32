import type { TouHours } from '../../../schemas/context.ts'
import { reactiveRatio, wander } from '../../../services/simulator/curve.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { clamp } from './draw.ts'
import { type Site, SLOTS } from './world.ts'

/** Active and reactive power of each quarter of an hour of the period, kW and kvar. */
export interface Curve {
  readonly kw: Float64Array
  readonly kvar: Float64Array
}

/** One quarter of an hour. The same object is handed out again: read it, do not keep it. */
export interface Slot {
  index: number
  /** Days since the first */
  day: number
  /** Hours since midnight at its beginning */
  hour: number
  /** 0 working day, 1 weekend, 2 holiday */
  kind: number
  /** 0 = Sunday … 6 = Saturday */
  weekday: number
  temperatureC: number
}

export const slotsOf = ({ world }: Site): number => world.days * SLOTS

/** A column from each slot. */
export const columnOf = (site: Site, value: (slot: Slot) => number): Float64Array => {
  const { world, district } = site
  const column = new Float64Array(slotsOf(site))
  const slot: Slot = { index: 0, day: 0, hour: 0, kind: 0, weekday: 0, temperatureC: 0 }
  for (let index = 0; index < column.length; index++) {
    slot.index = index
    slot.day = Math.floor(index / SLOTS)
    slot.hour = (index % SLOTS) / 4
    slot.kind = world.kinds[slot.day]!
    slot.weekday = world.weekdays[slot.day]!
    slot.temperatureC = district.temperature[index]!
    column[index] = Math.max(0, value(slot))
  }
  return column
}

/** Power factor at little and at full load. */
export interface PowerFactors {
  readonly low: number
  readonly high: number
}

/** Reactive power by the level of the load, with a ratio that wanders a little. */
export const withPowerFactor = (kw: Float64Array, factors: PowerFactors, random: Random): Curve => {
  const top = kw.reduce((most, value) => Math.max(most, value), 1e-6)
  const low = reactiveRatio(clamp(factors.low, 0.2, 0.9999))
  const high = reactiveRatio(clamp(factors.high, 0.2, 0.9999))
  const drift = wander(random, kw.length, random.between(0.01, 0.05), random.between(2, 60))
  const jitter = random.between(0.002, 0.03)
  const kvar = kw.map((value, i) => {
    const level = Math.min(1, (value / top) * 1.4)
    return value * (low + (high - low) * level) * drift[i]! * random.normal(1, jitter)
  })
  return { kw, kvar }
}

export const addCurves = (...parts: readonly Curve[]): Curve => {
  const sum = (columns: readonly Float64Array[]) =>
    columns[0]!.map((_, i) => columns.reduce((total, column) => total + column[i]!, 0))
  return { kw: sum(parts.map(({ kw }) => kw)), kvar: sum(parts.map(({ kvar }) => kvar)) }
}

export const scaleCurve = ({ kw, kvar }: Curve, by: number): Curve => ({
  kw: kw.map(value => value * by),
  kvar: kvar.map(value => value * by),
})

export const meanOf = (values: ArrayLike<number>): number => {
  let sum = 0
  for (let i = 0; i < values.length; i++) sum += values[i]!
  return sum / values.length
}

export const topOf = (values: Float64Array): number => values.reduce((a, b) => Math.max(a, b), 0)

export const isIn = (ranges: TouHours['valley'], hour: number): boolean =>
  ranges.some(([from, to]) => hour >= from && hour < to)

/** Kelvins above, and below, a temperature. */
export const warmer = (temperatureC: number, thanC: number): number => Math.max(0, temperatureC - thanC)
export const colder = (temperatureC: number, thanC: number): number => Math.max(0, thanC - temperatureC)
