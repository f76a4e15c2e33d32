import type { Slots } from './day-slots.ts'

interface Levels {
  readonly p05Kw: number
  readonly p25Kw: number
  readonly ceilingKw: number
}

class Sums {
  kw = 0
  kvar = 0
  add(kw: number, kvar: number): void {
    this.kw += kw
    this.kvar += kvar
  }
  /** Energy power factor: sum P over the root of the squares of sum P and sum Q. NaN without energy. */
  factor(): number {
    return this.kw / Math.hypot(this.kw, this.kvar)
  }
}

const UNKNOWN = { pfMean: Number.NaN, pfHigh: Number.NaN, pfFloor: Number.NaN }

/** Power factor of the day, at the ceiling, and in the lowest quarter. NaN without kvar; all zeros are no kvar. */
export const measurePowerFactor = ({ kw, kvar }: Slots, { p05Kw, p25Kw, ceilingKw }: Levels) => {
  if (kvar === null) return UNKNOWN
  const high = p05Kw + 0.85 * (ceilingKw - p05Kw)
  const sums = { all: new Sums(), high: new Sums(), floor: new Sums() }
  for (let i = 0; i < kw.length; i++) {
    const active = kw[i]!
    const reactive = Math.abs(kvar[i]!)
    if (active + reactive - (active + reactive) !== 0) continue
    sums.all.add(active, reactive)
    if (active >= high) sums.high.add(active, reactive)
    if (active <= p25Kw) sums.floor.add(active, reactive)
  }
  if (sums.all.kvar === 0) return UNKNOWN
  return {
    pfMean: sums.all.factor(),
    pfHigh: sums.high.factor(),
    pfFloor: sums.floor.factor(),
  }
}
