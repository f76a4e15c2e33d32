import { wander } from '../../../services/simulator/curve.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { type Curve, columnOf, isIn, slotsOf, warmer, withPowerFactor } from './curve.ts'
import { whole } from './draw.ts'
import { type Site, SLOTS } from './world.ts'

/** A hall of mining machines with its cooling. */
export interface Mine {
  readonly meanKw: number
  readonly noise: number
  readonly noiseMemory: number
  /** Cooling: relative per kelvin over a temperature; above `throttleC` machines slow down instead */
  readonly coolingPerK: number
  readonly coolingFromC: number
  readonly throttlePerK: number
  /** Machines there at the beginning, and hours in which they are put up */
  readonly onsetDay: number
  readonly rampDays: number
  /** Days on which more machines come, and how much more there is then */
  readonly steps: readonly (readonly [day: number, factor: number])[]
  /** Level while curtailed, or null, and the hours of each day */
  readonly curtailed: {
    readonly level: number
    readonly hours: readonly (readonly [number, number])[]
  } | null
  readonly outagesPerMonth: number
  readonly powerFactor: number
}

const CHIP_THROTTLES_C = 35

/** 1 while all runs; lower in outages, each with a staged restart. */
const availability = (site: Site, perMonth: number): Float64Array => {
  const { random } = site
  const up = new Float64Array(slotsOf(site)).fill(1)
  const outages = Math.round((perMonth * site.world.days) / 30 + random.normal(0, 0.5))
  for (let i = 0; i < outages; i++) {
    const start = Math.floor(random.next() * up.length)
    const length = Math.max(1, Math.round(4 * random.between(0.5, 6)))
    up.fill(random.chance(0.7) ? random.between(0, 0.05) : random.between(0.3, 0.8), start, start + length)
    if (start + length < up.length) up[start + length] = random.between(0.3, 0.95)
  }
  return up
}

const presence = (mine: Mine, day: number): number => {
  if (day < mine.onsetDay) return 0
  const ramp = mine.rampDays > 0 ? Math.min(1, (day - mine.onsetDay + 0.5) / mine.rampDays) : 1
  return mine.steps.reduce((level, [from, factor]) => (day >= from ? level * factor : level), ramp)
}

/** Rows of machines that are put up day by day, not smoothly. */
const inRows = (level: number): number => Math.ceil(level * 12) / 12

export const mineLoad = (site: Site, mine: Mine): Curve => {
  const noise = wander(site.random, slotsOf(site), mine.noise, mine.noiseMemory)
  const up = availability(site, mine.outagesPerMonth)
  const startSlot = site.random.between(0, 0.9)
  const kw = columnOf(site, ({ index, day, hour, temperatureC }) => {
    const there = inRows(presence(mine, index / SLOTS - startSlot))
    const cooling = mine.coolingPerK * warmer(temperatureC, mine.coolingFromC)
    const throttle = 1 - Math.min(0.3, mine.throttlePerK * warmer(temperatureC, CHIP_THROTTLES_C))
    const off = mine.curtailed && isIn(mine.curtailed.hours as [number, number][], hour)
    const level = off && day >= mine.onsetDay ? mine.curtailed.level : 1
    return mine.meanKw * there * (1 + cooling) * throttle * level * up[index]! * noise[index]!
  })
  return withPowerFactor(kw, { low: mine.powerFactor, high: mine.powerFactor }, site.random)
}

const drawCurtailment = ({ district, random }: Site): Mine['curtailed'] => {
  const peaks = district.tou.peak
  const hours = random.chance(0.5) ? peaks : [peaks[whole(random, 0, peaks.length - 1)]!]
  return { level: random.chance(0.6) ? random.between(0, 0.1) : random.between(0.2, 0.7), hours }
}

const drawSteps = (random: Random, onset: number, days: number): Mine['steps'] =>
  Array.from({ length: random.chance(0.4) ? whole(random, 1, 3) : 0 }, () => [
    whole(random, onset + 1, Math.max(onset + 2, days - 1)),
    random.chance(0.85) ? random.between(1.04, 1.5) : random.between(0.6, 0.95),
  ])

export type Cooling = 'none' | 'weak' | 'strong'

/** Relative rise per kelvin: fans alone .3 %, water curtains and chillers many times that. */
const COOLING_PER_K: Readonly<Record<Cooling, readonly [number, number]>> = {
  none: [0, 0.001],
  weak: [0.001, 0.005],
  strong: [0.006, 0.025],
}

export const drawMine = (
  site: Site,
  options: { meanKw: number; onsetDay: number; cooling: Cooling; curtailed: boolean },
): Mine => {
  const { random, world } = site
  return {
    meanKw: options.meanKw,
    noise: random.between(0.006, 0.022),
    noiseMemory: random.between(1, 24),
    coolingPerK: random.between(...COOLING_PER_K[options.cooling]),
    coolingFromC: options.cooling === 'strong' ? random.between(4, 22) : random.between(16, 24),
    throttlePerK: random.chance(0.2) ? random.between(0.005, 0.03) : 0,
    onsetDay: options.onsetDay,
    rampDays: random.chance(0.35) ? random.between(1, 14) : 0,
    steps: drawSteps(random, options.onsetDay, world.days),
    curtailed: options.curtailed ? drawCurtailment(site) : null,
    outagesPerMonth: random.between(0, 2),
    powerFactor: random.between(0.955, 0.992),
  }
}
