import { z } from 'zod'

/** What is odd about the readings of a day. A closed list: each word is counted and shown to people. */
export const QualityMark = z
  .enum([
    'gap', // readings of the day are missing
    'stuck', // the very same value above zero for six hours or more
    'rollover', // a register passed its highest value and began again
    'exchange', // the meter at the point is another than before
    'times-ten', // this day alone stands at ten times, or a tenth of, the days around it
    'repeated-register', // a register was sent again instead of read: nothing, then double
    'clock-jump', // neighbouring intervals hold two different values each: the clock was set back
  ])
  .meta({ id: 'QualityMark' })
export type QualityMark = z.infer<typeof QualityMark>

/** Marks as bits of one number, in the order of the list. */
export const packMarks = (marks: readonly QualityMark[]): number =>
  marks.reduce((bits, mark) => bits | (1 << QualityMark.options.indexOf(mark)), 0)

export const unpackMarks = (bits: number): QualityMark[] =>
  QualityMark.options.filter((_, i) => (bits & (1 << i)) !== 0)
