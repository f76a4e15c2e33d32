import { addCurves, colder, columnOf, isIn, warmer, withPowerFactor } from '../curve.ts'
import { clamp, pick, whole } from '../draw.ts'
import { stopBursts } from '../furnace-draw.ts'
import { ordinaryWorks } from '../hosts.ts'
import { legal, type Scenario } from '../scenario.ts'
import { codedOrEveryday } from '../trades.ts'
import { workingDays } from './melting-trades.ts'

/** Vehicles that come one by one, charge at full power and taper; stops when they are full. */
const depot: Scenario = {
  name: 'charging-depot',
  family: 'charging-depot',
  truth: 'legal',
  weight: 22,
  build: site => {
    const { random, world } = site
    const chargerKw = pick(random, [30, 60, 60, 90, 120, 180])
    const vehicles = whole(random, 4, 40)
    const arriving = random.between(19, 23.5)
    const kw = new Float64Array(world.days * 96)
    for (let day = 0; day < world.days; day++) {
      const running = world.kinds[day] === 2 ? random.between(0.2, 0.7) : random.between(0.75, 1)
      for (let v = 0; v < vehicles * running; v++) {
        const start = Math.round(4 * random.normal(random.chance(0.85) ? arriving : 13, 1.1)) + day * 96
        const slots = Math.max(1, Math.round(4 * random.lognormal(random.between(0.8, 3.5), 0.4)))
        for (let i = 0; i < slots && start + i < kw.length; i++) {
          const taper = i > slots * 0.75 ? 1 - ((i / slots - 0.75) / 0.25) * 0.85 : 1
          if (start + i >= 0) kw[start + i]! += chargerKw * taper * random.normal(0.95, 0.02)
        }
      }
    }
    const limit = vehicles * chargerKw * random.between(0.3, 0.9)
    const limited = kw.map(value => Math.min(value, limit) + chargerKw * 0.01)
    return legal(
      withPowerFactor(limited, { low: 0.9, high: random.between(0.97, 0.995) }, random),
      codedOrEveryday(random, 0.4, ['5412', '5431', '5442', '4420', '8190']),
    )
  },
}

/** Heat or cold that is stored in the valley hours, by the weather of the day. */
const storage = (name: string, weight: number, cold: boolean): Scenario => ({
  name,
  family: 'valley-heating',
  truth: 'legal',
  weight,
  build: site => {
    const { random, district } = site
    const ratedKw = random.lognormal(220, 0.7)
    const from = district.tou.valley.at(-1)![0]
    const isValley = (hour: number) => isIn(district.tou.valley, hour)
    const perK = random.between(0.04, 0.12)
    const base = random.between(0, 0.3)
    const kw = columnOf(site, ({ hour, day, temperatureC }) => {
      const need = base + perK * (cold ? warmer(temperatureC, 17) : colder(temperatureC, 20))
      const hoursIn = (hour - from + 24) % 24
      const level = isValley(hour) && hoursIn < 9 ? clamp(need * (1 - 0.02 * hoursIn), 0, 1) : 0
      return ratedKw * level * random.normal(1, 0.01 + 0.0001 * (day % 3)) + 1
    })
    const pf = cold ? random.between(0.85, 0.93) : random.between(0.985, 1)
    const store = withPowerFactor(kw, { low: pf, high: pf }, random)
    return legal(
      addCurves(store, ordinaryWorks(site, ratedKw * random.between(0.1, 0.6))),
      codedOrEveryday(random, 0.7, ['7020', '4430', '8334']),
    )
  },
})

/** Mills and kilns that run through the cheap hours. */
const valleyMill: Scenario = {
  name: 'valley-mill',
  family: 'valley-mill',
  truth: 'legal',
  weight: 30,
  build: site => {
    const { random, world, district } = site
    const ratedKw = random.lognormal(500, 0.7)
    const active = random.chance(0.5)
      ? workingDays(site, 0.5)
      : stopBursts(random, world.days, random.between(0.6, 0.95))
    const noise = random.between(0.005, 0.06)
    const trips = random.between(0, 0.03)
    const early = whole(random, -1, 2)
    const level = world.kinds.map(() => random.normal(0.92, 0.04))
    const kw = columnOf(site, ({ day, hour }) => {
      const runs =
        isIn(district.tou.valley, hour) || (early > 0 && isIn(district.tou.valley, (hour + early) % 24))
      const night = hour >= 12 ? day : day - 1
      if (!runs || !active[Math.max(0, night)] || random.chance(trips)) return ratedKw * 0.01
      return ratedKw * level[day]! * random.normal(1, noise)
    })
    const pf = random.between(0.82, 0.92)
    const mill = withPowerFactor(kw, { low: 0.6, high: pf }, random)
    return legal(
      addCurves(mill, ordinaryWorks(site, ratedKw * random.between(0.02, 0.3))),
      codedOrEveryday(random, 0.45, ['3011', '3021', '3031', '3041', '3099', '1031']),
    )
  },
}

/** Charges in the valley, gives back in the peak: what it gives lowers the host. */
const battery: Scenario = {
  name: 'battery',
  family: 'battery',
  truth: 'legal',
  weight: 14,
  build: site => {
    const { random, district } = site
    const ratedKw = random.lognormal(250, 0.6)
    const host = ordinaryWorks(site, ratedKw * random.between(0.6, 2.5))
    const hours = random.between(2, 5)
    const start = district.tou.valley.at(-1)![0] % 24
    const kw = columnOf(site, ({ index, hour, day }) => {
      const charging = (hour - start + 24) % 24 < hours ? ratedKw * random.normal(0.97, 0.006) : 0
      const spent = isIn(district.tou.peak, hour) ? ratedKw * 0.5 : 0
      const resting = day % 29 === 11
      return resting
        ? host.kw[index]!
        : Math.max(0, host.kw[index]! + charging - Math.min(spent, host.kw[index]!))
    })
    return legal(
      withPowerFactor(kw, { low: 0.85, high: random.between(0.93, 0.99) }, random),
      codedOrEveryday(random, 0.6, ['3670', '2929', '3841']),
    )
  },
}

/** The sun takes the middle of the day away. */
const solar: Scenario = {
  name: 'solar-hole',
  family: 'solar-hole',
  truth: 'legal',
  weight: 22,
  build: site => {
    const { random, world } = site
    const host = ordinaryWorks(site, random.lognormal(150, 0.7))
    const mean = host.kw.reduce((a, b) => a + b, 0) / host.kw.length
    const peakKw = mean * random.between(0.6, 3)
    const clear = Array.from({ length: world.days }, () => random.between(0.1, 1))
    const kw = columnOf(site, ({ index, hour, day }) => {
      const sun =
        Math.max(0, Math.cos(((hour - 12.8) / 11) * Math.PI)) * clear[day]! * random.between(0.75, 1)
      return Math.max(0, host.kw[index]! - peakKw * sun)
    })
    return legal(
      withPowerFactor(kw, { low: random.between(0.3, 0.8), high: 0.94 }, random),
      codedOrEveryday(random, 0.7, ['4416', '3670', '2929']),
    )
  },
}

/** Loads of the night and holes of the day. */
export const NIGHT_TRADES: readonly Scenario[] = [
  depot,
  storage('valley-heating', 16, false),
  storage('ice-storage', 10, true),
  valleyMill,
  battery,
  solar,
]
