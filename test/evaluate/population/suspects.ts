import type { Random } from '../../../services/simulator/random.ts'
import { addCurves, type Curve, meanOf, slotsOf, topOf } from './curve.ts'
import { pick, whole } from './draw.ts'
import { furnaceLoad } from './furnace.ts'
import { drawFurnace, fewNights, stopBursts, withOnset } from './furnace-draw.ts'
import { anyHost } from './hosts.ts'
import { type Cooling, drawMine, mineLoad } from './mine.ts'
import type { Built, Scenario, Trade } from './scenario.ts'
import { CASTING_COVER, EVERYDAY, FURNACE_COVER, MINE_COVER } from './trades.ts'
import type { Site } from './world.ts'

type Hours = readonly [from: number, to: number]

const nightHours = (random: Random): Hours => [
  pick(random, [22, 22.5, 23, 23, 24]),
  pick(random, [29.5, 30, 30.5, 31, 31, 32]),
]
const dayHours = (random: Random): Hours => [random.between(6.5, 9), random.between(16.5, 22)]
const clockRound = (): Hours => [0, 24]

const onsetOf = ({ random, world }: Site, insideChance: number): number =>
  random.chance(insideChance) ? whole(random, 5, world.days - 14) : 0

const furnaceCover = (random: Random): Trade => {
  if (random.chance(0.2))
    return {
      industryCode: pick(random, CASTING_COVER),
      licences: [pick(random, ['sand-casting', 'die-casting', 'cupola-melting', 'heat-treatment'] as const)],
    }
  const licences = [['welding'], ['scrap-sorting'], ['rolling'], ['forging'], ['heat-treatment']] as const
  return {
    industryCode: pick(random, random.chance(0.6) ? FURNACE_COVER : EVERYDAY),
    licences: random.chance(0.3) ? pick(random, licences) : [],
  }
}

interface FurnacePlan {
  readonly dual: boolean
  readonly hours: (random: Random) => Hours
  readonly active: (site: Site) => boolean[]
  /** Mean power of the cover's own use over the rated power */
  readonly hostShare: (random: Random) => number
  readonly onsetInside: number
}

const kwhOf = ({ kw }: Curve): number => meanOf(kw) * (kw.length / 4)

const buildFurnace =
  (plan: FurnacePlan) =>
  (site: Site): Built => {
    const { random } = site
    const ratedKw = random.lognormal(plan.dual ? 1_400 : 850, 0.65)
    const [fromHour, toHour] = plan.hours(random)
    const onset = onsetOf(site, plan.onsetInside)
    const furnace = furnaceLoad(site, {
      ...drawFurnace(random, plan.dual, ratedKw),
      fromHour,
      toHour,
      edgeMinutes: random.between(3, 20),
      active: withOnset(plan.active(site), onset, site),
    })
    const host = anyHost(site, ratedKw * plan.hostShare(random))
    const firstSlot = furnace.kw.findIndex(kw => kw > 0)
    return {
      curve: addCurves(furnace, host),
      ...furnaceCover(random),
      onsetDay: firstSlot < 0 ? 0 : Math.floor(firstSlot / 96),
      suspectKwh: kwhOf(furnace),
      contractFactor: random.between(0.95, 1.5),
    }
  }

const mostNights = ({ random, world }: Site): boolean[] =>
  stopBursts(random, world.days, random.between(0.6, 0.85))
const smallHost = (random: Random): number => random.between(0.02, 0.3) * 0.6

const furnaces: readonly (readonly [name: string, weight: number, plan: Partial<FurnacePlan>])[] = [
  ['furnace-single', 34, {}],
  ['furnace-dual', 26, { dual: true }],
  [
    'furnace-few-nights',
    16,
    { active: ({ random, world }) => fewNights(random, world.days), onsetInside: 0 },
  ],
  [
    'furnace-few-nights-dual',
    6,
    { dual: true, active: ({ random, world }) => fewNights(random, world.days), onsetInside: 0 },
  ],
  ['furnace-day', 7, { hours: dayHours }],
  ['furnace-round-clock', 4, { hours: clockRound }],
  ['furnace-round-clock-dual', 3, { dual: true, hours: clockRound }],
  ['furnace-beside-large-host', 12, { hostShare: random => random.lognormal(0.8, 0.4) }],
]

const furnaceScenarios = furnaces.map(
  ([name, weight, plan]): Scenario => ({
    name,
    family: name.replace(/(?<=nights|clock)-dual$/, ''),
    truth: 'induction-furnace',
    weight,
    build: buildFurnace({
      dual: false,
      hours: nightHours,
      active: mostNights,
      hostShare: smallHost,
      onsetInside: 0.5,
      ...plan,
    }),
  }),
)

interface MinePlan {
  /** Share of the mine in all energy of the period; 1 without a host */
  readonly share: Hours
  readonly cooling: (random: Random) => Cooling
  readonly curtailed: (random: Random) => boolean
}

const buildMine =
  (plan: MinePlan) =>
  (site: Site): Built => {
    const { random } = site
    const onsetDay = onsetOf(site, 0.5)
    const mine = mineLoad(
      site,
      drawMine(site, {
        meanKw: random.lognormal(130, 0.9),
        onsetDay,
        cooling: plan.cooling(random),
        curtailed: plan.curtailed(random),
      }),
    )
    const share = random.between(...plan.share)
    const after = mine.kw.slice(onsetDay * 96)
    const host = share >= 1 ? null : anyHost(site, (meanOf(after) * (1 - share)) / share)
    const curve = host ? addCurves(mine, host) : addCurves(mine, standby(site, topOf(mine.kw)))
    return {
      curve,
      industryCode: pick(random, random.chance(0.5) ? MINE_COVER : EVERYDAY),
      licences: [],
      onsetDay,
      suspectKwh: kwhOf(mine),
      contractFactor: random.between(1, 1.8),
    }
  }

/** A lamp and a guard: a site that is nothing but a mine was there before it. */
const standby = (site: Site, topKw: number): Curve => {
  const kw = topKw * site.random.between(0.001, 0.01)
  const column = new Float64Array(slotsOf(site)).fill(kw)
  return { kw: column, kvar: column.map(value => 0.3 * value) }
}

const weakly = (random: Random): Cooling => pick(random, ['none', 'weak', 'weak'])
const seldom = (random: Random): boolean => random.chance(0.3)

const mines: readonly (readonly [name: string, weight: number, plan: Partial<MinePlan>])[] = [
  ['mine-pure', 16, { share: [1, 1] }],
  ['mine-pure-strong-cooling', 8, { share: [1, 1], cooling: () => 'strong' }],
  ['mine-most-of-host', 24, { share: [0.6, 0.95] }],
  ['mine-half-of-host', 18, { share: [0.4, 0.6] }],
  ['mine-third-of-host', 20, { share: [0.2, 0.4] }],
  ['mine-in-host-strong-cooling', 14, { share: [0.3, 0.95], cooling: () => 'strong' }],
]

const mineScenarios = mines.map(
  ([name, weight, plan]): Scenario => ({
    name,
    family: name,
    truth: 'crypto-mining',
    weight,
    build: buildMine({ share: [0.2, 0.95], cooling: weakly, curtailed: seldom, ...plan }),
  }),
)

/** Suspects of both kinds. */
export const SUSPECTS: readonly Scenario[] = [...furnaceScenarios, ...mineScenarios]
