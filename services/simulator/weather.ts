import { type EpochDay, MS_PER_DAY } from '../../schemas/day.ts'
import { SLOTS_PER_DAY } from './curve.ts'
import type { Random } from './random.ts'

/** A rough Chongqing: 8 °C in mid January, 29 °C in late July, 6 °C between night and afternoon. */
const CLIMATE = { meanC: 18.4, seasonC: 10.4, coldestDay: 16, dayC: 3, warmestHour: 15, anomalyC: 2.2 }
const DAYS_PER_YEAR = 365.2425

/** Days since the first of January of the day's year, 0 to 365. */
const dayOfYear = (day: EpochDay): number => {
  const date = new Date(day * MS_PER_DAY)
  return day - Date.UTC(date.getUTCFullYear(), 0, 1) / MS_PER_DAY
}

/** Outdoor temperature of each quarter of an hour, °C: season, day and night, and warm and cold spells. */
export const outdoorTemperature = (firstDay: EpochDay, days: number, random: Random): Float64Array => {
  const temperature = new Float64Array(days * SLOTS_PER_DAY)
  let anomaly = 0
  for (let day = 0; day < days; day++) {
    anomaly = 0.7 * anomaly + random.normal(0, CLIMATE.anomalyC * Math.sqrt(1 - 0.7 ** 2))
    const season = Math.cos((2 * Math.PI * (dayOfYear(firstDay + day) - CLIMATE.coldestDay)) / DAYS_PER_YEAR)
    for (let slot = 0; slot < SLOTS_PER_DAY; slot++) {
      const clock = Math.cos((2 * Math.PI * (slot / 4 - CLIMATE.warmestHour)) / 24)
      temperature[day * SLOTS_PER_DAY + slot] =
        CLIMATE.meanC - CLIMATE.seasonC * season + CLIMATE.dayC * clock + anomaly
    }
  }
  return temperature
}

/** Cloudless share of the sun, one number a day: this is a cloudy basin. */
export const sunshine = (days: number, random: Random): Float64Array =>
  Float64Array.from({ length: days }, () => random.between(0.15, 1) ** 1.3)
