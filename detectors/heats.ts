import type { Slots } from './day-slots.ts'
import { median, shareOf } from './statistics.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

const peakAt = new Int32Array(1440)
const peakKw = new Float32Array(1440)
const troughAt = new Int32Array(1440)
const troughKw = new Float32Array(1440)
const distances = new Float64Array(1440)

/**
 * Turning points that rise and fall by at least `threshold` (the hysteresis filter of ASTM E1049 rainflow
 * counting). Fills the arrays above; trough k lies after peak k. Answers the number of peaks.
 */
const turningPoints = (kw: Float32Array, threshold: number): number => {
  let peaks = 0
  let rising = true
  let extreme = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  let at = 0
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    if (value - value !== 0) continue
    if (value < lowest) lowest = value
    if (rising ? value > extreme : value < extreme) {
      extreme = value
      at = i
    } else if (Math.abs(value - extreme) >= threshold) {
      if (rising) {
        peakAt[peaks] = at
        peakKw[peaks++] = extreme
      } else {
        troughAt[peaks - 1] = at
        troughKw[peaks - 1] = extreme
      }
      rising = !rising
      extreme = value
      at = i
    }
  }
  if (rising && extreme - lowest >= threshold) {
    peakAt[peaks] = at
    peakKw[peaks++] = extreme
  } else if (!rising && peaks > 0) {
    troughAt[peaks - 1] = at
    troughKw[peaks - 1] = extreme
  }
  return peaks
}

/** Longest pause between two heats that still belong to one campaign, in minutes (own measurement: 95 % under 5 h). */
const CAMPAIGN_MINUTES = 300

/**
 * Cycles among the turning points: how many peaks reach `heatFrom`, their usual distance, the depth between,
 * and how far the peaks stay under the ceiling (a constant-power supply stops each heat at the same height).
 */
const measureCycles = (peaks: number, { minutes }: Slots, ceilingKw: number, heatFrom: number) => {
  let heats = 0
  let cycles = 0
  let depth = 0
  let under = 0
  let last = -1
  for (let k = 0; k < peaks; k++) {
    if (peakKw[k]! < heatFrom) continue
    heats++
    under += Math.abs(ceilingKw - peakKw[k]!)
    if (last >= 0) {
      const distance = (peakAt[k]! - peakAt[last]!) * minutes
      if (distance <= CAMPAIGN_MINUTES) {
        distances[cycles++] = distance
        depth += Math.min(peakKw[k]!, peakKw[last]!) - troughKw[k - 1]!
      }
    }
    last = k
  }
  const typical = median(distances, cycles)
  return {
    heats,
    cycleMinutes: typical,
    depth: shareOf(depth / cycles, ceilingKw),
    spread: shareOf(under / heats, ceilingKw),
  }
}

const BLIND = { heats: Number.NaN, cycleMinutes: Number.NaN, depth: Number.NaN, spread: Number.NaN }

/**
 * Heats of the day: deep swings, and fine ones that two crucibles on one supply leave. What an hourly meter
 * cannot show is NaN.
 */
export const measureHeats = (slots: Slots, { p05Kw, ceilingKw }: Levels) => {
  if (slots.minutes > 30) return { deep: BLIND, fine: BLIND }
  const swing = ceilingKw - p05Kw
  const heatFrom = p05Kw + 0.5 * swing
  const least = 0.05 * ceilingKw
  const cyclesOf = (threshold: number) =>
    measureCycles(turningPoints(slots.kw, threshold), slots, ceilingKw, heatFrom)
  const fine = cyclesOf(least)
  return { deep: 0.25 * swing > least ? cyclesOf(0.25 * swing) : fine, fine }
}
