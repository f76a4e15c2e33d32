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

const SELECT_MOST = 1440
const smaller = new Float64Array(SELECT_MOST)
const larger = new Float64Array(SELECT_MOST)

/**
 * The value of rank `rank` among the first `count` (Hoare's FIND, 1961). Smaller and larger values are parted by
 * counting instead of branching, since no processor can guess on which side the next one falls.
 */
const select = (values: Float64Array, count: number, rank: number): number => {
  let part = values
  let size = count
  let place = rank
  for (;;) {
    const pivot = part[place]!
    let below = 0
    let above = 0
    for (let i = 0; i < size; i++) {
      const value = part[i]!
      smaller[below] = value
      larger[above] = value
      below += Number(value < pivot)
      above += Number(value > pivot)
    }
    const upTo = size - above
    if (place < below) {
      part = smaller
      size = below
    } else if (place >= upTo) {
      part = larger
      size = above
      place -= upTo
    } else return pivot
  }
}

/** Median of the first `count` values; NaN when there are none. */
export const median = (values: Float64Array, count: number): number => {
  if (count === 0) return Number.NaN
  const middle = count >> 1
  const upper = select(values, count, middle)
  return count % 2 === 1 ? upper : (upper + select(values, count, middle - 1)) / 2
}

/** `share` quantile (nearest rank) of the first `count` values; NaN when there are none. */
export const quantile = (values: Float64Array, count: number, share: number): number =>
  count === 0 ? Number.NaN : select(values, count, Math.min(count - 1, Math.floor(share * count)))

/** `part / whole`, NaN where that has no meaning. */
export const shareOf = (part: number, whole: number): number => (whole > 0 ? part / whole : Number.NaN)

/** A number that JSON can carry: anything not finite becomes 0. */
export const finite = (value: number): number => (Number.isFinite(value) ? value : 0)
