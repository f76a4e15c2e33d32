import type { TouHours } from '../../../schemas/context.ts'
import type { Columns } from '../population/dirt.ts'

const SLOTS = 96

/** A few plain numbers of a day, without units but the first. */
export interface DayShape {
  /** Natural logarithm of the mean power in kW */
  readonly logMeanKw: number
  /** Standard deviation over mean */
  readonly variation: number
  /** Mean over highest */
  readonly loadFactor: number
  /** Lowest over mean */
  readonly baseShare: number
  /** Energy of the valley hours over all */
  readonly valleyShare: number
  /** Mean of 23-06 over mean of 09-17 */
  readonly nightOverDay: number
  /** Mean step from slot to slot over mean */
  readonly roughness: number
  /** Correlation with itself an hour later */
  readonly hourCorrelation: number
  /** Mean power factor; 1 where it is not measured */
  readonly powerFactor: number
}

export const SHAPE_NAMES: readonly (keyof DayShape)[] = [
  'logMeanKw',
  'variation',
  'loadFactor',
  'baseShare',
  'valleyShare',
  'nightOverDay',
  'roughness',
  'hourCorrelation',
  'powerFactor',
]

const mean = (values: readonly number[]): number =>
  values.reduce((a, b) => a + b, 0) / Math.max(1, values.length)

const correlation = (kw: readonly number[], lag: number, meanKw: number): number => {
  let with_ = 0
  let own = 1e-9
  for (const [i, value] of kw.entries()) {
    own += (value - meanKw) ** 2
    if (i >= lag) with_ += (value - meanKw) * (kw[i - lag]! - meanKw)
  }
  return with_ / own
}

const inHours = (slot: number, ranges: TouHours['valley']): boolean =>
  ranges.some(([from, to]) => slot / 4 >= from && slot / 4 < to)

/** A day with most of its readings as plain numbers; null for one with less, or without use. */
const shapeOf = (kw: Float32Array, kvar: Float32Array | undefined, tou: TouHours): DayShape | null => {
  const slots = [...kw.keys()].filter(slot => !Number.isNaN(kw[slot]!))
  const values = slots.map(slot => kw[slot]!)
  const meanKw = mean(values)
  if (slots.length < 0.75 * SLOTS || meanKw <= 0) return null
  const of = (wanted: (slot: number) => boolean) => slots.filter(wanted).map(slot => kw[slot]!)
  const night = mean(of(slot => slot < 24 || slot >= 92))
  const day = mean(of(slot => slot >= 36 && slot < 68))
  const apparent = slots.map(slot => Math.hypot(kw[slot]!, kvar?.[slot] || 0))
  const valley = of(slot => inHours(slot, tou.valley)).reduce((a, b) => a + b, 0)
  return {
    logMeanKw: Math.log(meanKw),
    variation: Math.sqrt(mean(values.map(value => (value - meanKw) ** 2))) / meanKw,
    loadFactor: meanKw / Math.max(...values),
    baseShare: Math.min(...values) / meanKw,
    valleyShare: valley / (meanKw * values.length),
    nightOverDay: Math.min(20, night / Math.max(1e-6, day)),
    roughness: mean(values.slice(1).map((value, i) => Math.abs(value - values[i]!))) / meanKw,
    hourCorrelation: correlation(values, 4, meanKw),
    powerFactor: meanKw / Math.max(1e-6, mean(apparent)),
  }
}

/** All days of a meter that have a shape. */
export const dayShapes = ({ kw, kvar }: Columns, tou: TouHours): DayShape[] =>
  Array.from({ length: kw.length / SLOTS }, (_, day) => {
    const slots = [day * SLOTS, (day + 1) * SLOTS] as const
    return shapeOf(kw.subarray(...slots), kvar?.subarray(...slots), tou)
  }).filter(shape => shape !== null)
