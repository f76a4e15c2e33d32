import type { DayFeatures } from './day-features.ts'
import { ramp } from './statistics.ts'

/** Where a sign begins to count (`…From`) and where it counts fully (`…Full`). */
export const SIGNS = {
  coverageLeast: 0.75,
  loadFromKw: 40,
  loadFullKw: 100,
  heatsFrom: 1.5,
  heatsFull: 3,
  cycleShortestMinutes: 25,
  cycleShortMinutes: 40,
  cycleLongMinutes: 200,
  cycleLongestMinutes: 290,
  rippleFrom: 0.05,
  rippleFull: 0.1,
  depthFrom: 0.1,
  depthFull: 0.7,
  spreadFrom: 0.2,
  spreadFull: 0.03,
  topFrom: 0.1,
  topFull: 0.4,
  climbFrom: 0.25,
  climbFull: 0.5,
  skewFrom: -0.05,
  skewFull: 0.3,
  nightFrom: 1,
  nightFull: 2.5,
  idleFromHours: 1,
  idleFullHours: 5,
  powerFactorFrom: 0.88,
  powerFactorFull: 0.945,
  powerFactorResistive: 0.985,
  powerFactorOne: 0.995,
  lagFrom: 0.01,
  lagFull: 0.06,
} as const

/** Depth of the heats as a share of the load above the host. */
export const relativeDepth = ({ heatDepth, heatTopKw, heatFloorKw, heatHostKw }: DayFeatures): number =>
  (heatDepth * (heatTopKw - heatFloorKw)) / (heatTopKw - heatHostKw)

/** What must be there before the other signs say anything: repeated swings of a furnace's size and pace, 0..1. */
export const heatGate = (day: DayFeatures): number => {
  if (!(day.coverage >= SIGNS.coverageLeast && day.heats > SIGNS.heatsFrom)) return 0
  return (
    ramp(day.heats, SIGNS.heatsFrom, SIGNS.heatsFull) *
    ramp(day.heatMinutes, SIGNS.cycleShortestMinutes, SIGNS.cycleShortMinutes) *
    ramp(day.heatMinutes, SIGNS.cycleLongestMinutes, SIGNS.cycleLongMinutes) *
    ramp(day.heatTopKw - day.heatHostKw, SIGNS.loadFromKw, SIGNS.loadFullKw) *
    ramp(relativeDepth(day), SIGNS.rippleFrom, SIGNS.rippleFull)
  )
}
