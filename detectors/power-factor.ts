import type { Slots } from './day-slots.ts'

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

const UNKNOWN = { pfMean: Number.NaN, pfFloor: Number.NaN }

/** Power factor of the day and in its lowest quarter, up to `p25Kw`. NaN without kvar; all zeros are no kvar. */
export const measurePowerFactor = ({ kw, kvar }: Slots, p25Kw: number) => {
  if (kvar === null) return UNKNOWN
  const sums = { all: new Sums(), floor: new Sums() }
  for (let i = 0; i < kw.length; i++) {
    const active = kw[i]!
    const reactive = Math.abs(kvar[i]!)
    if (active + reactive - (active + reactive) !== 0) continue
    sums.all.add(active, reactive)
    if (active <= p25Kw) sums.floor.add(active, reactive)
  }
  if (sums.all.kvar === 0) return UNKNOWN
  return {
    pfMean: sums.all.factor(),
    pfFloor: sums.floor.factor(),
  }
}
