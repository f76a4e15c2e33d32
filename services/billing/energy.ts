import type { Band, DayBasis, EstimateMethod } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'

export const BANDS: readonly Band[] = ['尖峰', '峰', '平', '谷']

export type BandWh = Readonly<Record<Band, number>>

/** Energy of a day, in whole Wh, so that any days add up exactly. */
export interface DayEnergy {
  readonly day: EpochDay
  readonly wh: number
  /** Of it what was estimated */
  readonly estimatedWh: number
  /** null: it is not told by hour, or no periods are known for the day. They add up to `wh` */
  readonly bands: BandWh | null
  /** Of them what was estimated */
  readonly estimatedBands: BandWh | null
  readonly basis: readonly DayBasis[]
  readonly estimates: readonly EstimateMethod[]
}

export const NO_BANDS: BandWh = { 尖峰: 0, 峰: 0, 平: 0, 谷: 0 }

const NOTHING = {
  ...{ wh: 0, estimatedWh: 0, bands: NO_BANDS, estimatedBands: NO_BANDS, basis: [], estimates: [] },
}

/** Energy of a day with the points behind it added (+1) or taken off (−1). null when one of them is not known. */
export const sumOfPoints = (
  day: EpochDay,
  parts: readonly { readonly sign: 1 | -1; readonly energy: DayEnergy | undefined }[],
): DayEnergy | null => {
  let sum: DayEnergy = { ...NOTHING, day }
  for (const { sign, energy } of parts) {
    if (!energy) return null
    sum = {
      day,
      wh: sum.wh + sign * energy.wh,
      estimatedWh: sum.estimatedWh + sign * energy.estimatedWh,
      bands: addBands(sum.bands, energy.bands, sign),
      estimatedBands: addBands(sum.estimatedBands, energy.estimatedBands, sign),
      basis: union(sum.basis, energy.basis),
      estimates: union(sum.estimates, energy.estimates),
    }
  }
  return sum
}

/** Band by band; null when either is not told. */
export const addBands = (a: BandWh | null, b: BandWh | null, sign: 1 | -1 = 1): BandWh | null =>
  a && b && (Object.fromEntries(BANDS.map(band => [band, a[band] + sign * b[band]])) as Record<Band, number>)

const union = <T>(a: readonly T[], b: readonly T[]): readonly T[] => [...new Set([...a, ...b])]
