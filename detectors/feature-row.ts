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

/** The features as one row of f32, in the order of `FEATURE_NAMES`; into an array that is there, when one is given. */
export const packFeatures = (
  features: DayFeatures,
  row = new Float32Array(FEATURE_NAMES.length),
): Float32Array =>
  canonical(row, [
    features.day,
    features.intervalMinutes,
    features.dayKind,
    features.coverage,
    features.kwh,
    features.meanKw,
    features.p05Kw,
    features.medianKw,
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
    features.from00Kw,
    features.from03Kw,
    features.from06Kw,
    features.from09Kw,
    features.from12Kw,
    features.from15Kw,
    features.from18Kw,
    features.from21Kw,
    features.kvarSlope,
    features.zeroKvar,
    features.kvarFit,
    features.peakDropKw,
    features.peakDropKvar,
  ])

/** One pattern of bits for NaN, so that equal rows are equal bytes on every machine. */
const canonical = (row: Float32Array, values: readonly number[]): Float32Array => {
  for (let i = 0; i < row.length; i++) row[i] = Number.isNaN(values[i]!) ? Number.NaN : values[i]!
  return row
}
