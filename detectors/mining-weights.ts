import type { SignName } from './mining-signs.ts'

/** Log-odds that each sign adds when it holds fully, and the bias without any. */
export const BIAS = -6.4
export const WEIGHTS: Readonly<Record<SignName, number>> = {
  stepFlat: 0.8,
  stepEqual: 0.6,
  stepFactor: 1.5,
  stepQuiet: 2.4,
  stepLasts: 0,
  stepWhole: 2,
  flatEven: 0,
  flatFine: 2,
  flatSteady: 0,
  flatFactor: 0,
  flatWhole: 2.6,
  dropEqual: 5.5,
  dropRest: 3,
  dropFactor: 4.7,
  dropQuiet: 2.9,
  dropPriced: 3,
  lineBelow: 1.1,
  lineQuiet: 2.5,
  lineRest: 3.6,
  lineShare: 0.6,
  floorQuiet: 1.8,
  floorFactor: 1.1,
  floorShare: 0,
  floorStill: 0.1,
}
