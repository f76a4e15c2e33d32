import type { Level } from '../../schemas/case.ts'
import type { ThresholdAdvice } from '../../schemas/charge-outcome.ts'
import type { Thresholds } from '../../schemas/criterion.ts'
import type { Signature } from '../../schemas/finding.ts'
import { precisionOf, thresholdsOf } from '../criteria/index.ts'

/** Fewer say too little: even 20 of 20 confirmed bound the precision by 0.84 only. */
const OUTCOMES_NEEDED = 20
/** Thresholds are advised in hundredths. */
const STEP = 100
const LEVELS = ['yellow', 'orange', 'red'] as const

/** A charge that was confirmed or dismissed. */
export interface Answer {
  readonly score: number
  readonly confirmed: boolean
}

/**
 * The lowest threshold from which on the 95 % lower bound of precision reaches `promised`, with 20 answers behind it
 * at least. Null when there is none. What lies under the threshold of today was never inspected: it cannot be advised.
 */
export const lowestThreshold = (answers: readonly Answer[], promised: number): number | null => {
  const steps = new Set(answers.map(({ score }) => Math.floor(score * STEP + 1e-9)))
  for (const step of [...steps].sort((a, b) => a - b)) {
    const from = answers.filter(({ score }) => score >= step / STEP)
    if (from.length < OUTCOMES_NEEDED) return null
    const { lower } = precisionOf(from.filter(({ confirmed }) => confirmed).length, from.length)
    if (lower !== null && lower >= promised) return step / STEP
  }
  return null
}

/** What the level of a signature promises: the lower bound stated for it; null when it is not measured. */
export type Promised = (level: Level) => number | null

/** Thresholds that answers speak for; a level they say nothing of keeps the threshold it has. */
export const adviseThresholds = (
  signature: Signature,
  answers: readonly Answer[],
  current: Thresholds,
  promised: Promised,
): ThresholdAdvice => {
  const outcomes = answers.length
  if (outcomes < OUTCOMES_NEEDED) return { signature, outcomes, thresholds: null, sentence: tooFew(outcomes) }
  const advised = LEVELS.map(level => {
    const promise = promised(level)
    return promise === null ? null : lowestThreshold(answers, promise)
  })
  if (advised.every(threshold => threshold === null)) {
    return { signature, outcomes, thresholds: null, sentence: NOTHING_REACHED }
  }
  const yellowFrom = advised[0] ?? current.yellowFrom
  const orangeFrom = Math.max(yellowFrom, advised[1] ?? current.orangeFrom)
  const redFrom = Math.max(orangeFrom, advised[2] ?? current.redFrom)
  const thresholds = thresholdsOf({ signature, yellowFrom, orangeFrom, redFrom })
  return { signature, outcomes, thresholds, sentence: said(outcomes, thresholds) }
}

const tooFew = (outcomes: number) => ({
  zh: `仅有 ${outcomes} 条查实或排除的结果，不足 ${OUTCOMES_NEEDED} 条，不提出阈值建议。`,
  en: `Only ${outcomes} charges were confirmed or dismissed; ${OUTCOMES_NEEDED} are needed before a threshold is advised.`,
})

const NOTHING_REACHED = {
  zh: '没有阈值使查实比例的 95 % 置信下限达到该等级的预期，或预期尚未测定。',
  en: 'No threshold brings the 95 % lower bound of precision to what a level promises, or the promise is not measured.',
}

const said = (outcomes: number, { yellowFrom, orangeFrom, redFrom }: Thresholds) => ({
  zh: `据 ${outcomes} 条结果：黄 ${yellowFrom}，橙 ${orangeFrom}，红 ${redFrom}。须由一人提出、另一人发布。`,
  en: `By ${outcomes} outcomes: yellow from ${yellowFrom}, orange from ${orangeFrom}, red from ${redFrom}. One person proposes it, another releases it.`,
})
