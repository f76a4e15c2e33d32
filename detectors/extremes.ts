const MOST = 8
const low = new Float64Array(MOST)
const high = new Float64Array(MOST)

/** Puts `value` among the `count` lowest; the highest of them falls out. */
const insertLow = (value: number, count: number): void => {
  let at = count - 1
  for (; at > 0 && low[at - 1]! > value; at--) low[at] = low[at - 1]!
  low[at] = value
}

const insertHigh = (value: number, count: number): void => {
  let at = count - 1
  for (; at > 0 && high[at - 1]! < value; at--) high[at] = high[at - 1]!
  high[at] = value
}

/**
 * The 5 and 97 % quantiles (nearest rank) of the known values, in one pass: of up to 100 values these are among
 * the few lowest and highest. NaN when there are none.
 */
export const extremesOf = (values: Float32Array): { floorKw: number; ceilingKw: number } => {
  let known = 0
  for (let i = 0; i < values.length; i++) if (values[i]! - values[i]! === 0) known++
  if (known === 0) return { floorKw: Number.NaN, ceilingKw: Number.NaN }
  const lows = Math.floor(0.05 * known) + 1
  const highs = known - Math.min(known - 1, Math.floor(0.97 * known))
  low.fill(Number.POSITIVE_INFINITY)
  high.fill(Number.NEGATIVE_INFINITY)
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (value - value !== 0) continue
    if (value < low[lows - 1]!) insertLow(value, lows)
    if (value > high[highs - 1]!) insertHigh(value, highs)
  }
  return { floorKw: low[lows - 1]!, ceilingKw: high[highs - 1]! }
}
