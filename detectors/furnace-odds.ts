import type { RegistryFacts } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp } from './statistics.ts'

/**
 * Log-odds of a window's signs: a non-negative logistic regression (ridge 1e-4) of windows with two melting days and
 * more against windows of legal loads, of the population that `DAY_WEIGHTS` names. Set by judgement and held: `enough`
 * (one night opens no case), `ordered`, `switched`, `contract` and the registry's odds. The base was then set so that
 * about nine of ten cases opened in a population with 2.8 % furnaces are right.
 */
export const ODDS = {
  windowBase: -21,
  enough: 5,
  consistent: 2.08,
  pooled: 5.22,
  windowClimb: 0.81,
  windowSkew: 1.82,
  ordered: 3.5,
  switched: -3,
  steady: 2,
  windowRectifier: 4.47,
  windowPowerFactorUnknown: 3.92,
  size: 1.44,
  contract: 1,
  contractFrom: 0.3,
  contractFull: 0.7,
  contractUnknown: 0.5,
  licenceCap: 0.5,
  heatLicence: -0.7,
  otherTrade: -0.7,
  coverTrade: 0.3,
} as const

const curveOdds = (curve: FurnaceCurve): number =>
  ODDS.enough * curve.enough +
  ODDS.consistent * curve.consistent +
  ODDS.pooled * curve.pooled +
  ODDS.windowClimb * curve.climb +
  ODDS.windowSkew * curve.skew +
  ODDS.ordered * curve.ordered +
  ODDS.steady * curve.steady +
  ODDS.size * curve.size +
  (Number.isNaN(curve.rectifier)
    ? ODDS.windowPowerFactorUnknown + ODDS.switched * curve.switched
    : ODDS.windowRectifier * curve.rectifier)

/** Trades whose own machines may swing so; a warehouse or farm has none. A casting trade explains nothing. */
const tradeOdds = (registry: RegistryFacts): number => {
  switch (tradeOf(registry)) {
    case 'warehouse':
    case 'farm':
      return ODDS.coverTrade
    case 'heavy-process':
    case 'transport':
    case 'power':
    case 'water':
    case 'telecom':
    case 'internet':
      return ODDS.otherTrade
    default:
      return 0
  }
}

/** Heaters swing by batches too; a casting licence allows casting, not induction melting. */
const licenceOdds = (registry: RegistryFacts): number =>
  isLicensed(registry, 'forging', 'heat-treatment', 'submerged-arc') ? ODDS.heatLicence : 0

const contractOdds = ({ contractKva }: RegistryFacts, { ceilingKw }: FurnaceCurve): number =>
  ODDS.contract *
  (contractKva > 0
    ? ramp(ceilingKw / contractKva, ODDS.contractFrom, ODDS.contractFull)
    : ODDS.contractUnknown)

/** Weight of evidence (log-odds) for melting without a licence; minus infinity when nothing looks like it. */
export const furnaceOdds = (registry: RegistryFacts, curve: FurnaceCurve): number => {
  if (!(curve.ceilingKw > 0)) return Number.NEGATIVE_INFINITY
  return (
    ODDS.windowBase +
    curveOdds(curve) +
    contractOdds(registry, curve) +
    tradeOdds(registry) +
    licenceOdds(registry)
  )
}
