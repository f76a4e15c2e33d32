import type { Slots } from './day-slots.ts'
import { shareOf } from './statistics.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
}

/** Time and mean power above and below half way from floor to ceiling. */
export const measureHeights = ({ kw, minutes }: Slots, { p05Kw, ceilingKw }: Levels) => {
  const swing = ceilingKw - p05Kw
  const halfWay = p05Kw + 0.5 * swing
  let on = 0
  let onSum = 0
  let off = 0
  let offSum = 0
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    if (value - value !== 0) continue
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
  }
}

/** Height over the swing of the sharpest half-hour rise and fall. */
export const measureEdges = ({ kw }: Slots, { p05Kw, ceilingKw }: Levels) => {
  const swing = ceilingKw - p05Kw
  let rise = 0
  let fall = 0
  for (let i = 2; i < kw.length; i++) {
    const step = kw[i]! - kw[i - 2]!
    if (step > rise) rise = step
    else if (-step > fall) fall = -step
  }
  return {
    riseSharpness: shareOf(rise, swing),
    fallSharpness: shareOf(fall, swing),
  }
}
