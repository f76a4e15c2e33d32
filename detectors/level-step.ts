import { WINDOW_DAYS } from './detector.ts'
import { columns } from './window-columns.ts'

/** A lasting rise of a daily level inside the window. */
export interface LevelStep {
  /** Place of the first day after it; 0 when there is none */
  readonly at: number
  /** Height of the rise, kW */
  readonly kw: number
  /** Height over the scatter of the days on both sides, in standard errors */
  readonly clarity: number
}

/** Days that must stand on each side. */
const LEAST_DAYS = 3
/** Scatter that is assumed at least, as a share of the level. */
const LEAST_SCATTER = 0.01

const NONE: LevelStep = { at: 0, kw: Number.NaN, clarity: 0 }

/** Running sums of one kind of day, over the days before each place. */
class KindSums {
  readonly count = new Float64Array(WINDOW_DAYS + 1)
  readonly sum = new Float64Array(WINDOW_DAYS + 1)
  readonly squares = new Float64Array(WINDOW_DAYS + 1)
  last = Number.NaN
  beforeLast = Number.NaN
}

const KINDS = [new KindSums(), new KindSums()]
const level = new Float64Array(WINDOW_DAYS)

const middleOf = (a: number, b: number, c: number): number =>
  Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))

/** The levels, each the median of it and its neighbours of the same kind, so that no single day makes a step. */
const readLevels = (values: Float64Array, days: number): void => {
  for (const sums of KINDS) sums.last = sums.beforeLast = -1
  for (let i = 0; i < days; i++) {
    const sums = KINDS[columns.kind[i]!]!
    const { last, beforeLast } = sums
    level[i] = values[i]!
    if (beforeLast >= 0) level[last] = middleOf(values[beforeLast]!, values[last]!, values[i]!)
    sums.beforeLast = last
    sums.last = i
  }
}

const addUp = (days: number): void => {
  for (let k = 0; k < KINDS.length; k++) {
    const { count, sum, squares } = KINDS[k]!
    for (let i = 0; i < days; i++) {
      const mine = columns.kind[i] === k ? 1 : 0
      const value = mine * level[i]!
      count[i + 1] = count[i]! + mine
      sum[i + 1] = sum[i]! + value
      squares[i + 1] = squares[i]! + value * value
    }
  }
}

/**
 * The clearest rise: the difference of the means on both sides, each kind of day against its own, over their
 * pooled scatter (Student's t, the two kinds weighted by what they know). `values` is one of the `columns`, and the
 * first `n` of it count.
 */
export const findLevelStep = (values: Float64Array, n: number): LevelStep => {
  if (n < 2 * LEAST_DAYS) return NONE
  readLevels(values, n)
  addUp(n)
  const mean = (KINDS[0]!.sum[n]! + KINDS[1]!.sum[n]!) / n
  let best = NONE.clarity
  let at = 0
  let kw = Number.NaN
  for (let place = LEAST_DAYS; place <= n - LEAST_DAYS; place++) {
    let rise = 0
    let weight = 0
    let scatter = 0
    let freedom = 0
    for (const { count, sum, squares } of KINDS) {
      const before = count[place]!
      const after = count[n]! - before
      const low = sum[place]!
      const high = sum[n]! - low
      scatter += squares[n]!
      if (before > 0) scatter -= (low * low) / before
      if (after > 0) scatter -= (high * high) / after
      freedom += Math.max(0, before - 1) + Math.max(0, after - 1)
      if (before === 0 || after === 0) continue
      const knows = (before * after) / (before + after)
      rise += knows * (high / after - low / before)
      weight += knows
    }
    if (weight === 0 || freedom < LEAST_DAYS) continue
    const deviation = Math.sqrt(Math.max(0, scatter) / freedom) + LEAST_SCATTER * mean
    const clarity = (rise / weight / deviation) * Math.sqrt(weight)
    if (clarity > best) {
      best = clarity
      at = place
      kw = rise / weight
    }
  }
  return at === 0 ? NONE : { at, kw, clarity: best }
}
