import { curveOf, curveOfMinutes, type Load, MINUTES_PER_DAY, type Slot, wander } from '../curve.ts'
import { isValley, VALLEY } from '../tariff-hours.ts'

interface Workshop {
  readonly ratedKw: number
  readonly baseKw: number
  readonly fromHour: number
  readonly toHour: number
  /** Working days of the week, from Monday on */
  readonly daysPerWeek: number
  readonly powerFactor: number
  /** Relative deviation of the load while work goes on */
  readonly spread: number
}

const isWorking = ({ hour, weekday }: Slot, workshop: Workshop): boolean =>
  (weekday + 6) % 7 < workshop.daysPerWeek && hour >= workshop.fromHour && hour < workshop.toHour

/** Machines in shifts with a warming-up quarter and a midday break. */
export const workshop =
  (shop: Workshop): Load =>
  site => {
    const level = wander(site.random, site.days * 96, shop.spread, 3)
    const base = wander(site.random, site.days * 96, 0.06, 8)
    return curveOf(site, shop.powerFactor, slot => {
      const idle = shop.baseKw * base[slot.index]!
      if (!isWorking(slot, shop)) return idle
      const resting = slot.hour >= 12 && slot.hour < 13
      const share = slot.hour < shop.fromHour + 0.5 ? 0.5 : resting ? 0.3 : 0.75
      return idle + shop.ratedKw * share * Math.max(0.1, level[slot.index]!)
    })
  }

/** Spinning and weaving in three shifts: steady, with a dip at each change and a day of maintenance. */
export const textileMill =
  (ratedKw: number, maintenanceWeekday: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.02, 10)
    const frames = wander(site.random, site.days * 96, 0.03, 60)
    return curveOf(site, 0.9, ({ index, weekday, hour, temperatureC }) => {
      if (weekday === maintenanceWeekday && hour >= 8 && hour < 16) return 0.28 * ratedKw * level[index]!
      const change = hour % 8 === 0 ? 0.86 : 1
      const conditioning = 1 + 0.004 * (temperatureC - 20)
      return 0.87 * ratedKw * change * conditioning * level[index]! * frames[index]!
    })
  }

/** Induction heaters before forging presses: cycles of minutes, seen as a rough level in the day shift. */
export const forge = (ratedKw: number): Load =>
  workshop({
    ratedKw,
    baseKw: 0.05 * ratedKw,
    fromHour: 8,
    toHour: 17.5,
    daysPerWeek: 6,
    powerFactor: 0.87,
    spread: 0.13,
  })

/** Rectifiers of an electroplating line in two shifts. */
export const electroplating = (ratedKw: number): Load =>
  workshop({
    ratedKw,
    baseKw: 0.12 * ratedKw,
    fromHour: 7,
    toHour: 23.5,
    daysPerWeek: 6,
    powerFactor: 0.89,
    spread: 0.05,
  })

/** Cement mills in the valley hours: long steady runs of two mills, packing by day. */
export const cementGrinding =
  (millKw: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.015, 12)
    const runs = Array.from({ length: site.days }, () => site.random.chance(0.87))
    const delay = Array.from({ length: site.days }, () => 0.25 * Math.floor(site.random.next() * 3))
    return curveOf(site, 0.88, ({ index, day, weekday, hour }) => {
      const packing = weekday !== 0 && hour >= 8 && hour < 17 ? 0.09 * millKw : 0.03 * millKw
      const first = isValley(hour) && hour >= delay[day]!
      const second = first && hour >= delay[day]! + 0.25 && hour < VALLEY.toHour - 0.25
      const mills = runs[day] ? (first ? 1 : 0) + (second ? 1 : 0) : 0
      return packing + mills * millKw * level[index]!
    })
  }

interface HeatTreatment {
  readonly furnaceKw: number
  readonly furnaces: number
  /** `valley`: all batches start with the cheap hours; `rolling`: whenever a furnace is free */
  readonly start: 'valley' | 'rolling'
}

/** One batch of an electric box furnace, as shares of its power: heat up, soak with the thermostat, cool. */
const batchShare = (minute: number, heatUp: number, soak: number): number => {
  if (minute < heatUp) return 0.97
  if (minute < heatUp + soak) return minute % 10 < 4 ? 0.9 : 0.05
  return 0
}

const heatTreatmentMinutes = (
  plant: HeatTreatment,
  days: number,
  firstMinute: number,
  uniform: (low: number, high: number) => number,
): Float64Array => {
  const kw = new Float64Array(days * MINUTES_PER_DAY)
  for (let start = firstMinute; start < kw.length; ) {
    const heatUp = uniform(100, 160)
    const soak = uniform(180, 300)
    const end = Math.min(kw.length, Math.ceil(start + heatUp + soak))
    for (let i = Math.ceil(start); i < end; i++) kw[i] = plant.furnaceKw * batchShare(i - start, heatUp, soak)
    const free = start + heatUp + soak + uniform(50, 140)
    start =
      plant.start === 'rolling' ? free : Math.ceil(free / MINUTES_PER_DAY) * MINUTES_PER_DAY + uniform(0, 12)
  }
  return kw
}

/** Box furnaces for hardening and annealing: resistive, hours of heating up, hours of soaking. */
export const heatTreatment =
  (plant: HeatTreatment): Load =>
  site => {
    const total = new Float64Array(site.days * MINUTES_PER_DAY).fill(0.06 * plant.furnaceKw)
    for (let i = 0; i < plant.furnaces; i++) {
      const random = site.random.fork(`furnace ${i}`)
      const firstMinute = plant.start === 'rolling' ? random.between(0, 480) : random.between(0, 12)
      const kw = heatTreatmentMinutes(plant, site.days, firstMinute, random.between)
      kw.forEach((value, minute) => {
        total[minute]! += value
      })
    }
    return curveOfMinutes(total, 0.98)
  }
