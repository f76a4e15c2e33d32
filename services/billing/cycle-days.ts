import Big from 'big.js'
import type { EpochDay } from '../../schemas/day.ts'
import type { DayEnergy } from './energy.ts'

/** A stretch of days of which only the whole energy is known, in whole Wh. */
export interface CycleEnergy {
  readonly from: EpochDay
  /** The last day, inclusive */
  readonly to: EpochDay
  readonly wh: number
}

/**
 * The days of a cycle by its mean day (抄表周期内日平均电量). Each day gets what rounds the running sum to a whole Wh, so
 * that all days add up to the cycle exactly, and any n of them in a row to n mean days within 0.001 kWh.
 */
export const daysOfCycle = ({ from, to, wh }: CycleEnergy): DayEnergy[] => {
  const days = to - from + 1
  const until = (n: number): number => new Big(wh).times(n).div(days).round(0, Big.roundHalfUp).toNumber()
  return Array.from({ length: days }, (_, i) => ({
    ...{ day: from + i, wh: until(i + 1) - until(i), estimatedWh: 0, bands: null, estimatedBands: null },
    basis: ['cycle-mean'],
    estimates: [],
  }))
}
