import { weekdayOf } from '../../../schemas/day.ts'
import { curveOf, curveOfMinutes, type Load, MINUTES_PER_DAY, type Site, wander } from '../curve.ts'
import type { Random } from '../random.ts'
import { isValley } from '../tariff-hours.ts'

interface ColdStore {
  readonly compressorKw: number
  readonly rooms: number
  readonly powerFactor: number
}

/** A freezer room: set to -18 °C within 0.4 K; defrosted every eight hours for 25 minutes. */
const ROOM = { setC: -18, band: 0.4, gainPerK: 0.00075, pullPerMinute: 0.047 }
const DEFROST = { everyMinutes: 480, minutes: 25, heaterShare: 0.28 }
const DOOR = { fromHour: 6, toHour: 19, gainFactor: 1.45 }

/** One room's compressor and defrosting, minute by minute: a thermostat against weather and open doors. */
const roomKw = (compressorKw: number, site: Site, random: Random): Float64Array => {
  const defrostOffset = Math.floor(random.between(0, DEFROST.everyMinutes))
  let temperature = ROOM.setC
  let running = false
  return Float64Array.from({ length: site.days * MINUTES_PER_DAY }, (_, minute) => {
    const hour = (minute % MINUTES_PER_DAY) / 60
    const trading = weekdayOf(site.firstDay + Math.floor(minute / MINUTES_PER_DAY)) !== 0
    const doors = trading && hour >= DOOR.fromHour && hour < DOOR.toHour ? DOOR.gainFactor : 1
    const outside = site.temperature[Math.floor(minute / 15)]!
    const defrosting = (minute + defrostOffset) % DEFROST.everyMinutes < DEFROST.minutes
    if (temperature > ROOM.setC + ROOM.band) running = true
    if (temperature < ROOM.setC - ROOM.band) running = false
    const on = running && !defrosting
    temperature += ROOM.gainPerK * doors * (outside - temperature) * random.between(0.7, 1.3)
    if (on) temperature -= ROOM.pullPerMinute
    if (defrosting) temperature += 0.01
    return on
      ? compressorKw * (0.9 + 0.008 * (outside - 10))
      : defrosting
        ? DEFROST.heaterShare * compressorKw
        : 0
  })
}

/** A cold store: compressors cycling by thermostat, defrosting, lighting and doors in trading hours. */
export const coldStore =
  (store: ColdStore): Load =>
  site => {
    const total = new Float64Array(site.days * MINUTES_PER_DAY).fill(0.07 * store.compressorKw)
    for (let room = 0; room < store.rooms; room++) {
      const kw = roomKw(store.compressorKw, site, site.random.fork(`room ${room}`))
      kw.forEach((value, minute) => {
        total[minute]! += value
      })
    }
    return curveOfMinutes(total, store.powerFactor)
  }

interface ThermalStore {
  readonly chargerKw: number
  /** Heat or cold needed a day whatever the weather, as kWh of electricity */
  readonly baseKwh: number
  /** And for each K between the day's mean temperature and the comfortable `fromC` */
  readonly kwhPerK: number
  readonly purpose: 'cooling' | 'heating'
  readonly daytimeKw: number
}

/** Electricity a day's cold or heat takes, kWh, from its mean temperature. */
const dayNeedKwh = (store: ThermalStore, meanC: number): number => {
  const kelvin = store.purpose === 'cooling' ? meanC - 17 : 18 - meanC
  return store.baseKwh + store.kwhPerK * Math.max(0, kelvin)
}

/** Ice storage or electric heating: charged in the valley hours until it holds the day's need, smooth. */
export const thermalStore =
  (store: ThermalStore): Load =>
  site => {
    const level = wander(site.random, site.days * 96, 0.012, 16)
    const visitors = wander(site.random, site.days * 96, 0.06, 6)
    let need = 0
    return curveOf(
      site,
      store.purpose === 'heating' ? 0.995 : 0.89,
      ({ index, hour, weekday, temperatureC }) => {
        if (hour === 0) need = dayNeedKwh(store, temperatureC + 2)
        const kw = isValley(hour) ? Math.min(store.chargerKw, need / 0.25) : 0
        need -= kw * 0.25
        const midday = Math.max(0, Math.sin((Math.PI * (hour - 7)) / 15.5))
        const guests = 0.18 + (weekday === 0 ? 0.66 : 0.82) * midday ** 0.6 * visitors[index]!
        return (kw + store.daytimeKw * guests) * level[index]!
      },
    )
  }
