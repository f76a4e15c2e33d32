import type { Slots } from './day-slots.ts'
import { medianInPlace, shareOf } from './statistics.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

const peakAt = new Int32Array(1440)
const peakKw = new Float32Array(1440)
const troughAt = new Int32Array(1440)
const troughKw = new Float32Array(1440)
const scratch = new Float32Array(1440)

/**
 * Turning points that rise and fall by at least `threshold` (the hysteresis filter of ASTM E1049 rainflow
 * counting). Fills the scratch arrays; trough k lies after peak k. Answers the number of peaks.
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
        scratch[cycles++] = distance
        depth += Math.min(peakKw[k]!, peakKw[last]!) - troughKw[k - 1]!
      }
    }
    last = k
  }
  const typical = medianInPlace(scratch, cycles)
  return {
    heats,
    cycleMinutes: typical,
    depth: shareOf(depth / cycles, ceilingKw),
    spread: shareOf(under / heats, ceilingKw),
  }
}

/** Slots a pause may last inside a block, in minutes. */
const BLOCK_GAP_MINUTES = 60

/** Where the readings stand between floor and ceiling: above and below half way, at the top, on the way up. */
const measureHeights = ({ kw, minutes }: Slots, { p05Kw, ceilingKw }: Levels, heatFrom: number) => {
  const swing = ceilingKw - p05Kw
  const top = ceilingKw - 0.06 * swing
  const nearTop = ceilingKw - 0.15 * swing
  const nearFloor = p05Kw + 0.15 * swing
  let on = 0
  let onSum = 0
  let off = 0
  let offSum = 0
  let atTop = 0
  let partial = 0
  let high = 0
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    if (value - value !== 0) continue
    if (value >= top) atTop++
    if (value > nearTop) high++
    else if (value > nearFloor) partial++
    if (value >= heatFrom) {
      on++
      onSum += value
    } else {
      off++
      offSum += value
    }
  }
  return {
    onHours: (on * minutes) / 60,
    onKw: onSum / on,
    offKw: off === 0 ? p05Kw : offSum / off,
    ceilingShare: atTop / on,
    partialShare: partial / (partial + high),
  }
}

/** The working block, what runs above half way with short pauses filled: its length and its steps. */
const measureBlock = ({ kw, minutes }: Slots, { ceilingKw }: Levels, heatFrom: number) => {
  const still = 0.015 * ceilingKw
  const reach = BLOCK_GAP_MINUTES / minutes + 1
  let steps = 0
  let stillSteps = 0
  let sum = 0
  let blockSlots = 0
  let lastOn = Number.NEGATIVE_INFINITY
  for (let i = 0; i < kw.length; i++) {
    if (!(kw[i]! >= heatFrom)) continue
    const joined = i - lastOn <= reach
    blockSlots += joined ? i - lastOn : 1
    for (let k = joined ? lastOn + 1 : i + 1; k <= i; k++) {
      const step = Math.abs(kw[k]! - kw[k - 1]!)
      if (step - step !== 0) continue
      steps++
      sum += step
      if (step <= still) stillSteps++
    }
    lastOn = i
  }
  return {
    blockHours: (blockSlots * minutes) / 60,
    stillShare: stillSteps / steps,
    roughness: shareOf(sum / steps, ceilingKw),
  }
}

const edgeOf = (kw: Float32Array, minutes: number, swing: number, sign: 1 | -1) => {
  let best = 0
  let at = Number.NaN
  for (let i = 2; i < kw.length; i++) {
    const step = sign * (kw[i]! - kw[i - 2]!)
    if (step > best) {
      best = step
      at = i - 1
    }
  }
  return { hour: (at * minutes) / 60, sharpness: shareOf(best, swing) }
}

const BLIND = Number.NaN

/** Heats and pauses of the day above its floor. What an hourly meter cannot show is NaN. */
export const measureHeats = (slots: Slots, levels: Levels) => {
  const { kw, minutes } = slots
  const swing = levels.ceilingKw - levels.p05Kw
  const heatFrom = levels.p05Kw + 0.5 * swing
  const heights = measureHeights(slots, levels, heatFrom)
  const block = measureBlock(slots, levels, heatFrom)
  const rise = edgeOf(kw, minutes, swing, 1)
  const fall = edgeOf(kw, minutes, swing, -1)
  const edges = {
    riseHour: rise.hour,
    riseSharpness: rise.sharpness,
    fallHour: fall.hour,
    fallSharpness: fall.sharpness,
  }
  if (minutes > 30) {
    const blind = { heats: BLIND, heatMinutes: BLIND, heatDepth: BLIND, heatSpread: BLIND }
    return {
      ...heights,
      ...block,
      ...edges,
      ...blind,
      ripples: BLIND,
      rippleMinutes: BLIND,
      rippleDepth: BLIND,
    }
  }
  const least = 0.05 * levels.ceilingKw
  const deep = measureCycles(
    turningPoints(kw, Math.max(0.25 * swing, least)),
    slots,
    levels.ceilingKw,
    heatFrom,
  )
  const fine = measureCycles(turningPoints(kw, least), slots, levels.ceilingKw, heatFrom)
  return {
    ...heights,
    ...block,
    ...edges,
    heats: deep.heats,
    heatMinutes: deep.cycleMinutes,
    heatDepth: deep.depth,
    heatSpread: deep.spread,
    ripples: fine.heats,
    rippleMinutes: fine.cycleMinutes,
    rippleDepth: fine.depth,
  }
}
