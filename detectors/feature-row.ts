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
  'sdKw',
  'minKw',
  'p05Kw',
  'p25Kw',
  'medianKw',
  'p75Kw',
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
  'zeroShare',
  'fourHourRange',
  'onHours',
  'onKw',
  'offKw',
  'riseSharpness',
  'fallSharpness',
  'heatPlace',
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
  'blockHours',
  'heatPf',
  'heatPfPartial',
  'meltGate',
  'meltOdds',
  'pfMean',
  'pfHigh',
  'pfFloor',
])

class FeatureRow {
  readonly row: Float32Array
  constructor(row: Float32Array) {
    this.row = row
  }
}
for (const [at, name] of FEATURE_NAMES.entries())
  Object.defineProperty(FeatureRow.prototype, name, {
    get(this: FeatureRow) {
      return this.row[at]
    },
  })

/**
 * A packed row as features. They are read where they lie, as a window asks for few of them: copying the answer with
 * a spread copies none.
 */
export const unpackFeatures = (row: Float32Array): DayFeatures =>
  new FeatureRow(row) as unknown as DayFeatures

/** The features as one row of f32, in the order of `FEATURE_NAMES`. */
export const packFeatures = (features: DayFeatures): Float32Array =>
  canonical([
    features.day,
    features.intervalMinutes,
    features.dayKind,
    features.coverage,
    features.kwh,
    features.meanKw,
    features.sdKw,
    features.minKw,
    features.p05Kw,
    features.p25Kw,
    features.medianKw,
    features.p75Kw,
    features.p95Kw,
    features.ceilingKw,
    features.maxKw,
    features.floorKw,
    features.valleyKw,
    features.flatKw,
    features.peakKw,
    features.nightKw,
    features.workKw,
    features.stepNoise,
    features.floorNoise,
    features.stuckShare,
    features.zeroShare,
    features.fourHourRange,
    features.onHours,
    features.onKw,
    features.offKw,
    features.riseSharpness,
    features.fallSharpness,
    features.heatPlace,
    features.heatFloorKw,
    features.heatTopKw,
    features.heatHostKw,
    features.heatKwh,
    features.heats,
    features.heatMinutes,
    features.heatJitter,
    features.heatDepth,
    features.heatSpread,
    features.ceilingShare,
    features.partialShare,
    features.climbMinutes,
    features.heatSkew,
    features.heatRise,
    features.heatFall,
    features.blockFromHour,
    features.blockToHour,
    features.blockHours,
    features.heatPf,
    features.heatPfPartial,
    features.meltGate,
    features.meltOdds,
    features.pfMean,
    features.pfHigh,
    features.pfFloor,
  ])

/** One pattern of bits for NaN, so that equal rows are equal bytes on every machine. */
const canonical = (values: readonly number[]): Float32Array =>
  Float32Array.from(values, value => (Number.isNaN(value) ? Number.NaN : value))
