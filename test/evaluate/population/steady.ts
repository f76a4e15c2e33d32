import { wander } from '../../../services/simulator/curve.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { type Curve, colder, columnOf, slotsOf, warmer, withPowerFactor } from './curve.ts'
import { type Site, SLOTS } from './world.ts'

/** A load that never stops. Amplitudes are relative to its mean. */
export interface Steady {
  readonly meanKw: number
  readonly noise: number
  /** Quarters of an hour that the noise remembers */
  readonly noiseMemory: number
  /** Daily wave, and its highest hour */
  readonly daily: number
  readonly dailyHour: number
  /** How much less at weekends and holidays */
  readonly weekendDip: number
  readonly holidayDip: number
  readonly perKelvin: number
  readonly fromC: number
  readonly perKelvinCold: number
  /** Wander over days */
  readonly drift: number
  /** Chances a day of another level, and the deviation of the level */
  readonly changesPerDay: number
  readonly change: number
  readonly powerFactor: number
}

const levelsByDay = (random: Random, days: number, { changesPerDay, change }: Steady): Float64Array => {
  let level = 1
  return Float64Array.from({ length: days * SLOTS }, () => {
    if (random.chance(changesPerDay / SLOTS)) level = random.lognormal(1, change)
    return level
  })
}

export const steadyLoad = (site: Site, steady: Steady): Curve => {
  const { random, world } = site
  const noise = wander(random, slotsOf(site), steady.noise, steady.noiseMemory)
  const drift = wander(random, slotsOf(site), steady.drift, 6 * SLOTS)
  const levels = levelsByDay(random, world.days, steady)
  const kw = columnOf(site, ({ index, hour, kind, temperatureC }) => {
    const daily = 1 + steady.daily * Math.cos((2 * Math.PI * (hour - steady.dailyHour)) / 24)
    const rest = kind === 0 ? 1 : kind === 1 ? 1 - steady.weekendDip : 1 - steady.holidayDip
    const climate =
      1 +
      steady.perKelvin * warmer(temperatureC, steady.fromC) +
      steady.perKelvinCold * colder(temperatureC, steady.fromC)
    return steady.meanKw * daily * rest * climate * levels[index]! * drift[index]! * noise[index]!
  })
  return withPowerFactor(kw, { low: steady.powerFactor, high: steady.powerFactor }, random)
}

/** A steady load that nobody walks by: fill in what a trade has of its own. */
export const steady = (random: Random, meanKw: number, own: Partial<Steady>): Steady => ({
  meanKw,
  noise: random.between(0.004, 0.03),
  noiseMemory: random.between(1, 16),
  daily: random.between(0, 0.03),
  dailyHour: random.between(10, 20),
  weekendDip: 0,
  holidayDip: 0,
  perKelvin: random.between(0, 0.006),
  fromC: random.between(10, 22),
  perKelvinCold: 0,
  drift: random.between(0.003, 0.03),
  changesPerDay: 0,
  change: 0.05,
  powerFactor: random.between(0.85, 0.97),
  ...own,
})
