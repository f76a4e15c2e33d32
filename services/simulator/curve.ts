import { type EpochDay, weekdayOf } from '../../schemas/day.ts'
import type { Random } from './random.ts'

/** Quarters of an hour in a day. */
export const SLOTS_PER_DAY = 96
export const MINUTES_PER_DAY = 1_440

/** Where and when a load runs, with chances of its own. */
export interface Site {
  readonly firstDay: EpochDay
  readonly days: number
  /** Outdoor temperature of each quarter of an hour, °C */
  readonly temperature: Float64Array
  readonly random: Random
}

/** Mean power of each interval, from midnight of the first day on. */
export interface Curve {
  readonly intervalMinutes: 15 | 60
  readonly kw: Float64Array
  /** Null where the meter records no reactive power */
  readonly kvar: Float64Array | null
}

/** A kind of consumer: draws its curve at a site. */
export type Load = (site: Site) => Curve

/** One quarter of an hour as a load sees it. */
export interface Slot {
  readonly index: number
  /** Days since the site's first */
  readonly day: number
  /** 0 = Sunday … 6 = Saturday */
  readonly weekday: number
  /** Hours since midnight at the slot's beginning */
  readonly hour: number
  readonly temperatureC: number
}

/** Every quarter of an hour of a site, in time order. */
export function* slotsOf(site: Site): Generator<Slot> {
  for (let index = 0; index < site.days * SLOTS_PER_DAY; index++) {
    const day = Math.floor(index / SLOTS_PER_DAY)
    yield {
      index,
      day,
      weekday: weekdayOf(site.firstDay + day),
      hour: (index % SLOTS_PER_DAY) / 4,
      temperatureC: site.temperature[index]!,
    }
  }
}

/** kvar per kW at a power factor. */
export const reactiveRatio = (powerFactor: number): number => Math.sqrt(1 / powerFactor ** 2 - 1)

/** A curve from the power of each slot, at one power factor; null for a meter without reactive power. */
export const curveOf = (site: Site, powerFactor: number | null, powerKw: (slot: Slot) => number): Curve => {
  const kw = Float64Array.from(slotsOf(site), slot => Math.max(0, powerKw(slot)))
  const kvar = powerFactor === null ? null : kw.map(value => value * reactiveRatio(powerFactor))
  return { intervalMinutes: 15, kw, kvar }
}

/** Means of each `width` neighbours. */
export const meansOf = (values: Float64Array, width: number): Float64Array =>
  Float64Array.from({ length: Math.floor(values.length / width) }, (_, i) => {
    let sum = 0
    for (let k = i * width; k < (i + 1) * width; k++) sum += values[k]!
    return sum / width
  })

/** A curve from the power of each minute, at one power factor. */
export const curveOfMinutes = (minutesKw: Float64Array, powerFactor: number | null): Curve => {
  const kw = meansOf(minutesKw, 15)
  const kvar = powerFactor === null ? null : kw.map(value => value * reactiveRatio(powerFactor))
  return { intervalMinutes: 15, kw, kvar }
}

/** A mean-reverting wander around 1: relative deviation, and memory in steps of the curve. */
export const wander = (random: Random, length: number, deviation: number, memory: number): Float64Array => {
  const keep = Math.exp(-1 / memory)
  const push = deviation * Math.sqrt(1 - keep ** 2)
  let state = random.normal(0, deviation)
  return Float64Array.from({ length }, () => {
    state = keep * state + random.normal(0, push)
    return 1 + state
  })
}

/** Loads behind one meter. Reactive power is known when all parts know theirs. */
export const together =
  (...loads: readonly Load[]): Load =>
  site => {
    const parts = loads.map((load, i) => load({ ...site, random: site.random.fork(`part ${i}`) }))
    const add = (columns: readonly Float64Array[]) =>
      columns[0]!.map((_, i) => columns.reduce((sum, column) => sum + column[i]!, 0))
    const kvar = parts.flatMap(part => (part.kvar ? [part.kvar] : []))
    return {
      intervalMinutes: parts[0]!.intervalMinutes,
      kw: add(parts.map(part => part.kw)),
      kvar: kvar.length === parts.length ? add(kvar) : null,
    }
  }

/** The same load at a meter that records each hour. */
export const hourly =
  (load: Load): Load =>
  site => {
    const { kw, kvar } = load(site)
    return { intervalMinutes: 60, kw: meansOf(kw, 4), kvar: kvar && meansOf(kvar, 4) }
  }

/** The same load with reactive power at one power factor, where none was recorded. */
export const atPowerFactor =
  (powerFactor: number, load: Load): Load =>
  site => {
    const curve = load(site)
    return { ...curve, kvar: curve.kw.map(value => value * reactiveRatio(powerFactor)) }
  }
