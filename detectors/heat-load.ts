import type { Slots } from './day-slots.ts'
import { shareOf } from './statistics.ts'
import { isWithin, type WorkingBlock } from './working-block.ts'

/** Outside a block at least this long the host alone is at work. */
const HOST_LEAST_HOURS = 2

/** The host's level, kW: the mean outside the block, or the heats' own floor when that is lower. */
const hostLevel = ({ kw, minutes }: Slots, block: WorkingBlock, floorKw: number): number => {
  let sum = 0
  let count = 0
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    if (value - value !== 0 || isWithin(block, i)) continue
    sum += value
    count++
  }
  return (count * minutes) / 60 >= HOST_LEAST_HOURS ? Math.min(floorKw, sum / count) : floorKw
}

/** Level of the host under the heats, kW, and the energy above it inside the working block, kWh. */
export const measureHeatLoad = (slots: Slots, block: WorkingBlock, floorKw: number) => {
  const { kw, minutes } = slots
  const hostKw = hostLevel(slots, block, floorKw)
  let above = 0
  for (let i = 0; i < kw.length; i++) if (isWithin(block, i) && kw[i]! > hostKw) above += kw[i]! - hostKw
  return { hostKw, heatKwh: (above * minutes) / 60 }
}

/**
 * Sharpest half-hour rise and fall of the block as shares of the load above the host, at most 1: a supply is
 * switched on and off in a moment, a shift of people and machines is not.
 */
export const measureHeatEdges = (
  { kw }: Slots,
  block: WorkingBlock,
  { hostKw, topKw }: { hostKw: number; topKw: number },
) => {
  let rise = 0
  let fall = 0
  for (let i = 2; i < kw.length; i++) {
    if (!isWithin(block, i - 1)) continue
    const step = Math.min(kw[i]!, topKw) - Math.min(kw[i - 2]!, topKw)
    if (step > rise) rise = step
    else if (-step > fall) fall = -step
  }
  const swing = topKw - hostKw
  return { heatRise: Math.min(1, shareOf(rise, swing)), heatFall: Math.min(1, shareOf(fall, swing)) }
}

class Sums {
  kw = 0
  kvar = 0
  count = 0
  add(kw: number, kvar: number): void {
    this.kw += kw
    this.kvar += kvar
    this.count++
  }
  /** Power factor of what this level has more than `lower`; NaN without a level on either side. */
  factorAbove(lower: Sums): number {
    const kw = this.kw / this.count - lower.kw / lower.count
    const kvar = this.kvar / this.count - lower.kvar / lower.count
    return shareOf(kw, Math.hypot(kw, kvar))
  }
}

/**
 * Power factor of what the heats add to their host at the top. Only slots of the block, and still ones at the
 * host's level, are taken. NaN without kvar; all zeros are no kvar.
 */
export const measureHeatPowerFactor = (
  { kw, kvar }: Slots,
  block: WorkingBlock,
  { hostKw, topKw }: { hostKw: number; topKw: number },
): number => {
  if (kvar === null) return Number.NaN
  const swing = topKw - hostKw
  const [host, top] = [new Sums(), new Sums()]
  let known = 0
  for (let i = 0; i < kw.length; i++) {
    const active = kw[i]!
    const reactive = Math.abs(kvar[i]!)
    if (active + reactive - (active + reactive) !== 0) continue
    known += reactive
    const height = (active - hostKw) / swing
    if (height <= 0.15) host.add(active, reactive)
    else if (height >= 0.85 && isWithin(block, i)) top.add(active, reactive)
  }
  return known === 0 ? Number.NaN : top.factorAbove(host)
}
