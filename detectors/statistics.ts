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

/** Sorts the first `count` values in place, ascending. Insertion sort: quicker than the built-in below about 150. */
export const sortFirst = (values: Float32Array | Float64Array, count: number): void => {
  if (count > 150) {
    values.subarray(0, count).sort()
    return
  }
  for (let i = 1; i < count; i++) {
    const value = values[i]!
    let at = i - 1
    while (at >= 0 && values[at]! > value) {
      values[at + 1] = values[at]!
      at--
    }
    values[at + 1] = value
  }
}

/** Median of the first `count` values, which get sorted; NaN when there are none. */
export const medianInPlace = (values: Float32Array | Float64Array, count: number): number => {
  sortFirst(values, count)
  if (count === 0) return Number.NaN
  const middle = count >> 1
  return count % 2 === 1 ? values[middle]! : (values[middle - 1]! + values[middle]!) / 2
}

/** `part / whole`, NaN where that has no meaning. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

/** A number that JSON can carry: anything not finite becomes 0. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : 0)
