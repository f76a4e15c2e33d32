import type { Floor, HiddenFactor, MiningCurve } from './mining-curve.ts'
import { SIGNS } from './mining-thresholds.ts'
import { ramp, rampOr } from './statistics.ts'

/** Signs of a mine, each 0..1. */
export const SIGN_NAMES = [
  'stepFlat',
  'stepEqual',
  'stepFactor',
  'stepQuiet',
  'stepLasts',
  'stepWhole',
  'flatEven',
  'flatFine',
  'flatSteady',
  'flatFactor',
  'flatWhole',
  'dropEqual',
  'dropRest',
  'dropFactor',
  'dropQuiet',
  'dropPriced',
  'lineBelow',
  'lineQuiet',
  'lineRest',
  'lineShare',
  'floorQuiet',
  'floorFactor',
  'floorShare',
  'floorStill',
] as const
export type SignName = (typeof SIGN_NAMES)[number]
export type MiningSigns = Readonly<Record<SignName, number>>

/** How well kvar per kW fits switched supplies (.95-.995). */
const factorFit = (tan: number): number => {
  const size = Math.abs(tan)
  return size - size === 0
    ? ramp(size, SIGNS.tanFrom, SIGNS.tanFull) * ramp(size, SIGNS.tanNoneFrom, SIGNS.tanNoneFull)
    : SIGNS.factorUnknown
}

/** A load came to stay that stands alike at every hour, day of rest or not, with a good power factor. */
const stepSigns = ({ step, added }: MiningCurve) => {
  const there =
    ramp(step.clarity, SIGNS.stepClearFrom, SIGNS.stepClearFull) *
    ramp(added.share, SIGNS.stepShareFrom, SIGNS.stepShareFull)
  const flat = ramp(added.uneven, SIGNS.stepFlatFrom, SIGNS.stepFlatFull)
  const equal = rampOr(SIGNS.stepEqualUnknown, added.restGap, SIGNS.stepEqualFrom, SIGNS.stepEqualFull)
  const sudden = ramp(added.sudden, SIGNS.stepSuddenFrom, SIGNS.stepSuddenFull)
  const kept = ramp(added.kept, SIGNS.stepKeptFrom, SIGNS.stepKeptFull)
  const factor = factorFit(added.tan)
  return {
    stepFlat: there * flat,
    stepEqual: there * equal,
    stepFactor: there * factor,
    stepQuiet: there * ramp(added.noise, SIGNS.stepNoiseFrom, SIGNS.stepNoiseFull),
    stepLasts: there * Math.min(sudden, kept),
    stepWhole: there * Math.min(flat, equal, sudden, kept) * factor,
  }
}

/** The whole meter is one level. */
const flatSigns = ({ flat, tan, meanKw }: MiningCurve) => {
  const even = Math.min(
    ramp(flat.spread, SIGNS.spreadFrom, SIGNS.spreadFull),
    ramp(flat.noise, SIGNS.evenNoiseFrom, SIGNS.evenNoiseFull),
    ramp(flat.shape, SIGNS.shapeFrom, SIGNS.shapeFull),
    rampOr(SIGNS.restDipUnknown, flat.restDip, SIGNS.restDipFrom, SIGNS.restDipFull),
    ramp(flat.stuck, SIGNS.stuckFrom, SIGNS.stuckFull),
    ramp(meanKw, SIGNS.loadFromKw, SIGNS.loadFullKw),
  )
  const factor = factorFit(tan)
  const steady = ramp(flat.drift, SIGNS.driftFrom, SIGNS.driftFull)
  return {
    flatEven: even,
    flatFine: even * ramp(flat.shape, SIGNS.shapeFineFrom, SIGNS.shapeFineFull),
    flatSteady: even * steady,
    flatFactor: even * factor,
    flatWhole: even * factor * steady,
  }
}

/** Off in the dear hours, by the same amount on every day. */
const dropSigns = ({ drop, floor }: MiningCurve) => {
  const equal =
    ramp(drop.share, SIGNS.dropShareFrom, SIGNS.dropShareFull) *
    ramp(drop.spread, SIGNS.dropSpreadFrom, SIGNS.dropSpreadFull)
  return {
    dropEqual: equal,
    dropRest: equal * rampOr(SIGNS.dropRestUnknown, drop.restGap, SIGNS.dropRestFrom, SIGNS.dropRestFull),
    dropFactor: equal * factorFit(drop.tan),
    dropQuiet: equal * ramp(floor.noise, SIGNS.floorNoiseFrom, SIGNS.floorNoiseFull),
    dropPriced: equal * ramp(drop.valleyLead, SIGNS.valleyLeadFrom, SIGNS.valleyLeadFull),
  }
}

const quietOf = ({ noise }: Floor): number => ramp(noise, SIGNS.floorNoiseFrom, SIGNS.floorNoiseFull)
const restOf = ({ restGap }: Floor): number =>
  rampOr(SIGNS.floorRestUnknown, restGap, SIGNS.floorRestFrom, SIGNS.floorRestFull)
const shareOfFloor = ({ share }: Floor): number => ramp(share, SIGNS.floorShareFrom, SIGNS.floorShareFull)

const lineOf = ({ share, fit }: HiddenFactor): number =>
  ramp(share, SIGNS.lineShareFrom, SIGNS.lineShareFull) * ramp(fit, SIGNS.lineFitFrom, SIGNS.lineFitFull)

/** A better power factor under a worse one. */
const lineSigns = ({ hidden, floor }: MiningCurve) => {
  const below = lineOf(hidden)
  return {
    lineBelow: below,
    lineQuiet: below * quietOf(floor),
    lineRest: below * restOf(floor),
    lineShare: below * shareOfFloor(floor),
  }
}

/** A floor that never moves. */
const floorSigns = ({ floor }: MiningCurve) => {
  const quiet = quietOf(floor)
  const share = shareOfFloor(floor)
  return {
    floorQuiet: quiet,
    floorFactor: factorFit(floor.tan),
    floorShare: quiet * share,
    floorStill: quiet * share * restOf(floor) * ramp(floor.drift, SIGNS.floorDriftFrom, SIGNS.floorDriftFull),
  }
}

/** The signs of a window's curve. */
export const miningSigns = (curve: MiningCurve): MiningSigns => ({
  ...stepSigns(curve),
  ...flatSigns(curve),
  ...dropSigns(curve),
  ...lineSigns(curve),
  ...floorSigns(curve),
})
