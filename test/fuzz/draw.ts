import { createRandom, type Random } from '../detectors/support/random.ts'

/** Draws for one run of a seed: the same run draws the same, whatever ran before it. */
export interface Draw {
  chance(share: number): boolean
  /** A whole number from `low` up to, without, `high` */
  whole(low: number, high: number): number
  pick<T>(list: readonly T[]): T
  /** A whole number from 1, small ones as likely as large ones */
  size(most: number): number
}

export const drawsOf = (seed: number, run: number): Draw => {
  const random: Random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(run + 1, 0x85ebca6b))
  const whole = (low: number, high: number): number => Math.floor(random.between(low, high))
  return {
    chance: random.chance,
    whole,
    pick: list => list[whole(0, list.length)]!,
    size: most => Math.max(1, Math.floor(Math.exp(random.between(0, Math.log(most + 1))))),
  }
}
