import type { Slots } from './day-slots.ts'
import { shareOf } from './statistics.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

/** Slots a pause may last inside a block, in minutes. */
const BLOCK_GAP_MINUTES = 60

/** Where the readings stand between floor and ceiling: above and below half way, at the top, on the way up. */
export const measureHeights = ({ kw, minutes }: Slots, { p05Kw, ceilingKw }: Levels) => {
  const swing = ceilingKw - p05Kw
  const halfWay = p05Kw + 0.5 * swing
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
    if (value >= halfWay) {
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
export const measureBlock = ({ kw, minutes }: Slots, { p05Kw, ceilingKw }: Levels) => {
  const halfWay = p05Kw + 0.5 * (ceilingKw - p05Kw)
  const still = 0.015 * ceilingKw
  const reach = BLOCK_GAP_MINUTES / minutes + 1
  let steps = 0
  let stillSteps = 0
  let sum = 0
  let blockSlots = 0
  let lastOn = Number.NEGATIVE_INFINITY
  for (let i = 0; i < kw.length; i++) {
    if (!(kw[i]! >= halfWay)) continue
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

/** Hour and height over the swing of the sharpest half-hour rise and fall. */
export const measureEdges = ({ kw, minutes }: Slots, { p05Kw, ceilingKw }: Levels) => {
  const swing = ceilingKw - p05Kw
  let rise = 0
  let riseAt = Number.NaN
  let fall = 0
  let fallAt = Number.NaN
  for (let i = 2; i < kw.length; i++) {
    const step = kw[i]! - kw[i - 2]!
    if (step > rise) {
      rise = step
      riseAt = i - 1
    } else if (-step > fall) {
      fall = -step
      fallAt = i - 1
    }
  }
  return {
    riseHour: (riseAt * minutes) / 60,
    riseSharpness: shareOf(rise, swing),
    fallHour: (fallAt * minutes) / 60,
    fallSharpness: shareOf(fall, swing),
  }
}
