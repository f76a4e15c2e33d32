import type { Slots } from './day-slots.ts'

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
