/** Small numerics of the hot path. Sums run in f64; nothing here allocates per call beyond its result. */

/** 0 up to `from`, 1 from `to` on, straight between; with `from > to` it falls instead. NaN gives 0. */
export const ramp = (value: number, from: number, to: number): number => {
  const share = (value - from) / (to - from)
  return share > 0 ? Math.min(1, share) : 0
}

/** As `ramp`, but an unknown (NaN) value gives `neutral`. */
export const rampOr = (neutral: number, value: number, from: number, to: number): number =>
  Number.isNaN(value) ? neutral : ramp(value, from, to)

/** The logistic function: log-odds to probability. */
export const logistic = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds))

/** `share` quantile of the first `count` ascending values, the nearest rank; NaN when there are none. */
export const quantileOfSorted = (
  sorted: Float32Array | Float64Array,
  count: number,
  share: number,
): number => (count === 0 ? Number.NaN : sorted[Math.min(count - 1, Math.floor(share * count))]!)

/** Puts the value of rank `rank` in its place among `from`..`to`, smaller ones before it (Hoare's FIND, 1961). */
const select = (values: Float32Array | Float64Array, rank: number, from: number, to: number): number => {
  let low = from
  let high = to
  while (low < high) {
    const pivot = values[rank]!
    let i = low
    let j = high
    while (i <= j) {
      while (values[i]! < pivot) i++
      while (pivot < values[j]!) j--
      if (i > j) break
      const kept = values[i]!
      values[i++] = values[j]!
      values[j--] = kept
    }
    if (j < rank) low = i
    if (rank < i) high = j
  }
  return values[rank]!
}

/** Median of the first `count` values, which get reordered; NaN when there are none. */
export const medianInPlace = (values: Float32Array | Float64Array, count: number): number => {
  if (count === 0) return Number.NaN
  const middle = count >> 1
  const upper = select(values, middle, 0, count - 1)
  return count % 2 === 1 ? upper : (upper + select(values, middle - 1, 0, middle - 1)) / 2
}

/** `share` quantile (nearest rank) of the first `count` values, which get reordered; NaN when there are none. */
export const quantileInPlace = (values: Float32Array | Float64Array, count: number, share: number): number =>
  count === 0 ? Number.NaN : select(values, Math.min(count - 1, Math.floor(share * count)), 0, count - 1)

/** `part / whole`, NaN where that has no meaning. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

/** A number that JSON can carry: anything not finite becomes 0. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : 0)
