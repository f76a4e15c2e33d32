import { weekdayOf } from '../../../schemas/day.ts'
import { curveOfMinutes, type Load, MINUTES_PER_DAY } from '../curve.ts'
import type { Random } from '../random.ts'

/** Full power until this share of the energy is in, then a taper with this time constant. */
const TAPER = { fromShare: 0.8, timeConstantMinutes: 16, cutOffShare: 0.08 }

/** Adds one vehicle's charge from a minute on; the minute at which it is done. */
const charge = (kw: Float64Array, start: number, chargerKw: number, kwh: number): number => {
  let done = 0
  let minute = Math.max(0, Math.round(start))
  let power = chargerKw
  while (minute < kw.length && power > TAPER.cutOffShare * chargerKw && done < kwh) {
    kw[minute]! += power
    done += power / 60
    if (done > TAPER.fromShare * kwh) power *= Math.exp(-1 / TAPER.timeConstantMinutes)
    minute++
  }
  return minute
}

interface BusDepot {
  readonly buses: number
  readonly plugs: number
  readonly chargerKw: number
}

/** Buses come home in the evening and charge at the first free plug; energy follows the day's mileage. */
export const busDepot =
  (depot: BusDepot): Load =>
  site => {
    const kw = new Float64Array(site.days * MINUTES_PER_DAY).fill(6)
    const plugFreeAt = new Float64Array(depot.plugs)
    for (let day = 0; day < site.days; day++) {
      const share = weekdayOf(site.firstDay + day) % 6 === 0 ? 0.7 : 0.95
      const homecoming = Array.from({ length: Math.round(depot.buses * share) }, () =>
        site.random.normal(day * MINUTES_PER_DAY + 21.6 * 60, 55),
      ).sort((a, b) => a - b)
      for (const minute of homecoming) {
        const plug = plugFreeAt.indexOf(Math.min(...plugFreeAt))
        const start = Math.max(minute + 10, plugFreeAt[plug]! + site.random.between(5, 20))
        plugFreeAt[plug] = charge(kw, start, depot.chargerKw, site.random.lognormal(115, 0.28))
      }
    }
    return curveOfMinutes(kw, 0.985)
  }

/** Arrivals an hour at a public station: midday, evening, and taxis when the valley begins. */
const ARRIVALS = [
  5, 3.4, 2, 1.2, 0.8, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 2.2, 3, 2.6, 2, 1.8, 1.6, 1.8, 2, 2.2, 2, 1.8, 2, 3,
]

const poissonGapMinutes = (perHour: number, random: Random): number =>
  (-Math.log(1 - random.next()) / perHour) * 60

/** A public charging station. `size` scales the number of arrivals. */
export const chargingStation =
  (size: number, chargerKw: number): Load =>
  site => {
    const kw = new Float64Array(site.days * MINUTES_PER_DAY).fill(2.5)
    for (let minute = 0; minute < kw.length; ) {
      const perHour = size * ARRIVALS[Math.floor(minute / 60) % 24]!
      minute += poissonGapMinutes(perHour, site.random)
      charge(kw, minute, chargerKw * site.random.between(0.5, 1), site.random.lognormal(28, 0.4))
    }
    return curveOfMinutes(kw, 0.98)
  }
