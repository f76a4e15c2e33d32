import type { EpochDay } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Curve } from './curve.ts'
import { type Flaw, flawSentence } from './flaws.ts'
import { DISTRICTS, type Kind, type Plan, type Truth } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import { recordingPlans } from './roster/recordings.ts'
import { roundTheClockPlans } from './roster/round-the-clock.ts'
import { suspectPlans } from './roster/suspects.ts'
import { valleyPlans } from './roster/valley-loads.ts'
import { worksPlans } from './roster/works.ts'
import { outdoorTemperature } from './weather.ts'

/** One invented enterprise: what the registry says, and what only the district knows. */
export interface Enterprise {
  readonly meter: Meter
  readonly kind: Kind
  readonly truth: Truth
  /** True for a suspect, which is built, never recorded */
  readonly constructed: boolean
  /** What the curve is made of, one sentence */
  readonly story: string
  /** What to say where a real recording is in the curve */
  readonly attribution: string | null
  readonly flaw: { readonly kind: Flaw; readonly sentence: string } | null
  readonly curve: Curve
}

export interface District {
  readonly seed: number
  readonly firstDay: EpochDay
  readonly days: number
  readonly enterprises: readonly Enterprise[]
  readonly meters: readonly Meter[]
}

interface DistrictOptions {
  readonly seed: number
  readonly firstDay: EpochDay
  /** 35 unless told */
  readonly days?: number
}

/** All plans of the district, in the order of the registry: suspects stand among the others. */
export const rosterPlans = (random: Random): readonly Plan[] =>
  [...recordingPlans, ...roundTheClockPlans, ...worksPlans, ...valleyPlans, ...suspectPlans]
    .map(plan => ({ plan, key: random.next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ plan }) => plan)

const SUPPLY_UNITS = { liangjiang: '演示·两江供电', jiulongpo: '演示·九龙供电', changshou: '演示·长寿供电' }

/** The registry entry of a plan. */
export const meterOf = (plan: Plan, number: number, intervalMinutes: 15 | 60): Meter => {
  const meterId = `DEMO-${String(number).padStart(4, '0')}`
  return {
    meterId,
    pointId: meterId,
    customerId: String(9_900_000_000 + number),
    customerName: plan.name,
    districtCode: DISTRICTS[plan.district],
    industryCode: plan.industryCode,
    industryEdition: '2017',
    contractKva: plan.contractKva,
    voltageKv: plan.voltageKv,
    intervalMinutes,
    licensedProcesses: [...plan.licences],
    supplyUnit: SUPPLY_UNITS[plan.district],
    status: 'in-use',
    multiplier: 1,
    feed: 'main',
    creditCode: '',
    parentPointId: '',
    address: '',
    transformerId: '',
    licensedTonnesPerYear: 0,
    validFrom: null,
    validTo: null,
  }
}

const enterpriseOf = (plan: Plan, number: number, curve: Curve): Enterprise => ({
  meter: meterOf(plan, number, curve.intervalMinutes),
  kind: plan.kind,
  truth: plan.truth,
  constructed: plan.kind === 'constructed suspect',
  story: plan.story,
  attribution: plan.attribution,
  flaw: plan.flaw && { kind: plan.flaw, sentence: flawSentence(plan.flaw) },
  curve,
})

/**
 * A demonstration district: about 60 invented enterprises in three districts of Chongqing, most of them legal,
 * over `days` days from midnight of `firstDay`. Equal arguments give equal readings.
 */
export const makeDistrict = ({ seed, firstDay, days = 35 }: DistrictOptions): District => {
  const random = createRandom(seed)
  const temperature = outdoorTemperature(firstDay, days, random.fork('weather'))
  const enterprises = rosterPlans(random.fork('order')).map((plan, i) =>
    enterpriseOf(plan, i + 1, plan.load({ firstDay, days, temperature, random: random.fork(plan.name) })),
  )
  return { seed, firstDay, days, enterprises, meters: enterprises.map(({ meter }) => meter) }
}
