import type { Meter } from '../../../schemas/meter.ts'
import { createRandom, type Random } from '../../../services/simulator/random.ts'
import { topOf } from './curve.ts'
import { type Columns, type Delivery, IN_ORDER, spoil } from './dirt.ts'
import { pick } from './draw.ts'
import { registryEntry } from './registry.ts'
import { drawRoster } from './roster.ts'
import type { Built, Scenario, Truth } from './scenario.ts'
import { makeWorld, type Site, type World } from './world.ts'

/** One meter with its readings, and what is true of it. */
export interface Member extends Columns {
  readonly meter: Meter
  readonly scenario: string
  readonly family: string
  readonly truth: Truth
  /** Day of the period on which the suspect use begins, 0 when it was there before; null for a legal load */
  readonly onsetDay: number | null
  /** Energy of the suspect part, and of all, over the period, before readings were spoiled, kWh */
  readonly suspectKwh: number
  readonly kwh: number
  readonly dirt: readonly string[]
  readonly delivery: Delivery
}

export interface Population {
  readonly seed: number
  readonly world: World
  readonly members: readonly Member[]
}

export interface PopulationSize {
  readonly seed: number
  /** 1,500 unless told */
  readonly meters?: number
  /** 70 unless told; at least 20 */
  readonly days?: number
  /** Whether a third of the meters has dirty data; yes unless told */
  readonly dirty?: boolean
}

const DIRTY_SHARE = 1 / 3
const WITHOUT_KVAR = 0.15

/** Meters count in steps: hundredths of a kilowatt, or what a large multiplier makes of them. */
const drawStep = (random: Random, topKw: number): number =>
  random.chance(0.7) ? 0.01 : Math.max(0.01, pick(random, [0.0005, 0.001, 0.002, 0.004]) * topKw)

/** As the meter counts it, to hundredths. A loop: `Float32Array.from` takes several times as long. */
const rounded = (values: Float64Array, step: number): Float32Array => {
  const column = new Float32Array(values.length)
  for (let i = 0; i < column.length; i++)
    column[i] = Math.round(Math.round(values[i]! / step) * step * 100) / 100
  return column
}

const recordedOf = ({ curve }: Built, random: Random): Columns => {
  const step = drawStep(random, topOf(curve.kw))
  return {
    kw: rounded(curve.kw, step),
    kvar: random.chance(WITHOUT_KVAR) ? null : rounded(curve.kvar, step),
  }
}

const makeMember = (scenario: Scenario, number: number, site: Site, dirty: boolean): Member => {
  const built = scenario.build(site)
  const meter = registryEntry(built, number, { ...site, random: site.random.fork('registry') })
  const columns = recordedOf(built, site.random.fork('meter'))
  const dirtRandom = site.random.fork('dirt')
  const spoilt =
    dirty && dirtRandom.chance(DIRTY_SHARE) ? spoil(columns, dirtRandom) : { dirt: [], delivery: IN_ORDER }
  return {
    ...columns,
    ...spoilt,
    meter,
    scenario: scenario.name,
    family: scenario.family,
    truth: scenario.truth,
    onsetDay: built.onsetDay,
    suspectKwh: built.suspectKwh,
    kwh: built.curve.kw.reduce((sum, kw) => sum + kw / 4, 0),
  }
}

/**
 * A labelled population at 15 minutes: 2.8 % furnaces, 2.8 % mines, every look-alike, many ordinary loads, a third
 * of the meters with dirty data. Every parameter is drawn from the seed; equal seeds give equal populations.
 */
export const makePopulation = ({
  seed,
  meters = 1_500,
  days = 70,
  dirty = true,
}: PopulationSize): Population => {
  if (days < 20) throw new RangeError(`A population needs at least 20 days; ${days} were asked for.`)
  const world = makeWorld(seed, days)
  const random = createRandom(seed)
  const members = drawRoster(random.fork('roster'), meters).map((scenario, i) => {
    const own = random.fork(`meter ${i}`)
    return makeMember(scenario, i + 1, { world, random: own, district: pick(own, world.districts) }, dirty)
  })
  return { seed, world, members }
}
