import { type Load, MINUTES_PER_DAY, meansOf, reactiveRatio, type Site, wander } from '../curve.ts'
import type { Random } from '../random.ts'

/** A crypto mine: machines that run at all hours, whatever the price. */
export interface Mine {
  /** Power of one machine, kW: 3.5 for the S21 of 2024 */
  readonly machineKw: number
  readonly machines: number
  /** Machines added later, and days since the first on which they start */
  readonly addedMachines: number
  readonly addedOnDay: number
  /** Days since the first on which the mine starts */
  readonly fromDay: number
  readonly powerFactor: number
}

/** Fans take 0.3 % more for each K above 20 °C; the sum of machines wanders by 1 %. */
const FANS = { perK: 0.003, fromC: 20 }
const WANDER = { deviation: 0.01, memoryMinutes: 180 }
/** Up to two outages in 30 days, of half an hour to six hours; machines come back rack by rack. */
const OUTAGES = { mostIn30Days: 2, hours: [0.5, 6], restartMinutes: [5, 30] } as const

/** Share of the machines that run, minute by minute. */
const availability = (days: number, random: Random): Float64Array => {
  const share = new Float64Array(days * MINUTES_PER_DAY).fill(1)
  const outages = Math.round(random.between(0, OUTAGES.mostIn30Days) * (days / 30))
  for (let i = 0; i < outages; i++) {
    const from = Math.floor(random.next() * share.length)
    const to = from + Math.round(random.between(...OUTAGES.hours) * 60)
    const restart = Math.round(random.between(...OUTAGES.restartMinutes))
    share.fill(0, from, to)
    for (let k = 0; k < restart && to + k < share.length; k++) share[to + k] = k / restart
  }
  return share
}

const minuteKw = (mine: Mine, site: Site, minute: number): number => {
  const day = minute / MINUTES_PER_DAY
  if (day < mine.fromDay) return 0
  const machines = mine.machines + (day >= mine.addedOnDay ? mine.addedMachines : 0)
  const warmK = Math.max(0, site.temperature[Math.floor(minute / 15)]! - FANS.fromC)
  return machines * mine.machineKw * (1 + FANS.perK * warmK)
}

/** A mine's load: level, tiny wander, fans, rare outages. */
export const mining =
  (mine: Mine): Load =>
  site => {
    const share = availability(site.days, site.random)
    const level = wander(site.random, share.length, WANDER.deviation, WANDER.memoryMinutes)
    const kw = meansOf(
      share.map((running, minute) => running * level[minute]! * minuteKw(mine, site, minute)),
      15,
    )
    return { intervalMinutes: 15, kw, kvar: kw.map(value => value * reactiveRatio(mine.powerFactor)) }
  }
