import { type DayFeatures, WINDOW_DAYS } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { packMarks, type QualityMark } from '../../schemas/quality.ts'
import type { MarkedDays } from './day-rows.ts'
import { isTimesTenOf } from './quality-marks.ts'

/** A day that no detector is shown, and what is wrong with it. */
export interface LeftOutDay {
  readonly day: EpochDay
  readonly reason: QualityMark
}

/** Marks that are wrong whatever the days around look like. */
const ALWAYS = (['repeated-register', 'rollover', 'clock-jump'] as const).map(
  mark => [mark, packMarks([mark])] as const,
)
const ANY_ALWAYS = ALWAYS.reduce((bits, [, bit]) => bits | bit, 0)
const STUCK = packMarks(['stuck'])
/** Share of the slots a day must have. */
const COVERAGE_LEAST = 0.75
/** From this share of steps that are exactly 0 on, all at one value, the meter stood still, not the load. */
const FROZEN_SHARE = 0.97
/** What stands at so little of the site's ceiling is standing by, and accuses nobody. */
const STANDBY_SHARE = 0.05
/** A meter that reads in coarse steps repeats values every day; one that stuck, more than on its other days. */
const STUCK_ABOVE_USUAL = 0.2
/** Days before and after that a tenfold day is compared with, and how many there must be of them. */
const REACH_DAYS = 7
const NEIGHBOURS_LEAST = 3
/** Days of one scale differ by less than this factor. */
const ALIKE_WITHIN = 3

/**
 * Which days of a window are dirty: readings are missing, or they are not what the load was. It looks at nothing after
 * the window, so that the order in which days close leaves no trace: of the last day a tenfold value counts as dirt
 * until the next day shows the same.
 */
export const leftOutDays = (window: MarkedDays): LeftOutDay[] => {
  const leftOut: LeftOutDay[] = []
  noteScales(window.days)
  for (let i = 0; i < window.days.length; i++) {
    const reason = faultOf(window, i)
    if (reason) leftOut.push({ day: window.days[i]!.day, reason })
  }
  return leftOut
}

const faultOf = (window: MarkedDays, i: number): QualityMark | undefined => {
  const marks = window.marks[i]!
  if (!(window.days[i]!.coverage >= COVERAGE_LEAST)) return 'gap'
  if ((marks & ANY_ALWAYS) !== 0) return ALWAYS.find(([, bit]) => (marks & bit) !== 0)![0]
  if ((marks & STUCK) !== 0 && isStuck(window, i)) return 'stuck'
  return isTenfold(window.days, i) ? 'times-ten' : undefined
}

const isFrozen = ({ stuckShare, p05Kw, p95Kw }: DayFeatures): boolean =>
  stuckShare >= FROZEN_SHARE && p05Kw === p95Kw

/** A meter that stopped for hours or days, as against one of coarse steps, or a site that stands by. */
const isStuck = ({ days }: MarkedDays, i: number): boolean => {
  const own = days[i]!
  if (isFrozen(own)) return own.p95Kw > STANDBY_SHARE * Math.max(...days.map(day => day.ceilingKw))
  const others = days.filter((day, k) => k !== i && !isFrozen(day))
  const shares = others.map(day => day.stuckShare).sort((a, b) => a - b)
  return own.stuckShare > (shares[shares.length >> 1] ?? 0) + STUCK_ABOVE_USUAL
}

const TENFOLD_OR_TENTH = [
  isTimesTenOf,
  (own: DayFeatures, other: DayFeatures): boolean => isTimesTenOf(other, own),
]

const meanKw = new Float64Array(WINDOW_DAYS)
const ceilingKw = new Float64Array(WINDOW_DAYS)

/** What every day is compared with its neighbours by, read once. */
const noteScales = (days: readonly DayFeatures[]): void => {
  for (let i = 0; i < days.length; i++) {
    meanKw[i] = days[i]!.meanKw
    ceilingKw[i] = days[i]!.ceilingKw
  }
}

const isNear = (a: number, b: number): boolean => a * ALIKE_WITHIN >= b && b * ALIKE_WITHIN >= a

const isAlike = (i: number, k: number): boolean =>
  isNear(meanKw[i]!, meanKw[k]!) && isNear(ceilingKw[i]!, ceilingKw[k]!)

/** A day that stands at ten times, or a tenth of, most days around, and neither day beside it does too. */
const isTenfold = (days: readonly DayFeatures[], i: number): boolean => {
  if (i > 0 && isAlike(i, i - 1)) return false
  if (i + 1 < days.length && isAlike(i, i + 1)) return false
  const own = days[i]!
  return TENFOLD_OR_TENTH.some(isTimes => {
    const around = days.slice(Math.max(0, i - REACH_DAYS), i + REACH_DAYS + 1).filter(other => other !== own)
    const differing = around.filter(other => isTimes(own, other)).length
    return around.length >= NEIGHBOURS_LEAST && differing * 2 > around.length
  })
}
