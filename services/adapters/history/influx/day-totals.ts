import { dayStartMs, type EpochDay } from '../../../../schemas/day.ts'
import { encodeId } from './ids.ts'

/** What a point drew on a day, for those who look at the bucket itself. Nothing of ours reads it. */
export interface DayTotal {
  readonly pointId: string
  readonly day: EpochDay
  readonly kwh: number
  /** NaN when unknown, as of a day with registers only */
  readonly maxKw: number
  /** Share of the slots that have a reading */
  readonly coverage: number
}

/** A total written again replaces the one before. */
export function* totalLines(totals: readonly DayTotal[]): Generator<string> {
  for (const { pointId, day, kwh, maxKw, coverage } of totals) {
    const power = Number.isNaN(maxKw) ? '' : `,max_kw=${maxKw}`
    const energy = Number.isNaN(kwh) ? '' : `kwh=${kwh},`
    yield `day,point=${encodeId(pointId)} ${energy}coverage=${coverage}${power} ${dayStartMs(day)}000000\n`
  }
}
