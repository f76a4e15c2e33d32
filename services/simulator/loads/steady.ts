import { curveOf, type Load, slotsOf, wander } from '../curve.ts'
import { isValley } from '../tariff-hours.ts'

/** A data centre: steady machines that grow slowly, chillers that follow the weather in steps. */
export const dataCentre =
  (itKw: number, growthPerDay: number): Load =>
  site => {
    const length = site.days * 96
    const machines = wander(site.random, length, 0.004, 96)
    const chillerStaging = wander(site.random, length, 1, 20)
    return curveOf(site, 0.96, ({ index, day, hour, temperatureC }) => {
      const traffic = 1 + 0.008 * Math.cos((2 * Math.PI * (hour - 20)) / 24)
      const chilling =
        0.14 + 0.006 * Math.max(0, temperatureC - 6) + (chillerStaging[index]! > 1.4 ? 0.045 : 0)
      return itKw * (1 + growthPerDay * day) * (machines[index]! * traffic + chilling)
    })
  }

/** A mobile base station: radios that follow the traffic, air conditioning that follows the weather. */
export const telecomStation =
  (radiosKw: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.012, 6)
    return curveOf(site, null, ({ index, hour, temperatureC }) => {
      const traffic = 1 + 0.09 * Math.cos((2 * Math.PI * (hour - 20.5)) / 24)
      return level[index]! * (radiosKw * traffic + 0.11 * Math.max(0, temperatureC - 17))
    })
  }

/** A chemical plant day and night: slow wander, batches, now and then half a day at reduced load. */
export const chemicalPlant =
  (ratedKw: number, powerFactor: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.03, 48)
    const reduced = Array.from({ length: site.days }, () => site.random.chance(0.06))
    return curveOf(site, powerFactor, ({ index, day, hour }) => {
      const batch = 0.04 * Math.sin((2 * Math.PI * index) / 27)
      const half = reduced[day] && hour >= 8 && hour < 19 ? 0.55 : 1
      return ratedKw * level[index]! * half * (0.92 + batch)
    })
  }

/** A site with nothing but a guard's room and lamps from dusk to dawn. */
export const guardAndLighting =
  (lampsKw: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.05, 3)
    return curveOf(site, null, ({ index, hour, temperatureC }) => {
      const lamps = hour >= 18.5 || hour < 6.5 ? lampsKw : 0
      const room = 0.5 + 0.06 * Math.abs(temperatureC - 19)
      return level[index]! * (lamps + room)
    })
  }

/** Fish ponds: aerators against the lack of oxygen before dawn, an hour or two at noon when it is warm. */
export const fishPonds =
  (aeratorsKw: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.03, 12)
    const startHour = Array.from({ length: site.days + 1 }, () => site.random.between(22, 23.5))
    return curveOf(site, 0.8, ({ index, day, hour, temperatureC }) => {
      const night = hour >= startHour[day]! || hour < 6
      const noon = temperatureC > 18 && hour >= 12.5 && hour < 14.5
      return level[index]! * (0.6 + (night ? aeratorsKw : noon ? 0.6 * aeratorsKw : 0))
    })
  }

/** A water works: pumps in whole numbers, the town's two peaks, and a tank that is filled in the valley. */
export const waterWorks =
  (pumpKw: number, pumps: number): Load =>
  site => {
    const demandWander = wander(site.random, site.days * 96, 0.06, 16)
    const headWander = wander(site.random, site.days * 96, 0.015, 8)
    const pumpFlow = 1.5 / pumps
    let tank = 0.6
    let running = 1
    const kw = Float64Array.from(slotsOf(site), ({ index, hour }) => {
      const morning = 0.55 * Math.exp(-(((hour - 7.75) / 1.6) ** 2))
      const evening = 0.5 * Math.exp(-(((hour - 19.5) / 2.2) ** 2))
      const demand = (hour < 5 ? 0.35 : 0.62) + morning + evening
      const wish = isValley(hour) ? 0.95 : 0.55
      const step = tank < wish - 0.1 ? 1 : tank > wish ? -1 : 0
      if (index % 3 === 0) running = Math.min(pumps, Math.max(1, running + step))
      tank = Math.min(1.1, Math.max(0.05, tank + (running * pumpFlow - demand * demandWander[index]!) / 18))
      return running * pumpKw * headWander[index]! + 0.08 * pumpKw
    })
    return { intervalMinutes: 15, kw, kvar: kw.map(value => 0.54 * value) }
  }

/** A sewage works: blowers that follow the town's inflow some hours late. */
export const sewageWorks =
  (blowersKw: number): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.05, 20)
    return curveOf(site, 0.86, ({ index, hour }) => {
      const inflow = 0.8 + 0.13 * Math.cos((2 * Math.PI * (hour - 12)) / 24)
      return blowersKw * level[index]! * (inflow + 0.07 * Math.cos((4 * Math.PI * (hour - 11)) / 24))
    })
  }
