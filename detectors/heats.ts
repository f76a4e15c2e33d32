import { median, shareOf } from './statistics.ts'

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

/** A stretch of a day, with the levels that heats swing between, kW. */
export interface Stretch {
  readonly kw: Float32Array
  readonly minutes: number
  readonly floorKw: number
  readonly ceilingKw: number
}

/** Swings of less than this share of floor-to-ceiling are no heats. */
const LEAST_SWING = 0.25

/**
 * Cycles among the turning points: how many peaks reach half way, their usual distance, the depth between, and how
 * far the peaks stay under the ceiling (a constant-power supply stops each heat at the same height). Depth and
 * spread are shares of the swing.
 */
export const measureCycles = ({ kw, minutes, floorKw, ceilingKw }: Stretch) => {
  const swing = ceilingKw - floorKw
  const peaks = turningPoints(kw, LEAST_SWING * swing)
  const halfWay = floorKw + 0.5 * swing
  let heats = 0
  let cycles = 0
  let depth = 0
  let under = 0
  let last = -1
  for (let k = 0; k < peaks; k++) {
    if (peakKw[k]! < halfWay) continue
    heats++
    under += Math.max(0, ceilingKw - peakKw[k]!)
    if (last >= 0) {
      const distance = (peakAt[k]! - peakAt[last]!) * minutes
      if (distance <= CAMPAIGN_MINUTES) {
        distances[cycles++] = distance
        depth += Math.min(peakKw[k]!, peakKw[last]!, ceilingKw) - Math.max(floorKw, troughKw[k - 1]!)
      }
    }
    last = k
  }
  const heatMinutes = median(distances, cycles)
  return {
    heats,
    heatMinutes,
    heatJitter: shareOf(deviation(heatMinutes, cycles), heatMinutes),
    heatDepth: shareOf(depth / cycles, swing),
    heatSpread: shareOf(under / heats, swing),
  }
}

/** Mean distance of the first `count` distances from `typical`. */
const deviation = (typical: number, count: number): number => {
  let sum = 0
  for (let i = 0; i < count; i++) sum += Math.abs(distances[i]! - typical)
  return sum / count
}

/** A slot this near under the ceiling stands at it: a share of the swing, at least a share of the ceiling. */
const AT_TOP = { ofSwing: 0.08, ofCeiling: 0.012 }

/**
 * The shape of the heats: how much of the time above half way stands at the ceiling, how much of the time above
 * the floor is spent between, how much more of it climbing than falling (minutes), and whether falls are steeper
 * than rises (-1..1): a crucible is charged and climbs by steps for half an hour, and is switched off in a moment.
 */
export const measureShape = ({ kw, minutes, floorKw, ceilingKw }: Stretch) => {
  const swing = ceilingKw - floorKw
  const halfWay = floorKw + 0.5 * swing
  const top = ceilingKw - Math.max(AT_TOP.ofSwing * swing, AT_TOP.ofCeiling * ceilingKw)
  const partialFrom = floorKw + 0.15 * swing
  const partialTo = ceilingKw - 0.15 * swing
  let on = 0
  let atTop = 0
  let partial = 0
  let above = 0
  let climbing = 0
  let rises = 0
  let falls = 0
  let before = Number.NaN
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    const step = value - before
    before = value
    if (step > 0) rises += step * step
    else if (step < 0) falls += step * step
    if (!(value > partialFrom)) continue
    above++
    if (value <= partialTo) {
      partial++
      const across = kw[i + 1]! - kw[i - 1]!
      if (across > 0) climbing++
      else if (across < 0) climbing--
    }
    if (value < halfWay) continue
    on++
    if (value >= top) atTop++
  }
  return {
    ceilingShare: atTop / on,
    partialShare: partial / above,
    climbMinutes: climbing * minutes,
    heatSkew: (falls - rises) / (falls + rises),
  }
}
