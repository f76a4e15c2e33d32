import type { DayFeatures } from './day-features.ts'

/** Grows whenever a feature's meaning (the weights of a day's signs too), or the order of packing, changes. */
export const FEATURES_VERSION = 2

/** Order of packing. */
export const FEATURE_NAMES: readonly (keyof DayFeatures)[] = Object.freeze([
  'day',
  'intervalMinutes',
  'dayKind',
  'coverage',
  'kwh',
  'meanKw',
  'p05Kw',
  'medianKw',
  'p95Kw',
  'ceilingKw',
  'maxKw',
  'floorKw',
  'valleyKw',
  'flatKw',
  'peakKw',
  'nightKw',
  'workKw',
  'stepNoise',
  'floorNoise',
  'stuckShare',
  'heatFloorKw',
  'heatTopKw',
  'heatHostKw',
  'heatKwh',
  'heats',
  'heatMinutes',
  'heatJitter',
  'heatDepth',
  'heatSpread',
  'ceilingShare',
  'partialShare',
  'climbMinutes',
  'heatSkew',
  'heatRise',
  'heatFall',
  'blockFromHour',
  'blockToHour',
  'heatPf',
  'meltGate',
  'meltOdds',
  'pfMean',
  'pfFloor',
  'from00Kw',
  'from03Kw',
  'from06Kw',
  'from09Kw',
  'from12Kw',
  'from15Kw',
  'from18Kw',
  'from21Kw',
  'kvarSlope',
  'zeroKvar',
  'kvarFit',
  'peakDropKw',
  'peakDropKvar',
])

class FeatureRow {
  readonly row: Float32Array
  readonly start: number
  constructor(row: Float32Array, start: number) {
    this.row = row
    this.start = start
  }
}
for (const [at, name] of FEATURE_NAMES.entries())
  Object.defineProperty(FeatureRow.prototype, name, {
    get(this: FeatureRow) {
      return this.row[this.start + at]
    },
  })

/**
 * A packed row as features; it may begin anywhere in an array. They are read where they lie, as a window asks for few
 * of them: copying the answer with a spread copies none.
 */
export const unpackFeatures = (row: Float32Array, start = 0): DayFeatures =>
  new FeatureRow(row, start) as unknown as DayFeatures

/**
 * The features as one row of f32, in the order of `FEATURE_NAMES`; with one pattern of bits for NaN, so that equal rows
 * are equal bytes on every machine. Into an array that is there, when one is given.
 */
export const packFeatures = (
  features: DayFeatures,
  row = new Float32Array(FEATURE_NAMES.length),
): Float32Array<ArrayBuffer> => {
  for (let i = 0; i < row.length; i++) {
    const value = features[FEATURE_NAMES[i]!]
    row[i] = Number.isNaN(value) ? Number.NaN : value
  }
  return row
}
