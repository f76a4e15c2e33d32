import type { Slots } from './day-slots.ts'
import { measureHeatEdges, measureHeatLoad, measureHeatPowerFactor } from './heat-load.ts'
import { findHeats, type Measured, shapeOf } from './heat-stretch.ts'
import type { WorkingBlock } from './working-block.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

/** Longest interval that shows heats, minutes. */
export const LONGEST_INTERVAL_MINUTES = 30

const BLIND = {
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
  heatPf: Number.NaN,
}

/** What melting would leave on a day: its heats, when they ran, their energy and power factor. What cannot be seen is NaN. */
export const measureFurnace = (slots: Slots, levels: Levels): typeof BLIND => {
  if (slots.minutes > LONGEST_INTERVAL_MINUTES) return BLIND
  const { best, block } = findHeats(slots, levels)
  const heats = best.clear > 0 ? measureHeats(slots, best, block) : UNCLEAR
  const { cycles } = best
  const hours = slots.minutes / 60
  return {
    heatFloorKw: best.floorKw,
    heatTopKw: best.topKw,
    heatHostKw: heats.load.hostKw,
    heatKwh: heats.load.heatKwh,
    heats: cycles.heats,
    heatMinutes: cycles.heatMinutes,
    heatJitter: cycles.heatJitter,
    heatDepth: cycles.heatDepth,
    heatSpread: cycles.heatSpread,
    ceilingShare: heats.shape.ceilingShare,
    partialShare: heats.shape.partialShare,
    climbMinutes: heats.shape.climbMinutes / cycles.heats,
    heatSkew: heats.shape.heatSkew,
    heatRise: heats.edges.heatRise,
    heatFall: heats.edges.heatFall,
    blockFromHour: block.length === 0 ? Number.NaN : block.from * hours,
    blockToHour: block.length === 0 ? Number.NaN : (block.to || slots.kw.length) * hours,
    heatPf: heats.heatPf,
  }
}

const UNCLEAR = {
  load: { hostKw: Number.NaN, heatKwh: Number.NaN },
  shape: BLIND,
  edges: BLIND,
  heatPf: Number.NaN,
}

const measureHeats = (slots: Slots, best: Measured, block: WorkingBlock) => {
  const load = measureHeatLoad(slots, block, best.floorKw)
  const levels = { hostKw: load.hostKw, topKw: best.topKw }
  return {
    load,
    shape: shapeOf(slots, best),
    edges: measureHeatEdges(slots, block, levels),
    heatPf: measureHeatPowerFactor(slots, block, levels),
  }
}
