import type { TouHours } from '../schemas/context.ts'
import type { DayFeatures } from './day-features.ts'
import { measureLevels, measureStillness, measureTariff } from './day-levels.ts'
import { type DayBlock, shapeSlots } from './day-slots.ts'
import { measureHeats } from './heats.ts'
import { measureBlock, measureEdges, measureHeights } from './heights.ts'
import { measurePowerFactor } from './power-factor.ts'

/** What kind of day it was, and the tariff hours in force. */
export interface DayContext {
  readonly kind: 'working' | 'weekend' | 'holiday'
  readonly tou: TouHours
}

export const DAY_KIND = { working: 0, weekend: 1, holiday: 2 }

const f32 = Math.fround

/** Measures one day. Pure; every value is rounded to f32, so that a packed row and its features are the same. */
export const extractDayFeatures = (block: DayBlock, context: DayContext): DayFeatures => {
  const slots = shapeSlots(block)
  const levels = measureLevels(slots)
  const tariff = measureTariff(slots, levels.meanKw, context.tou)
  const stillness = measureStillness(slots, levels)
  const heights = measureHeights(slots, levels)
  const worked = measureBlock(slots, levels)
  const edges = measureEdges(slots, levels)
  const { deep, fine } = measureHeats(slots, levels)
  const powerFactor = measurePowerFactor(slots, levels)
  return {
    day: f32(block.day),
    intervalMinutes: f32(block.intervalMinutes),
    dayKind: f32(DAY_KIND[context.kind]),
    coverage: f32(levels.coverage),
    kwh: f32(levels.kwh),
    meanKw: f32(levels.meanKw),
    sdKw: f32(levels.sdKw),
    minKw: f32(levels.minKw),
    p05Kw: f32(levels.p05Kw),
    p25Kw: f32(levels.p25Kw),
    medianKw: f32(levels.medianKw),
    p75Kw: f32(levels.p75Kw),
    p95Kw: f32(levels.p95Kw),
    ceilingKw: f32(levels.ceilingKw),
    maxKw: f32(levels.maxKw),
    floorKw: f32(levels.floorKw),
    valleyKw: f32(tariff.valleyKw),
    flatKw: f32(tariff.flatKw),
    peakKw: f32(tariff.peakKw),
    nightKw: f32(tariff.nightKw),
    workKw: f32(tariff.workKw),
    stepNoise: f32(stillness.stepNoise),
    floorNoise: f32(stillness.floorNoise),
    stuckShare: f32(stillness.stuckShare),
    zeroShare: f32(stillness.zeroShare),
    fourHourRange: f32(stillness.fourHourRange),
    onHours: f32(heights.onHours),
    blockHours: f32(worked.blockHours),
    onKw: f32(heights.onKw),
    offKw: f32(heights.offKw),
    ceilingShare: f32(heights.ceilingShare),
    partialShare: f32(heights.partialShare),
    stillShare: f32(worked.stillShare),
    roughness: f32(worked.roughness),
    riseHour: f32(edges.riseHour),
    riseSharpness: f32(edges.riseSharpness),
    fallHour: f32(edges.fallHour),
    fallSharpness: f32(edges.fallSharpness),
    heats: f32(deep.heats),
    heatMinutes: f32(deep.cycleMinutes),
    heatDepth: f32(deep.depth),
    heatSpread: f32(deep.spread),
    ripples: f32(fine.heats),
    rippleMinutes: f32(fine.cycleMinutes),
    rippleDepth: f32(fine.depth),
    pfMean: f32(powerFactor.pfMean),
    pfHigh: f32(powerFactor.pfHigh),
    pfPartial: f32(powerFactor.pfPartial),
    pfFloor: f32(powerFactor.pfFloor),
  }
}
