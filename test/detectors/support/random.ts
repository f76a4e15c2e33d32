/** A seeded generator (mulberry32, public domain): the same seed draws the same curves everywhere. */
export interface Random {
  /** Uniform in [low, high) */
  between(low: number, high: number): number
  /** Standard normal (Box-Muller) */
  normal(): number
  chance(share: number): boolean
}

export const createRandom = (seed: number): Random => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    between: (low, high) => low + next() * (high - low),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    chance: share => next() < share,
  }
}

/** First-order autoregressive noise around 0 with the given standard deviation. */
export const autoregressive = (
  random: Random,
  count: number,
  deviation: number,
  memory: number,
): number[] => {
  const fresh = deviation * Math.sqrt(1 - memory * memory)
  const values: number[] = []
  let last = deviation * random.normal()
  for (let i = 0; i < count; i++) {
    last = memory * last + fresh * random.normal()
    values.push(last)
  }
  return values
}
