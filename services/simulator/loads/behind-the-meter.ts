import { type Load, reactiveRatio, slotsOf } from '../curve.ts'
import { isPeak, isValley } from '../tariff-hours.ts'
import { sunshine } from '../weather.ts'

interface Battery {
  readonly ratedKw: number
  readonly capacityKwh: number
  /** Energy out for energy in */
  readonly roundTrip: number
}

/** A battery behind a host's meter: rectangles at the tariff's edges, and never feeding back. */
export const withBattery =
  (battery: Battery, host: Load): Load =>
  site => {
    const curve = host(site)
    const inverter = battery.ratedKw * reactiveRatio(0.99)
    let storedKwh = 0
    const kw = Float64Array.from(slotsOf(site), ({ index, hour }) => {
      const load = curve.kw[index]! + 0.006 * battery.ratedKw
      if (isValley(hour)) {
        const room = (battery.capacityKwh - storedKwh) / battery.roundTrip
        const power = Math.min(battery.ratedKw, room / 0.25)
        storedKwh += power * 0.25 * battery.roundTrip
        return load + power
      }
      const power = isPeak(hour) ? Math.min(battery.ratedKw, 0.95 * load, storedKwh / 0.25) : 0
      storedKwh -= power * 0.25
      return load - power
    })
    return { ...curve, kw, kvar: curve.kvar?.map(value => value + 0.05 * inverter) ?? null }
  }

/** Solar panels on a host's roof: the meter sees what is left to import, down to nothing. */
export const withSolar =
  (peakKw: number, host: Load): Load =>
  site => {
    const curve = host(site)
    const random = site.random.fork('sun')
    const clearness = sunshine(site.days, random)
    const kw = Float64Array.from(slotsOf(site), ({ index, day, hour }) => {
      const height = Math.sin((Math.PI * (hour + 0.125 - 6.6)) / 11.6)
      const daylight = hour >= 6.6 && hour < 18.2 ? Math.max(0, height) ** 1.25 : 0
      const clouds = clearness[day]! * random.between(0.75, 1)
      return Math.max(0, curve.kw[index]! - peakKw * daylight * clouds)
    })
    return { ...curve, kw }
  }
