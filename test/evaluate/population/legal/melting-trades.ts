import type { Random } from '../../../../services/simulator/random.ts'
import { addCurves, type Curve, columnOf, withPowerFactor } from '../curve.ts'
import { clamp, pick, whole } from '../draw.ts'
import { furnaceLoad } from '../furnace.ts'
import { drawFurnace, stopBursts, withOnset } from '../furnace-draw.ts'
import { drawWorks } from '../hosts.ts'
import { legal, type Scenario } from '../scenario.ts'
import { codedOrEveryday } from '../trades.ts'
import { worksLoad } from '../works.ts'
import type { Site } from '../world.ts'

/** Days on which people work: Saturdays by the works, seldom Sundays, no holidays. */
export const workingDays = ({ world, random }: Site, sundays = 0.1): boolean[] => {
  const saturdays = random.chance(0.6)
  return world.kinds.map((kind, day) => {
    if (kind === 2) return false
    if (kind === 0) return random.chance(0.94)
    return world.weekdays[day] === 6 ? saturdays : random.chance(sundays)
  })
}

const foundryHours = (random: Random): readonly [number, number] =>
  pick(random, [
    [7.5, 17],
    [8, 22],
    [22, 30],
    [23, 31],
    [0, 8],
    [6, 22],
  ])

/** Stands still for weeks, and melts again. */
const resuming = ({ random, world }: Site, active: readonly boolean[]): boolean[] => {
  const first = whole(random, 0, world.days - 15)
  const last = first + whole(random, 8, 40)
  return active.map((works, day) => works && (day < first || day > last))
}

const foundry = (name: string, weight: number, dual: boolean, stops = false): Scenario => ({
  name,
  family: 'licensed-foundry',
  truth: 'legal',
  weight,
  build: site => {
    const { random, world } = site
    const ratedKw = random.lognormal(900, 0.6)
    const [fromHour, toHour] = foundryHours(random)
    const days = random.chance(0.6)
      ? workingDays(site)
      : stopBursts(random, world.days, random.between(0.5, 0.9))
    const active = stops ? resuming(site, days) : days
    const furnace = furnaceLoad(site, {
      ...drawFurnace(random, dual, ratedKw),
      fromHour,
      toHour,
      edgeMinutes: random.between(5, 35),
      active: withOnset(active, 0, site),
    })
    const shop = worksLoad(site, {
      ...drawWorks(
        random,
        pick(random, ['one-shift', 'two-shift'] as const),
        ratedKw * random.between(0.05, 0.5),
      ),
      powerFactorHigh: random.between(0.78, 0.9),
    })
    return {
      ...legal(addCurves(furnace, shop), {
        industryCode: pick(random, ['3391', '3391', '3392', '3120', '3130', '3489', '3670', '3412']),
        licences: ['induction-melting', ...(random.chance(0.6) ? (['sand-casting'] as const) : [])],
      }),
      contractFactor: random.between(1.1, 2),
    }
  },
})

/** Batches of hours with a thermostat at the end: heat treatment, kilns, moulds. */
const batchCurve = (
  site: Site,
  ratedKw: number,
  batchHours: number,
  active: readonly boolean[],
  clock: boolean,
): Curve => {
  const { random } = site
  const kw = new Float64Array(site.world.days * 96)
  const soak = random.between(0.2, 0.6)
  for (const [day, works] of active.entries()) {
    if (!works) continue
    let at = day * 96 + Math.round(4 * (clock ? random.between(0, 2) : random.between(7, 10)))
    const end = day * 96 + (clock ? 96 : 76)
    while (at < end) {
      const slots = Math.max(3, Math.round(4 * batchHours * random.lognormal(1, 0.2)))
      for (let i = 0; i < slots && at + i < kw.length; i++) {
        const heating = i < slots * 0.45
        kw[at + i] =
          ratedKw * (heating ? random.normal(0.97, 0.02) : clamp(random.normal(soak, 0.12), 0.05, 1))
      }
      at += slots + Math.round(4 * random.lognormal(0.8, 0.7))
    }
  }
  return withPowerFactor(kw, { low: 0.97, high: random.between(0.95, 0.995) }, random)
}

const heatTreatment: Scenario = {
  name: 'heat-treatment',
  family: 'heat-treatment-forging',
  truth: 'legal',
  weight: 18,
  build: site => {
    const { random } = site
    const ratedKw = random.lognormal(350, 0.6)
    const clock = random.chance(0.5)
    const active = clock ? site.world.kinds.map(() => random.chance(0.9)) : workingDays(site)
    const batches = batchCurve(site, ratedKw, random.between(2, 9), active, clock)
    const shop = worksLoad(site, drawWorks(random, 'one-shift', ratedKw * random.between(0.05, 0.4)))
    return legal(
      addCurves(batches, shop),
      codedOrEveryday(random, 0.4, ['3360', '3484', '3393'], random.chance(0.6) ? ['heat-treatment'] : []),
    )
  },
}

const forging: Scenario = {
  name: 'forging',
  family: 'heat-treatment-forging',
  truth: 'legal',
  weight: 18,
  build: site => {
    const { random } = site
    const ratedKw = random.lognormal(450, 0.6)
    const active = workingDays(site)
    const load = random.between(0.4, 0.85)
    const breaks = random.between(0.05, 0.2)
    const [from, to] = pick(random, [
      [8, 17.5],
      [7, 23],
      [22, 31],
    ] as const)
    const kw = columnOf(site, ({ day, hour }) => {
      const late = hour + 24 < to
      const at = late ? hour + 24 : hour
      if (!active[late ? day - 1 : day] || at < from || at >= to || random.chance(breaks))
        return ratedKw * 0.03
      return ratedKw * random.normal(load, 0.08)
    })
    const shop = worksLoad(site, drawWorks(random, 'one-shift', ratedKw * random.between(0.1, 0.5)))
    const pf = random.between(0.82, 0.95)
    return legal(
      addCurves(withPowerFactor(kw, { low: 0.7, high: pf }, random), shop),
      codedOrEveryday(random, 0.35, ['3393', '3482', '3670', '3311'], random.chance(0.6) ? ['forging'] : []),
    )
  },
}

const arcFurnace: Scenario = {
  name: 'arc-furnace',
  family: 'arc-furnace',
  truth: 'legal',
  weight: 5,
  build: site => {
    const { random } = site
    const ratedKw = random.lognormal(28_000, 0.4)
    const furnace = furnaceLoad(site, {
      ...drawFurnace(random, false, ratedKw),
      heatMinutes: random.between(40, 70),
      gapMinutes: random.between(5, 10),
      fromHour: 0,
      toHour: 24,
      edgeMinutes: 2,
      active: stopBursts(random, site.world.days, 0.92),
      powerFactors: [0.6, 0.72, random.between(0.75, 0.85)],
    })
    const mill = worksLoad(site, drawWorks(random, 'three-shift', ratedKw * random.between(0.2, 0.5)))
    return legal(addCurves(furnace, mill), {
      industryCode: pick(random, ['3120', '3110']),
      licences: random.chance(0.7) ? ['rolling'] : [],
    })
  },
}

const ferroalloy: Scenario = {
  name: 'submerged-arc',
  family: 'arc-furnace',
  truth: 'legal',
  weight: 5,
  build: site => {
    const { random } = site
    const ratedKw = random.lognormal(12_000, 0.4)
    const every = Math.round(random.between(8, 16))
    const kw = columnOf(
      site,
      ({ index }) => ratedKw * (index % every === 0 ? random.between(0.6, 0.9) : random.normal(0.95, 0.02)),
    )
    const pf = random.between(0.82, 0.93)
    return legal(withPowerFactor(kw, { low: pf, high: pf }, random), {
      industryCode: pick(random, ['3140', '2613', '3218']),
      licences: ['submerged-arc'],
    })
  },
}

const dieCasting: Scenario = {
  name: 'die-casting-holding',
  family: 'heat-treatment-forging',
  truth: 'legal',
  weight: 12,
  build: site => {
    const { random } = site
    const holdKw = random.lognormal(120, 0.6)
    const duty = random.between(0.3, 0.7)
    const kw = columnOf(site, () => holdKw * clamp(random.normal(duty, 0.1), 0.05, 1))
    const machines = worksLoad(
      site,
      drawWorks(random, pick(random, ['two-shift', 'three-shift'] as const), holdKw * random.between(0.8, 3)),
    )
    return legal(addCurves(withPowerFactor(kw, { low: 0.98, high: 0.98 }, random), machines), {
      industryCode: pick(random, ['3392', '3252', '3670']),
      licences: random.chance(0.8) ? ['die-casting'] : [],
    })
  },
}

/** Casts what others melt, or melts with coke: a casting licence and no furnace. */
const castingWorks: Scenario = {
  name: 'casting-works',
  family: 'casting-works',
  truth: 'legal',
  weight: 16,
  build: site => {
    const { random } = site
    const shift = pick(random, ['one-shift', 'two-shift', 'three-shift'] as const)
    return legal(worksLoad(site, drawWorks(random, shift, random.lognormal(180, 0.7))), {
      industryCode: pick(random, ['3391', '3392', '3489']),
      licences: [pick(random, ['sand-casting', 'cupola-melting', 'die-casting'] as const)],
    })
  },
}

/** Those who melt or heat metal with a right to. */
export const MELTING_TRADES: readonly Scenario[] = [
  foundry('licensed-foundry', 30, false),
  foundry('licensed-foundry-dual', 14, true),
  foundry('licensed-foundry-resumes', 10, false, true),
  castingWorks,
  heatTreatment,
  forging,
  arcFurnace,
  ferroalloy,
  dieCasting,
]
