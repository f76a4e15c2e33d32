import type { TouHours } from '../schemas/context.ts'
import type { Slots } from './day-slots.ts'

/** Hours beside an edge that its height is read from; the quarter hour next to it is left to the switching. */
const NEAR_HOURS = 0.25
const FAR_HOURS = 1

const meanBetween = (values: Float32Array, minutes: number, fromHour: number, toHour: number): number => {
  let sum = 0
  let count = 0
  for (let i = Math.ceil((fromHour * 60) / minutes); i * minutes < toHour * 60; i++) {
    const value = values[i]!
    if (value - value !== 0) continue
    sum += value
    count++
  }
  return sum / count
}

const fallAt = (values: Float32Array, minutes: number, hour: number): number =>
  meanBetween(values, minutes, hour - FAR_HOURS, hour - NEAR_HOURS) -
  meanBetween(values, minutes, hour + NEAR_HOURS, hour + FAR_HOURS + NEAR_HOURS)

/**
 * By how much the load stands lower inside a peak period than just outside it, kW: the smaller of the fall at its
 * start and the rise at its end, of the period where that is most; and what kvar falls and rises by there.
 */
export const measurePeakEdges = ({ kw, kvar, minutes }: Slots, { peak }: TouHours) => {
  let peakDropKw = Number.NaN
  let peakDropKvar = Number.NaN
  for (const [from, to] of peak) {
    if (from < FAR_HOURS || to > 24 - FAR_HOURS - NEAR_HOURS) continue
    const drop = Math.min(fallAt(kw, minutes, from), -fallAt(kw, minutes, to))
    if (!(drop <= peakDropKw)) {
      peakDropKw = drop
      if (kvar !== null) peakDropKvar = (fallAt(kvar, minutes, from) - fallAt(kvar, minutes, to)) / 2
    }
  }
  return { peakDropKw, peakDropKvar }
}
