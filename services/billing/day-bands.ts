import type { Band } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { bandOf, type TimeOfUse } from './time-of-use.ts'

/** A stretch of a day that one band holds for; 24:00 is its end. */
interface BandStretch {
  readonly band: Band
  readonly from: string
  readonly to: string
}

/** The bands of a plant's day one after another, the sharp hours of its month among them. */
export const bandsOn = (table: TimeOfUse, day: EpochDay): BandStretch[] => {
  const { periods, sharpPeak } = table
  const turns = [...new Set([...periods.map(({ from }) => from), sharpPeak.from, sharpPeak.to])].sort()
  const stretches: BandStretch[] = []
  for (const [i, from] of turns.entries()) {
    const band = bandOf(table, day, Number(from.slice(0, 2)) + Number(from.slice(3)) / 60)
    const to = turns[i + 1] ?? '24:00'
    const last = stretches.at(-1)
    if (last?.band === band) stretches[stretches.length - 1] = { ...last, to }
    else stretches.push({ band, from, to })
  }
  return stretches
}
