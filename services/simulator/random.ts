/** A source of numbers that is the same on every run. */
export interface Random {
  /** Uniform in [0, 1) */
  next(): number
  /** Uniform in [low, high) */
  between(low: number, high: number): number
  /** Gaussian */
  normal(mean: number, deviation: number): number
  /** Log-normal by its median and the deviation of its logarithm */
  lognormal(median: number, deviation: number): number
  /** True with this probability */
  chance(probability: number): boolean
  /** A source of its own for a part, whatever was drawn before */
  fork(label: string): Random
}

/** 32-bit FNV-1a of a text, started from `seed`. */
const hash = (seed: number, text: string): number => {
  let value = (2_166_136_261 ^ seed) >>> 0
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619)
  return value >>> 0
}

/** mulberry32, public domain by Tommy Ettinger: 32 bits of state, enough for a picture of a district. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A random source from a whole number. Equal seeds give equal sequences. */
export const createRandom = (seed: number): Random => {
  const next = mulberry32(seed)
  const standardNormal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between: (low, high) => low + (high - low) * next(),
    normal: (mean, deviation) => mean + deviation * standardNormal(),
    lognormal: (median, deviation) => median * Math.exp(deviation * standardNormal()),
    chance: probability => next() < probability,
    fork: label => createRandom(hash(seed, label)),
  }
}
