import type { RegistryFacts } from '../../../detectors/index.ts'
import type { Signature } from '../../../schemas/finding.ts'
import { type Curve, emptyCurve } from './curve.ts'
import { detectorOf } from './highest.ts'
import * as process from './legal-process.ts'
import * as seasons from './legal-seasons.ts'
import * as legal from './lookalikes.ts'
import { autoregressive, createRandom, type Random } from './random.ts'
import { featuresOf, registryOf, windowsOf } from './windows.ts'

/** A legal load that looks like a suspect one, as it stands in the field. */
export interface LookAlike {
  readonly name: string
  readonly load: legal.LegalLoad
  /** Usual size, kW, from and to */
  readonly kw: readonly [number, number]
  /** What its registry says; a small works of an everyday trade unless told */
  readonly facts?: Partial<RegistryFacts>
  /** The curve alone cannot tell: only the registry does */
  readonly onlyRegistry?: true
  /** Days of the period that are holidays */
  readonly holidays?: { readonly from: number; readonly to: number }
}

const FOUNDRY = { industryCode: '3391', licensedProcesses: ['induction-melting', 'sand-casting'] } as const

export const LOOK_ALIKES: readonly LookAlike[] = [
  { name: 'foundry', load: process.foundry, kw: [300, 4000], facts: FOUNDRY, onlyRegistry: true },
  {
    name: 'licensed resumption',
    load: seasons.resumedFoundry,
    kw: [300, 3000],
    facts: FOUNDRY,
    onlyRegistry: true,
  },
  {
    name: 'EAF mini-mill',
    load: process.arcFurnace,
    kw: [15_000, 60_000],
    facts: { industryCode: '3120', voltageKv: 110 },
  },
  { name: 'forging', load: process.forging, kw: [200, 3000], facts: { licensedProcesses: ['forging'] } },
  { name: 'forging without a licence on file', load: process.forging, kw: [200, 3000] },
  { name: 'heat treatment', load: legal.heatTreatment, kw: [100, 2000] },
  {
    name: 'data centre',
    load: legal.dataCentre,
    kw: [100, 5000],
    facts: { industryCode: '6450', licensedProcesses: ['isp'] },
  },
  {
    name: 'still data centre',
    load: legal.stillDataCentre,
    kw: [100, 5000],
    facts: { industryCode: '6450', licensedProcesses: ['isp'] },
    onlyRegistry: true,
  },
  { name: 'telecom site', load: legal.telecomSite, kw: [2, 10], facts: { industryCode: '6312' } },
  { name: 'cold store', load: legal.coldStore, kw: [60, 1500] },
  { name: 'water works', load: legal.waterWorks, kw: [60, 2000] },
  {
    name: 'chemical plant',
    load: process.chemicalPlant,
    kw: [500, 8000],
    facts: { industryCode: '2614' },
  },
  { name: 'paper mill', load: process.paperMill, kw: [500, 8000], facts: { industryCode: '2221' } },
  {
    name: 'electrolysis',
    load: process.electrolysis,
    kw: [2000, 20_000],
    facts: { industryCode: '3216', voltageKv: 110 },
  },
  {
    name: 'kiln line in a campaign',
    load: legal.continuousProcess,
    kw: [500, 8000],
    facts: { industryCode: '2614' },
  },
  { name: 'charging depot', load: legal.chargingDepot, kw: [200, 3000] },
  { name: 'solar roof', load: seasons.solarRoof, kw: [60, 2000] },
  { name: 'battery arbitrage', load: legal.batteryStorage, kw: [100, 2000] },
  { name: 'valley electric heating', load: legal.valleyHeating, kw: [60, 2000] },
  { name: 'ice storage', load: seasons.iceStorage, kw: [100, 3000] },
  { name: 'winter clean heating', load: seasons.winterHeating, kw: [60, 2000] },
  { name: 'aquaculture', load: seasons.fishPonds, kw: [20, 300], facts: { industryCode: '0412' } },
  { name: 'aeration', load: legal.aeration, kw: [40, 600] },
  { name: 'tobacco curing', load: process.tobaccoCuring, kw: [60, 600], facts: { industryCode: '0519' } },
  { name: 'grain drying', load: process.grainDrying, kw: [60, 600], facts: { industryCode: '0514' } },
  { name: 'brickworks', load: process.brickworks, kw: [150, 1500], facts: { industryCode: '3031' } },
  { name: 'glass works', load: process.glassWorks, kw: [500, 5000], facts: { industryCode: '3041' } },
  { name: 'valley grinding', load: legal.valleyGrinding, kw: [300, 4000] },
  { name: 'three-shift textile', load: legal.threeShiftTextile, kw: [200, 3000] },
  { name: 'tunnel works', load: process.tunnelWorks, kw: [300, 4000] },
  { name: 'growth', load: seasons.growth, kw: [60, 1500] },
  { name: 'new shift', load: seasons.newShift, kw: [100, 2000] },
  {
    name: 'Spring Festival pause and return',
    load: seasons.festivalPause,
    kw: [60, 2000],
    holidays: seasons.FESTIVAL,
  },
  { name: 'guard and lighting load', load: legal.guardLoad, kw: [10, 80] },
  { name: 'car park', load: seasons.carPark, kw: [20, 200] },
  { name: 'laboratory', load: process.laboratory, kw: [40, 600] },
  { name: 'dual-feed swap of a cold store', load: seasons.dualFeedSwap, kw: [100, 1500] },
  { name: 'dual-feed swap of a mill', load: seasons.dualFeedMill, kw: [200, 3000] },
  { name: 'landlord feed', load: process.landlordFeed, kw: [60, 1500] },
  { name: 'demand control', load: process.demandControlled, kw: [100, 2000] },
  { name: 'cycling pumps', load: legal.cyclingPumps, kw: [60, 1500] },
  { name: 'night-shift works', load: legal.nightShiftWorks, kw: [100, 2000] },
  { name: 'day-shift works', load: legal.dayShiftWorks, kw: [60, 2000] },
  { name: 'office', load: legal.office, kw: [60, 1500] },
]

const DAYS = 42

/** How readings come: with or without kvar, at 15 or 30 minutes. */
export const VARIANTS = [
  { name: 'kvar, 15 min', without: undefined, intervalMinutes: 15 },
  { name: 'no kvar, 15 min', without: 'kvar', intervalMinutes: 15 },
  { name: 'kvar, 30 min', without: undefined, intervalMinutes: 30 },
] as const

/** Reactive power follows the machines that run, not the sum of power alone. */
const withOwnKvar = (random: Random, curve: Curve): Curve => {
  const own = autoregressive(random, curve.kvar.length, 0.04, 0.7)
  return { ...curve, kvar: curve.kvar.map((kvar, i) => kvar * (1 + own[i]!)) }
}

/** The means of longer intervals. */
const coarser = (curve: Curve, intervalMinutes: number): Curve => {
  const parts = intervalMinutes / curve.intervalMinutes
  const coarse = emptyCurve(curve.days, intervalMinutes)
  for (let i = 0; i < curve.kw.length; i++) {
    const slot = Math.floor(i / parts)
    coarse.kw[slot]! += curve.kw[i]! / parts
    coarse.kvar[slot]! += curve.kvar[i]! / parts
  }
  return coarse
}

/** The highest score that any day of any draw of a look-alike gets, and where. */
export interface HighestScore {
  readonly name: string
  readonly signature: Signature
  readonly score: number
  readonly seed: number
  readonly variant: string
}

/** Judges a look-alike by the registry as it would be, or by that of an everyday trade (`blind`). */
export const highestScore = (
  { name, load, kw: [least, most], facts, holidays }: LookAlike,
  signature: Signature,
  seeds: readonly number[],
  blind = false,
): HighestScore => {
  const scores = seeds.flatMap(seed =>
    VARIANTS.map(({ name: variant, without, intervalMinutes }) => {
      const random = createRandom(seed)
      const curve = withOwnKvar(random, load(random, DAYS, least * (most / least) ** random.between(0, 1)))
      const days = featuresOf(coarser(curve, intervalMinutes), without, holidays)
      const registry = registryOf({ ...(blind ? {} : facts), intervalMinutes })
      const all = windowsOf(days, registry).map(window => detectorOf(signature).score(window))
      return { name, signature, score: Math.max(...all), seed, variant }
    }),
  )
  return scores.reduce((most, one) => (one.score > most.score ? one : most))
}

/** Every look-alike's highest score for some signatures, the table of `lookalikes.test.ts`. */
export const highestScores = (
  signatures: readonly Signature[],
  seeds: readonly number[],
): readonly HighestScore[] =>
  LOOK_ALIKES.flatMap(one => signatures.map(signature => highestScore(one, signature, seeds)))
