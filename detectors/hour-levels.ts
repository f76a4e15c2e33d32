import type { Slots } from './day-slots.ts'

const SPANS = 8
const sums = new Float64Array(SPANS)
const counts = new Float64Array(SPANS)

const spanMean = (span: number): number => sums[span]! / counts[span]!

/** Mean power of each three hours of the day, kW; NaN where no reading is. */
export const measureHours = ({ kw }: Slots) => {
  sums.fill(0)
  counts.fill(0)
  const perSpan = kw.length / SPANS
  for (let span = 0, i = 0; span < SPANS; span++) {
    for (const to = (span + 1) * perSpan; i < to; i++) {
      const value = kw[i]!
      if (value - value !== 0) continue
      sums[span]! += value
      counts[span]!++
    }
  }
  return {
    from00Kw: spanMean(0),
    from03Kw: spanMean(1),
    from06Kw: spanMean(2),
    from09Kw: spanMean(3),
    from12Kw: spanMean(4),
    from15Kw: spanMean(5),
    from18Kw: spanMean(6),
    from21Kw: spanMean(7),
  }
}
