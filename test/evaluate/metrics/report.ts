import type { Signature } from '../../../schemas/finding.ts'
import { type Judged, verdictOf } from '../judged.ts'
import { averagePrecision, bestF1, f1Of, quantileOf, recallAtFalse } from './ranking.ts'

const DAYS_PER_MONTH = 30

/** How well one signature is told over a population. */
export interface Performance {
  readonly suspects: number
  readonly averagePrecision: number
  readonly hits: number
  readonly wrong: number
  readonly f1: number
  readonly bestF1: number
  readonly bestThreshold: number
  /** False cases per 1,000 meter-months */
  readonly falseRate: number
  /** Recall at one false case per 1,000 meter-months */
  readonly recallAtOne: number
  /** From the beginning of the first day of suspect use, or of the period, to the end of the day that opened, days */
  readonly delayMedian: number
  readonly delayP90: number
}

const delaysOf = (judged: readonly Judged[], signature: Signature): number[] =>
  judged.flatMap(each => {
    const { openedDay } = verdictOf(each, signature)
    if (each.member.truth !== signature || openedDay === null) return []
    return Math.max(0, openedDay + 1 - each.member.onsetDay!)
  })

export const performanceOf = (judged: readonly Judged[], signature: Signature, days: number): Performance => {
  const ranked = judged.map(each => ({
    score: verdictOf(each, signature).score,
    isSuspect: each.member.truth === signature,
  }))
  const opened = judged.filter(each => verdictOf(each, signature).openedDay !== null)
  const suspects = ranked.filter(({ isSuspect }) => isSuspect).length
  const hits = opened.filter(({ member }) => member.truth === signature).length
  const wrong = opened.length - hits
  const thousandMonths = (judged.length * days) / DAYS_PER_MONTH / 1_000
  const best = bestF1(ranked)
  const delays = delaysOf(judged, signature)
  return {
    suspects,
    averagePrecision: averagePrecision(ranked),
    hits,
    wrong,
    f1: f1Of(hits, wrong, suspects - hits),
    bestF1: best.f1,
    bestThreshold: best.threshold,
    falseRate: wrong / thousandMonths,
    recallAtOne: recallAtFalse(ranked, Math.floor(thousandMonths)),
    delayMedian: quantileOf(delays, 0.5),
    delayP90: quantileOf(delays, 0.9),
  }
}

/** What one signature said of one scenario. */
export interface ScenarioLine {
  readonly scenario: string
  readonly truth: string
  readonly meters: number
  readonly highest: number
  readonly median: number
  readonly opened: number
}

/** By scenario: highest and median score and how many cases, suspects of the signature first. */
export const byScenario = (judged: readonly Judged[], signature: Signature): ScenarioLine[] => {
  const groups = Map.groupBy(judged, ({ member }) => member.scenario)
  const lines = [...groups].map(([scenario, group]): ScenarioLine => {
    const verdicts = group.map(each => verdictOf(each, signature))
    const scores = verdicts.map(({ score }) => score)
    return {
      scenario,
      truth: group[0]!.member.truth,
      meters: group.length,
      highest: Math.max(...scores),
      median: quantileOf(scores, 0.5),
      opened: verdicts.filter(({ openedDay }) => openedDay !== null).length,
    }
  })
  const rank = (line: ScenarioLine) => (line.truth === signature ? 0 : 1)
  return lines.sort((a, b) => rank(a) - rank(b) || b.highest - a.highest)
}
