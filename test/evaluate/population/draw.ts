import type { Random } from '../../../services/simulator/random.ts'

export const pick = <T>(random: Random, options: readonly T[]): T =>
  options[Math.floor(random.next() * options.length)]!

/** A whole number from `low` to `high`, both included. */
export const whole = (random: Random, low: number, high: number): number =>
  low + Math.floor(random.next() * (high - low + 1))

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(high, Math.max(low, value))

/** One of the options, as often as its weight tells. */
export const pickWeighted = <T extends { readonly weight: number }>(
  random: Random,
  options: readonly T[],
): T => {
  let left = random.next() * options.reduce((sum, { weight }) => sum + weight, 0)
  for (const option of options) {
    left -= option.weight
    if (left < 0) return option
  }
  return options.at(-1)!
}

/** The same members in another order (Fisher and Yates). */
export const shuffled = <T>(random: Random, members: readonly T[]): T[] => {
  const order = [...members]
  for (let i = order.length - 1; i > 0; i--) {
    const j = whole(random, 0, i)
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
  return order
}
