import type { Slots } from './day-slots.ts'
import { measureHeatEdges, measureHeatLoad, measureHeatPowerFactor } from './heat-load.ts'
import { findHeats } from './heat-stretch.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

/** Longest interval that shows heats, minutes. */
export const LONGEST_INTERVAL_MINUTES = 30

const BLIND = {
  heatPlace: Number.NaN,
  heatFloorKw: Number.NaN,
  heatTopKw: Number.NaN,
  heatHostKw: Number.NaN,
  heatKwh: Number.NaN,
  heats: Number.NaN,
  heatMinutes: Number.NaN,
  heatJitter: Number.NaN,
  heatDepth: Number.NaN,
  heatSpread: Number.NaN,
  ceilingShare: Number.NaN,
  partialShare: Number.NaN,
  climbMinutes: Number.NaN,
  heatSkew: Number.NaN,
  heatRise: Number.NaN,
  heatFall: Number.NaN,
  blockFromHour: Number.NaN,
  blockToHour: Number.NaN,
  blockHours: Number.NaN,
  heatPf: Number.NaN,
  heatPfPartial: Number.NaN,
}

/** What melting would leave on a day: its heats, when they ran, their energy and power factor. What an hourly meter cannot show is NaN. */
export const measureFurnace = (slots: Slots, levels: Levels): typeof BLIND => {
  if (slots.minutes > LONGEST_INTERVAL_MINUTES) return BLIND
  const { best, block } = findHeats(slots, levels)
  const { hostKw, heatKwh } = measureHeatLoad(slots, block, best.floorKw)
  const hours = slots.minutes / 60
  return {
    heatPlace: best.place,
    heatFloorKw: best.floorKw,
    heatTopKw: best.topKw,
    heatHostKw: hostKw,
    heatKwh,
    heats: best.heats,
    heatMinutes: best.heatMinutes,
    heatJitter: best.heatJitter,
    heatDepth: best.heatDepth,
    heatSpread: best.heatSpread,
    ceilingShare: best.ceilingShare,
    partialShare: best.partialShare,
    climbMinutes: best.climbMinutes / best.heats,
    heatSkew: best.heatSkew,
    ...measureHeatEdges(slots, block, { hostKw, topKw: best.topKw }),
    blockFromHour: block.length === 0 ? Number.NaN : block.from * hours,
    blockToHour: block.length === 0 ? Number.NaN : (block.to || slots.kw.length) * hours,
    blockHours: block.length * hours,
    ...measureHeatPowerFactor(slots, block, { hostKw, topKw: best.topKw }),
  }
}
