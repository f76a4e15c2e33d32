import type { Slots } from './day-slots.ts'
import { shareOf } from './statistics.ts'

interface Levels {
  readonly p05Kw: number
  readonly ceilingKw: number
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
