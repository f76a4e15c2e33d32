import type { TouHours } from '../schemas/context.ts'
import type { DayFeatures } from './day-features.ts'
import { measureLevels, measureStillness, measureTariff } from './day-levels.ts'
import { type DayBlock, shapeSlots } from './day-slots.ts'
import { measureFurnace } from './furnace-day.ts'
import { daySigns } from './furnace-signs.ts'
import { measureHours } from './hour-levels.ts'
import { measurePeakEdges } from './peak-edges.ts'
import { measurePowerFactor } from './power-factor.ts'
import { measureReactiveLine } from './reactive-line.ts'

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
  const melt = measureFurnace(slots, levels)
  const powerFactor = measurePowerFactor(slots, levels.p25Kw)
  const hours = measureHours(slots)
  const reactive = measureReactiveLine(slots)
  const edgesOfPeak = measurePeakEdges(slots, context.tou)
  const features = {
    day: f32(block.day),
    intervalMinutes: f32(block.intervalMinutes),
    dayKind: f32(DAY_KIND[context.kind]),
    coverage: f32(levels.coverage),
    kwh: f32(levels.kwh),
    meanKw: f32(levels.meanKw),
    p05Kw: f32(levels.p05Kw),
    medianKw: f32(levels.medianKw),
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
    heatFloorKw: f32(melt.heatFloorKw),
    heatTopKw: f32(melt.heatTopKw),
    heatHostKw: f32(melt.heatHostKw),
    heatKwh: f32(melt.heatKwh),
    heats: f32(melt.heats),
    heatMinutes: f32(melt.heatMinutes),
    heatJitter: f32(melt.heatJitter),
    heatDepth: f32(melt.heatDepth),
    heatSpread: f32(melt.heatSpread),
    ceilingShare: f32(melt.ceilingShare),
    partialShare: f32(melt.partialShare),
    climbMinutes: f32(melt.climbMinutes),
    heatSkew: f32(melt.heatSkew),
    heatRise: f32(melt.heatRise),
    heatFall: f32(melt.heatFall),
    blockFromHour: f32(melt.blockFromHour),
    blockToHour: f32(melt.blockToHour),
    heatPf: f32(melt.heatPf),
    meltGate: 0,
    meltOdds: 0,
    pfMean: f32(powerFactor.pfMean),
    pfFloor: f32(powerFactor.pfFloor),
    from00Kw: f32(hours.from00Kw),
    from03Kw: f32(hours.from03Kw),
    from06Kw: f32(hours.from06Kw),
    from09Kw: f32(hours.from09Kw),
    from12Kw: f32(hours.from12Kw),
    from15Kw: f32(hours.from15Kw),
    from18Kw: f32(hours.from18Kw),
    from21Kw: f32(hours.from21Kw),
    kvarSlope: f32(reactive.kvarSlope),
    zeroKvar: f32(reactive.zeroKvar),
    kvarFit: f32(reactive.kvarFit),
    peakDropKw: f32(edgesOfPeak.peakDropKw),
    peakDropKvar: f32(edgesOfPeak.peakDropKvar),
  }
  const { meltGate, meltOdds } = daySigns(features)
  features.meltGate = f32(meltGate)
  features.meltOdds = f32(meltOdds)
  return features
}
