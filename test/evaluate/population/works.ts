import { wander } from '../../../services/simulator/curve.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { type Curve, colder, columnOf, meanOf, type Slot, slotsOf, warmer, withPowerFactor } from './curve.ts'
import { whole } from './draw.ts'
import type { Site } from './world.ts'

/** A load that follows people: what share of its use runs at which hour and on which day. */
export interface Works {
  readonly meanKw: number
  /** Level of each hour, 24 numbers, 0..1 */
  readonly hours: readonly number[]
  /** What never goes off, as a share of the highest level */
  readonly base: number
  /** Activity on Saturdays, Sundays, holidays */
  readonly saturday: number
  readonly sunday: number
  readonly holiday: number
  /** Deviation of slots, and of days */
  readonly noise: number
  readonly dayNoise: number
  /** Single machines that come and go: how many, and what each takes of the top */
  readonly machines: number
  readonly machineShare: number
  /** Per kelvin over 24 °C and under 14 °C, while people are in */
  readonly coolPerK: number
  readonly heatPerK: number
  readonly powerFactorHigh: number
  readonly powerFactorLow: number
}

/** Where activity is on a day, 0..1. */
export type Calendar = (slot: Slot) => number

/** 0..1 at each hour: on between two hours, with soft edges and a break. */
export const shift = (from: number, to: number, breakDepth = 0.15): number[] =>
  Array.from({ length: 24 }, (_, hour) => {
    const long = to - from
    const at = (hour + 0.5 - from + 48) % 24
    if (at > long) return 0
    const edge = Math.min(1, 0.45 + Math.min(at, long - at) * 0.6)
    return hour === 12 ? edge * (1 - breakDepth) : edge
  })

/** Machines with stays of half an hour to hours, as the sum of what is on. */
export const machinesOn = (random: Random, length: number, count: number): Float64Array => {
  const sum = new Float64Array(length)
  for (let machine = 0; machine < count; machine++) {
    const stay = random.lognormal(5, 0.7)
    const share = random.between(0.3, 0.8)
    for (let at = 0; at < length; ) {
      const run = Math.max(1, Math.round(stay * random.lognormal(1, 0.6)))
      if (random.chance(share)) for (let i = at; i < Math.min(length, at + run); i++) sum[i]!++
      at += run
    }
  }
  return sum
}

/** Works close days before a Spring Festival and come back weeks after; at other long holidays for their days. */
export const holidayCalendar = (
  site: Site,
  works: Pick<Works, 'saturday' | 'sunday' | 'holiday'>,
): Calendar => {
  const { world, random } = site
  const early = world.spansSpringFestival && random.chance(0.6) ? whole(random, 0, 10) : 0
  const late = world.spansSpringFestival && random.chance(0.6) ? whole(random, 0, 12) : 0
  const [first, last] = world.longHoliday ?? [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  return ({ day, kind, weekday }) => {
    if (kind === 2 || (day >= first - early && day <= last + late)) return works.holiday
    if (kind === 0) return 1
    return weekday === 6 ? works.saturday : works.sunday
  }
}

/** What rationing leaves of the use in a slot. */
const rationed = ({ district: { rationing } }: Site, { day, hour }: Slot): number => {
  if (!rationing || day < rationing.days[0] || day > rationing.days[1]) return 1
  return hour >= rationing.hours[0] && hour < rationing.hours[1] ? rationing.left : 1
}

/** The curve of such a load. */
export const worksLoad = (site: Site, works: Works, calendar = holidayCalendar(site, works)): Curve => {
  const { random, world } = site
  const length = slotsOf(site)
  const noise = wander(random, length, works.noise, random.between(1, 6))
  const dayFactors = Array.from({ length: world.days }, () => random.lognormal(1, works.dayNoise))
  const machines = works.machines > 0 ? machinesOn(random, length, works.machines) : null
  const shiftHours = random.normal(0, 0.4)
  const levelAt = (hour: number) => {
    const at = (hour + shiftHours + 24) % 24
    const left = Math.floor(at)
    return works.hours[left]! + (works.hours[(left + 1) % 24]! - works.hours[left]!) * (at - left)
  }
  const kw = columnOf(site, slot => {
    const activity = levelAt(slot.hour) * calendar(slot) * dayFactors[slot.day]! * rationed(site, slot)
    const climate =
      works.coolPerK * warmer(slot.temperatureC, 24) + works.heatPerK * colder(slot.temperatureC, 14)
    const machine = machines ? machines[slot.index]! * works.machineShare : 0
    return (works.base + activity * (1 - works.base + climate + machine)) * noise[slot.index]!
  })
  const by = works.meanKw / Math.max(1e-6, meanOf(kw))
  return withPowerFactor(
    kw.map(value => value * by),
    { high: works.powerFactorHigh, low: works.powerFactorLow },
    random,
  )
}
