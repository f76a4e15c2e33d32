import type { RegistryFacts } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { isLicensed, tradeOf } from './registry.ts'
import { ramp } from './statistics.ts'

/**
 * Log-odds of a window's signs: a non-negative logistic regression, drawn towards earlier weights, of windows with two
 * melting days and more against the highest windows of each legal load: the population of test/evaluate, seeds 1-3,
 * 6 and 7, and with a weight of .3 the look-alikes of test/detectors/support; no licensed melting. Set by judgement and
 * held: `enough` (one night opens no case), `size`, `contract`, the registry's odds, and the base, a little lower than
 * fitted. Where the power factor is unknown a motor may look like a furnace, so that what switches fully or swings as
 * noise weighs more.
 */
export const ODDS = {
  windowBase: -25.7,
  enough: 5,
  consistent: 1.1,
  pooled: 7.1,
  windowClimb: 0.25,
  windowSkew: 2.9,
  ordered: 1,
  heats: 2.1,
  heatsADay: 2.6,
  steady: 1.1,
  windowRectifier: 5.4,
  switched: -1.4,
  switchedFrom: 0.6,
  switchedFull: 0.85,
  windowPowerFactorUnknown: 4.8,
  unknownSwitched: -5.2,
  unknownSwitchedFrom: 0.25,
  unknownSwitchedFull: 0.55,
  unknownNoisy: -0.8,
  size: 3,
  contract: 1,
  contractFrom: 0.3,
  contractFull: 0.7,
  contractUnknown: 0.5,
  licenceCap: 0.2,
  heatLicence: -0.7,
  otherTrade: -0.7,
  coverTrade: 0.3,
} as const

const unknownFactorOdds = ({ switched, noisy }: FurnaceCurve): number =>
  ODDS.windowPowerFactorUnknown +
  ODDS.unknownSwitched * ramp(switched, ODDS.unknownSwitchedFrom, ODDS.unknownSwitchedFull) +
  ODDS.unknownNoisy * noisy

const factorOdds = ({ rectifier, switched }: FurnaceCurve): number =>
  ODDS.windowRectifier * rectifier + ODDS.switched * ramp(switched, ODDS.switchedFrom, ODDS.switchedFull)

const curveOdds = (curve: FurnaceCurve): number =>
  ODDS.enough * curve.enough +
  ODDS.consistent * curve.consistent +
  ODDS.pooled * curve.pooled +
  ODDS.windowClimb * curve.climb +
  ODDS.windowSkew * curve.skew +
  ODDS.ordered * curve.ordered +
  ODDS.heats * curve.heats +
  ODDS.heatsADay * curve.heatsADay +
  ODDS.steady * curve.steady +
  ODDS.size * curve.size +
  (Number.isNaN(curve.rectifier) ? unknownFactorOdds(curve) : factorOdds(curve))

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
