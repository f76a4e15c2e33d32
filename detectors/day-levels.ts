import type { TouHours } from '../schemas/context.ts'
import { sorted, sortKnown } from './ascending.ts'
import type { Slots } from './day-slots.ts'
import { median, quantileOfSorted, shareOf } from './statistics.ts'

const steps = new Float64Array(1440)
const floorSteps = new Float64Array(1440)

/** How high the day stood: mean and quantiles, kW. */
export const measureLevels = ({ kw, minutes }: Slots) => {
  let sum = 0
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    if (value - value !== 0) continue
    sum += value
  }
  const count = sortKnown(kw)
  const meanKw = sum / count
  const quarter = Math.ceil(count / 4)
  let lowest = 0
  for (let i = 0; i < quarter; i++) lowest += sorted[i]!
  return {
    coverage: count / kw.length,
    kwh: (sum * minutes) / 60,
    meanKw,
    p05Kw: quantileOfSorted(sorted, count, 0.05),
    p25Kw: quantileOfSorted(sorted, count, 0.25),
    medianKw: quantileOfSorted(sorted, count, 0.5),
    p95Kw: quantileOfSorted(sorted, count, 0.95),
    ceilingKw: quantileOfSorted(sorted, count, 0.97),
    maxKw: quantileOfSorted(sorted, count, 1),
    floorKw: lowest / quarter,
  }
}

const meanBetween = ({ kw, minutes }: Slots, fromHour: number, toHour: number): number => {
  const to = Math.min(kw.length, Math.round((toHour * 60) / minutes))
  let sum = 0
  let count = 0
  for (let i = Math.round((fromHour * 60) / minutes); i < to; i++) {
    const value = kw[i]!
    if (value - value !== 0) continue
    sum += value
    count++
  }
  return sum / count
}

/** Mean over some hours of the day, each range weighted by its length. NaN when there are no such hours. */
const meanOver = (slots: Slots, ranges: TouHours['valley']): number => {
  let sum = 0
  let hours = 0
  for (const [from, to] of ranges) {
    const mean = meanBetween(slots, from, to)
    if (mean - mean !== 0) continue
    sum += mean * (to - from)
    hours += to - from
  }
  return sum / hours
}

const hoursOf = (ranges: TouHours['valley']): number => ranges.reduce((sum, [from, to]) => sum + to - from, 0)

/** Mean power by tariff period and by night (00-06) and working day (08-18), kW. */
export const measureTariff = (slots: Slots, meanKw: number, tou: TouHours) => {
  const valleyKw = meanOver(slots, tou.valley)
  const peakKw = meanOver(slots, tou.peak)
  const valleyHours = valleyKw >= 0 ? hoursOf(tou.valley) : 0
  const peakHours = peakKw >= 0 ? hoursOf(tou.peak) : 0
  const known = (valleyHours && valleyKw * valleyHours) + (peakHours && peakKw * peakHours)
  return {
    valleyKw,
    peakKw,
    flatKw: Math.max(0, meanKw * 24 - known) / (24 - valleyHours - peakHours),
    nightKw: meanBetween(slots, 0, 6),
    workKw: meanBetween(slots, 8, 18),
  }
}

/** How still the day was, from slot to slot; shares of the level they belong to. */
export const measureStillness = ({ kw }: Slots, { medianKw, floorKw }: ReturnType<typeof measureLevels>) => {
  let stepCount = 0
  let floorCount = 0
  let stuck = 0
  let before = Number.NaN
  for (let i = 0; i < kw.length; i++) {
    const value = kw[i]!
    const step = Math.abs(value - before)
    if (value <= medianKw && before <= medianKw) floorSteps[floorCount++] = Math.fround(step)
    before = value
    if (step - step !== 0) continue
    steps[stepCount++] = Math.fround(step)
    if (step === 0) stuck++
  }
  return {
    stepNoise: shareOf(median(steps, stepCount), medianKw),
    floorNoise: shareOf(median(floorSteps, floorCount), floorKw),
    stuckShare: shareOf(stuck, stepCount),
  }
}
