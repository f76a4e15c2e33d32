import type { Level } from '../../schemas/case.ts'
import type { Thresholds } from '../../schemas/criterion.ts'

/** A day with less of its readings may change while it fills: it opens nothing. */
export const COVERAGE_TO_OPEN = 0.75

/** 红, 橙, 黄 of a score by a criterion; null when it opens nothing. */
export const levelOf = (score: number, { yellowFrom, orangeFrom, redFrom }: Thresholds): Level | null => {
  if (score >= redFrom) return 'red'
  if (score >= orangeFrom) return 'orange'
  return score >= yellowFrom ? 'yellow' : null
}

export const RANK: Readonly<Record<Level, number>> = { yellow: 0, orange: 1, red: 2 }

/** The higher of two levels; null is below all. */
export const higher = (a: Level | null, b: Level | null): Level | null => {
  if (a === null || b === null) return a ?? b
  return RANK[a] >= RANK[b] ? a : b
}

/** Thresholds in the order of levels, and what is wrong with them; undefined when nothing is. */
export const faultOf = ({ yellowFrom, orangeFrom, redFrom, closeBelow }: Thresholds): string | undefined => {
  if (!(yellowFrom <= orangeFrom && orangeFrom <= redFrom))
    return 'The thresholds must rise from yellowFrom over orangeFrom to redFrom.'
  return closeBelow <= yellowFrom ? undefined : 'closeBelow must not lie above yellowFrom.'
}
