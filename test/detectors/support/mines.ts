import { type Curve, drawCurve } from './curve.ts'
import { autoregressive, type Random } from './random.ts'

/** A mine: constant power but for a little noise, fans on warm hours, outages, racks added, sometimes off at peak. */
export interface MineSite {
  readonly days: number
  readonly kw: number
  readonly noise: number
  readonly powerFactor: number
  readonly outagesPerMonth: number
  readonly stepAtDay: number | null
  readonly peakOff: boolean
  /** First day on which it runs */
  readonly fromDay: number
  /** Cooling: relative rise for each kelvin above a temperature */
  readonly coolingPerK: number
  readonly coolingFromC: number
}

/** A site as found: 30 to 800 kW, 1-2 % noise, up to two outages a month, three of ten off at peak hours. */
export const drawMineSite = (random: Random, days: number): MineSite => ({
  days,
  kw: 30 * 27 ** random.between(0, 1),
  noise: random.between(0.01, 0.02),
  powerFactor: random.between(0.96, 0.99),
  outagesPerMonth: random.between(0, 2),
  stepAtDay: random.chance(0.25) ? Math.floor(random.between(10, 60)) : null,
  peakOff: random.chance(0.3),
  fromDay: 0,
  coolingPerK: 0.003,
  coolingFromC: 20,
})

const isPeakHour = (hour: number): boolean => (hour >= 11 && hour < 17) || (hour >= 20 && hour < 22)

/** Air temperature of a mild month, degrees C. */
export const temperature = (random: Random, days: number): number[] => {
  const weather = autoregressive(random, days, 3, 0.8)
  const warm = random.between(8, 27)
  return Array.from({ length: days * 96 }, (_, slot) => {
    const hour = (slot % 96) / 4
    return warm + weather[Math.floor(slot / 96)]! + 4 * Math.cos(((hour - 15) / 24) * 2 * Math.PI)
  })
}

export const mineCurve = (random: Random, site: MineSite): Curve => {
  const noise = autoregressive(random, site.days * 96, site.noise, random.between(0.6, 0.9))
  const warmth = temperature(random, site.days)
  const dark = new Set<number>()
  const outages = Math.round((site.outagesPerMonth * site.days) / 30)
  for (let k = 0; k < outages; k++) {
    const from = Math.floor(random.between(0, site.days * 96))
    const length = random.between(2, 24)
    for (let i = 0; i < length; i++) dark.add(from + i)
  }
  return drawCurve(site.days, (hour, day, slot) => {
    const grown = site.stepAtDay !== null && day >= site.stepAtDay ? 1.2 : 1
    const off = dark.has(slot) || (site.peakOff && isPeakHour(hour))
    const fans = site.coolingPerK * Math.max(0, warmth[slot]! - site.coolingFromC)
    if (day < site.fromDay) return { kw: 0, powerFactor: 1 }
    const level = off ? 0.02 : grown * (1 + noise[slot]! + fans)
    return { kw: site.kw * level, powerFactor: site.powerFactor }
  })
}
