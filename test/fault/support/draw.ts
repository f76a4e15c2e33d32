import type { Random } from '../../detectors/support/random.ts'

/** From `low` to `high`, both included. */
export const whole = (random: Random, low: number, high: number): number =>
  Math.floor(random.between(low, high + 1))

/** From `low` to `high`, small ones as likely as large ones are in their order of magnitude. */
export const skewed = (random: Random, low: number, high: number): number =>
  low * Math.exp(random.between(0, Math.log(high / low)))

export const pick = <T>(random: Random, list: readonly T[]): T => list[whole(random, 0, list.length - 1)]!
