import type { SignName } from './mining-signs.ts'

/**
 * Log-odds that each sign adds when it holds fully, and those without any. Fitted by logistic regression with
 * weights within 0..4 and a ridge, so that no sign speaks against itself and none decides alone, on simulated
 * populations of known truth; rounded. The odds are meant for 3 suspects in 100 points.
 */
export const BIAS = -6.8
export const WEIGHTS: Readonly<Record<SignName, number>> = {
  stepOwn: 0.8,
  stepBetter: 0.6,
  stepFactor: 1.8,
  stepQuiet: 2,
  stepWhole: 0.1,
  flatFine: 1.1,
  flatWhole: 1.4,
  flatStill: 3.1,
  dropEqual: 1.8,
  dropFactor: 1.3,
  dropQuiet: 0.1,
  dropPriced: 2.1,
  dropNight: 4,
  lineBelow: 1.2,
  lineQuiet: 1.1,
  lineRest: 1.9,
  lineShare: 1.2,
  floorQuiet: 1.6,
  floorFactor: 1.8,
  floorShare: 0.5,
  floorUnder: 0.6,
  floorUnderFactor: 1,
}
