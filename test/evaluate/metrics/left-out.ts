import type { Signature } from '../../../schemas/finding.ts'
import { type Judged, verdictOf } from '../judged.ts'
import { averagePrecision, bestF1, f1Of } from './ranking.ts'

/** One family left out: how the others do without it, and how a threshold fitted without it does on all. */
export interface LeftOut {
  readonly family: string
  readonly meters: number
  readonly averagePrecision: number
  /** F1 of the opened cases of the others */
  readonly f1: number
  /** The threshold that gives the others their best F1, and the F1 it gives over all, the family included */
  readonly threshold: number
  readonly f1OfAll: number
  /** Meters of the family that reach the threshold */
  readonly familyAbove: number
}

const f1Where = (
  judged: readonly Judged[],
  signature: Signature,
  accused: (each: Judged) => boolean,
): number => {
  const suspects = judged.filter(({ member }) => member.truth === signature)
  const hits = suspects.filter(accused).length
  return f1Of(hits, judged.filter(accused).length - hits, suspects.length - hits)
}

/** Leaves out every family in turn; the one whose absence changes the average precision most comes first. */
export const leaveOut = (judged: readonly Judged[], signature: Signature): LeftOut[] => {
  const scoreOf = (each: Judged) => verdictOf(each, signature).score
  const ranked = (some: readonly Judged[]) =>
    some.map(each => ({ score: scoreOf(each), isSuspect: each.member.truth === signature }))
  const whole = averagePrecision(ranked(judged))
  const lines = [...Map.groupBy(judged, ({ member }) => member.family)].map(([family, own]): LeftOut => {
    const others = judged.filter(({ member }) => member.family !== family)
    const { threshold } = bestF1(ranked(others))
    return {
      family,
      meters: own.length,
      averagePrecision: averagePrecision(ranked(others)),
      f1: f1Where(others, signature, each => verdictOf(each, signature).openedDay !== null),
      threshold,
      f1OfAll: f1Where(judged, signature, each => scoreOf(each) >= threshold),
      familyAbove: own.filter(each => scoreOf(each) >= threshold).length,
    }
  })
  const change = (line: LeftOut) => Math.abs(line.averagePrecision - whole)
  return lines.sort((a, b) => change(b) - change(a))
}
