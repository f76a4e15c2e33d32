import type { DayFeatures } from './day-features.ts'
import { findLevelStep, type LevelStep } from './level-step.ts'
import { SIGNS } from './mining-thresholds.ts'
import { logistic, ramp, rampOr } from './statistics.ts'
import { columns, fillColumns, middle, middleOfKind } from './window-columns.ts'
import { medianOf, type Pick, spreadAround } from './window-medians.ts'

/**
 * What daily registers can say of a mine: equal energy on every day and in every tariff period. Hours are not
 * seen, nor power factors, so only all signs together with a sudden start open a case.
 */
export const REGISTERS = {
  registerDaysLeast: 5,
  registerMost: 0.8,
  registerBias: -4.5,
  registerEvenWeight: 1.8,
  registerTariffWeight: 2,
  registerRestWeight: 1.2,
  registerStartWeight: 3,
  registerEvenFrom: 0.06,
  registerEvenFull: 0.015,
  registerTariffFrom: 0.1,
  registerTariffFull: 0.02,
  registerTariffUnknown: 0.3,
  registerRestFrom: 0.06,
  registerRestFull: 0.015,
  registerRestUnknown: 0.5,
  registerStartFrom: 0.3,
  registerStartFull: 0.7,
} as const

/** What the registers of a window say. Shares; NaN where it was not measured. */
export interface RegisterCurve {
  readonly days: readonly DayFeatures[]
  readonly meanKw: number
  /** How far four days of five stay from the median, over it */
  readonly spread: number
  /** Largest distance of valley and peak hours from flat ones */
  readonly tariffGap: number
  readonly restGap: number
  readonly step: LevelStep
}

const mean: Pick = day => day.meanKw
const tariffGap: Pick = day =>
  Math.max(Math.abs(day.valleyKw / day.flatKw - 1), Math.abs(day.peakKw / day.flatKw - 1))

export const readRegisters = (all: readonly DayFeatures[]): RegisterCurve => {
  const judged = all.filter(day => day.intervalMinutes >= 1440 && day.coverage >= SIGNS.coverageLeast)
  fillColumns(judged)
  const step = findLevelStep(columns.meanKw, judged.length)
  const from = step.clarity > SIGNS.regimeClearness ? step.at : 0
  const to = judged.length
  const days = judged.slice(from)
  const meanKw = middle(columns.meanKw, from, to)
  const restKw = middleOfKind(columns.meanKw, from, to, 1)
  return {
    days,
    meanKw,
    spread: spreadAround(days, mean, meanKw) / meanKw,
    tariffGap: medianOf(days, tariffGap),
    restGap: Math.abs(restKw / middleOfKind(columns.meanKw, from, to, 0) - 1),
    step,
  }
}

/** Score of the registers, before licences. */
export const judgeRegisters = ({ days, meanKw, spread, tariffGap, restGap, step }: RegisterCurve): number => {
  const even =
    ramp(spread, REGISTERS.registerEvenFrom, REGISTERS.registerEvenFull) *
    ramp(meanKw, SIGNS.loadFromKw, SIGNS.loadFullKw)
  const { registerTariffUnknown, registerTariffFrom, registerTariffFull } = REGISTERS
  const { registerRestUnknown, registerRestFrom, registerRestFull } = REGISTERS
  const tariff = rampOr(registerTariffUnknown, tariffGap, registerTariffFrom, registerTariffFull)
  const rest = rampOr(registerRestUnknown, restGap, registerRestFrom, registerRestFull)
  const start =
    ramp(step.clarity, SIGNS.stepClearFrom, SIGNS.stepClearFull) *
    ramp(step.kw / meanKw, REGISTERS.registerStartFrom, REGISTERS.registerStartFull)
  const odds =
    REGISTERS.registerBias +
    even *
      (REGISTERS.registerEvenWeight +
        REGISTERS.registerTariffWeight * tariff +
        REGISTERS.registerRestWeight * rest +
        REGISTERS.registerStartWeight * start)
  return REGISTERS.registerMost * ramp(days.length, SIGNS.daysFrom, SIGNS.daysFull) * logistic(odds)
}
