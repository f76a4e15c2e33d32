import type { Floor, MiningCurve } from './mining-curve.ts'
import { SIGNS } from './mining-thresholds.ts'
import { ramp, rampOr } from './statistics.ts'

/** Signs of a mine, each 0..1. */
export const SIGN_NAMES = [
  'stepOwn',
  'stepBetter',
  'stepFactor',
  'stepQuiet',
  'stepWhole',
  'flatFine',
  'flatWhole',
  'flatStill',
  'dropEqual',
  'dropFactor',
  'dropQuiet',
  'dropPriced',
  'dropNight',
  'lineBelow',
  'lineQuiet',
  'lineRest',
  'lineShare',
  'floorQuiet',
  'floorFactor',
  'floorShare',
  'floorUnder',
  'floorUnderFactor',
] as const
export type SignName = (typeof SIGN_NAMES)[number]

/** Place of each sign among the others. */
const AT = Object.fromEntries(SIGN_NAMES.map((name, i) => [name, i])) as Readonly<Record<SignName, number>>

/** The signs in the order of their names. */
export type MiningSigns = Float64Array

export const signOf = (signs: MiningSigns, name: SignName): number => signs[AT[name]]!

export const noSigns = (): MiningSigns => new Float64Array(SIGN_NAMES.length)

/** How well kvar per kW fits switched supplies (.95-.995). */
const factorFit = (tan: number): number => {
  const size = Math.abs(tan)
  return size - size === 0
    ? ramp(size, SIGNS.tanFrom, SIGNS.tanFull) * ramp(size, SIGNS.tanNoneFrom, SIGNS.tanNoneFull)
    : SIGNS.factorUnknown
}

/** A load of another kind than the one before came to stay: alike at every hour, day of rest or not. */
const stepSigns = ({ step, added }: MiningCurve, into: MiningSigns): void => {
  const factor = factorFit(added.tan)
  const better = ramp(added.tanBefore - added.tan, SIGNS.stepBetterFrom, SIGNS.stepBetterFull)
  const shaped = ramp(added.hostShape, SIGNS.stepHostFrom, SIGNS.stepHostFull)
  const alone = ramp(added.share, SIGNS.stepAloneFrom, SIGNS.stepAloneFull)
  const there =
    Math.max(shaped, better, alone) *
    ramp(step.clarity, SIGNS.stepClearFrom, SIGNS.stepClearFull) *
    ramp(added.share, SIGNS.stepShareFrom, SIGNS.stepShareFull) *
    ramp(added.novel, SIGNS.stepNovelFrom, SIGNS.stepNovelFull) *
    ramp(added.sudden, SIGNS.stepCameFrom, SIGNS.stepCameFull)
  const flat = ramp(added.uneven, SIGNS.stepFlatFrom, SIGNS.stepFlatFull)
  const equal = rampOr(SIGNS.stepEqualUnknown, added.restGap, SIGNS.stepEqualFrom, SIGNS.stepEqualFull)
  const sudden = ramp(added.sudden, SIGNS.stepSuddenFrom, SIGNS.stepSuddenFull)
  const kept = ramp(added.kept, SIGNS.stepKeptFrom, SIGNS.stepKeptFull)
  const quiet = ramp(added.noise, SIGNS.stepNoiseFrom, SIGNS.stepNoiseFull)
  const own = shaped * ramp(added.growth, SIGNS.stepGrowthFrom, SIGNS.stepGrowthFull)
  const whole = there * Math.min(flat, equal, sudden, kept, quiet) * factor
  into[AT.stepOwn] = there * own * flat
  into[AT.stepBetter] = there * factor * better
  into[AT.stepFactor] = there * factor
  into[AT.stepQuiet] = there * quiet
  into[AT.stepWhole] = whole
}

/** The whole meter is one level. */
const flatSigns = ({ flat, meanKw, days }: MiningCurve, into: MiningSigns): void => {
  const even = Math.min(
    ramp(flat.spread, SIGNS.spreadFrom, SIGNS.spreadFull),
    ramp(flat.noise, SIGNS.evenNoiseFrom, SIGNS.evenNoiseFull),
    ramp(flat.shape, SIGNS.shapeFrom, SIGNS.shapeFull),
    rampOr(SIGNS.restDipUnknown, flat.restDip, SIGNS.restDipFrom, SIGNS.restDipFull),
    ramp(flat.stuck, SIGNS.stuckFrom, SIGNS.stuckFull),
    ramp(meanKw, SIGNS.loadFromKw, SIGNS.loadFullKw),
  )
  const seen = ramp(days.length, SIGNS.seenFrom, SIGNS.seenFull)
  const factor = factorFit(flat.tan)
  const steady = seen * ramp(flat.drift, SIGNS.driftFrom, SIGNS.driftFull)
  into[AT.flatFine] = even * seen * ramp(flat.shape, SIGNS.shapeFineFrom, SIGNS.shapeFineFull)
  into[AT.flatWhole] = even * factor * steady
  into[AT.flatStill] =
    even *
    seen *
    ramp(flat.shape, SIGNS.stillShapeFrom, SIGNS.stillShapeFull) *
    ramp(flat.drift, SIGNS.stillDriftFrom, SIGNS.stillDriftFull) *
    rampOr(SIGNS.floorRestUnknown, flat.restDip, SIGNS.stillRestFrom, SIGNS.stillRestFull)
}

/** Off in the dear hours, by the same amount on every day. */
const dropSigns = ({ drop, floor }: MiningCurve, into: MiningSigns): void => {
  const equal =
    ramp(drop.share, SIGNS.dropShareFrom, SIGNS.dropShareFull) *
    ramp(drop.spread, SIGNS.dropSpreadFrom, SIGNS.dropSpreadFull)
  const factor = factorFit(drop.tan)
  into[AT.dropEqual] = equal
  into[AT.dropFactor] = equal * factor
  into[AT.dropQuiet] = equal * ramp(floor.noise, SIGNS.floorNoiseFrom, SIGNS.floorNoiseFull)
  into[AT.dropNight] = equal * ramp(drop.nightGap, SIGNS.nightGapFrom, SIGNS.nightGapFull)
  into[AT.dropPriced] = equal * ramp(drop.valleyLead, SIGNS.valleyLeadFrom, SIGNS.valleyLeadFull)
}

const quietOf = ({ noise }: Floor): number => ramp(noise, SIGNS.floorNoiseFrom, SIGNS.floorNoiseFull)
const restOf = ({ restGap }: Floor): number =>
  rampOr(SIGNS.floorRestUnknown, restGap, SIGNS.floorRestFrom, SIGNS.floorRestFull)
const shareOfFloor = ({ share }: Floor): number => ramp(share, SIGNS.floorShareFrom, SIGNS.floorShareFull)

/** A part that the line tells of must have its place under the floor. */
const lineOf = ({ hidden: { share, fit, slope }, floor, flat }: MiningCurve): number =>
  ramp(flat.spread, SIGNS.lineHostFrom, SIGNS.lineHostFull) *
  ramp(share, SIGNS.lineShareFrom, SIGNS.lineShareFull) *
  ramp(fit, SIGNS.lineFitFrom, SIGNS.lineFitFull) *
  ramp(slope, SIGNS.lineSlopeFrom, SIGNS.lineSlopeFull) *
  ramp(floor.drift, SIGNS.lineDriftFrom, SIGNS.lineDriftFull) *
  ramp(share / floor.share, SIGNS.lineOverFloorFrom, SIGNS.lineOverFloorFull)

/** A better power factor under a worse one. */
const lineSigns = (curve: MiningCurve, into: MiningSigns): void => {
  const { floor } = curve
  const below = lineOf(curve)
  into[AT.lineBelow] = below
  into[AT.lineQuiet] = below * quietOf(floor)
  into[AT.lineRest] = below * restOf(floor)
  into[AT.lineShare] = below * shareOfFloor(floor)
}

/** A floor that never moves. */
const floorSigns = ({ floor, flat }: MiningCurve, into: MiningSigns): void => {
  const quiet = quietOf(floor)
  const factor = factorFit(floor.tan)
  const share = shareOfFloor(floor)
  const still = quiet * restOf(floor) * ramp(floor.drift, SIGNS.floorDriftFrom, SIGNS.floorDriftFull)
  const under =
    ramp(flat.spread, SIGNS.hostFrom, SIGNS.hostFull) * ramp(floor.share, SIGNS.underFrom, SIGNS.underFull)
  into[AT.floorQuiet] = quiet
  into[AT.floorFactor] = factor
  into[AT.floorShare] = quiet * share
  into[AT.floorUnder] = under * still
  into[AT.floorUnderFactor] = under * still * factor
}

/** The signs of a window's curve, written where told. */
export const miningSigns = (curve: MiningCurve, into: MiningSigns = noSigns()): MiningSigns => {
  stepSigns(curve, into)
  flatSigns(curve, into)
  dropSigns(curve, into)
  lineSigns(curve, into)
  floorSigns(curve, into)
  return into
}
