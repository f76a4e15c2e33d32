import type { SignName } from './mining-signs.ts'

/**
 * Log-odds that each sign adds when it holds fully, and those without any. Fitted by logistic regression with
 * weights within 0..4 and a ridge, so that no sign speaks against itself and none decides alone, on simulated
 * populations of known truth; rounded. The odds are meant for 3 suspects in 100 points.
 */
export const BIAS = -7.06
export const WEIGHTS: Readonly<Record<SignName, number>> = {
  stepOwn: 1.3,
  stepBetter: 1.2,
  stepFactor: 1.7,
  stepQuiet: 1.3,
  stepWhole: 0.4,
  stepAll: 2,
  flatFine: 2,
  flatWhole: 2.7,
  dropEqual: 2,
  dropRest: 0.7,
  dropFactor: 1.3,
  dropQuiet: 2.4,
  dropPriced: 2.3,
  dropNight: 4,
  lineBelow: 2.6,
  lineQuiet: 2.3,
  lineRest: 1.5,
  lineShare: 2.1,
  floorQuiet: 1.9,
  floorFactor: 2,
  floorShare: 0.3,
  floorUnder: 0.6,
  floorUnderFactor: 0.6,
}
