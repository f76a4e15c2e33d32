import type { Level } from '../../schemas/case.ts'

/** From this score on a finding opens a case. */
export const OPEN_FROM = 0.7
const ORANGE_FROM = 0.8
const RED_FROM = 0.9

/** 红, 橙, 黄 of a score that opens a case. */
export const levelOf = (score: number): Level =>
  score >= RED_FROM ? 'red' : score >= ORANGE_FROM ? 'orange' : 'yellow'

export const RANK: Readonly<Record<Level, number>> = { yellow: 0, orange: 1, red: 2 }
