import type { Level } from '../../../schemas/case.ts'
import type { LevelExpectation } from '../../../schemas/criterion.ts'
import type { Signature } from '../../../schemas/finding.ts'
import { type Judged, verdictOf } from '../judged.ts'
import { wilson } from './bounds.ts'

/** The built-in criterion, in scores: a level holds up to the next. */
const LEVELS: readonly (readonly [level: Level, from: number, below: number])[] = [
  ['red', 0.9, Number.POSITIVE_INFINITY],
  ['orange', 0.8, 0.9],
  ['yellow', 0, 0.8],
]

/**
 * What share of the cases of each level was right, by the highest score they reached, with the lower end of Wilson's
 * 95 % interval and the number of legal meters that could have been accused. A level without cases is left out.
 */
export const expectationsOf = (
  judged: readonly Judged[],
  signature: Signature,
  source: Pick<LevelExpectation, 'source' | 'sourceZh'>,
): LevelExpectation[] => {
  const meters = judged.filter(({ member }) => member.truth === 'legal').length
  return LEVELS.flatMap(([level, from, below]) => {
    const cases = judged.filter(each => {
      const { score, openedDay } = verdictOf(each, signature)
      return openedDay !== null && score >= from && score < below
    })
    if (cases.length === 0) return []
    const right = cases.filter(({ member }) => member.truth === signature).length
    const [lower] = wilson(right, cases.length)
    return [
      {
        signature,
        level,
        precision: rounded(right / cases.length),
        lower: rounded(lower),
        meters,
        ...source,
      },
    ]
  })
}

const rounded = (share: number): number => Math.round(share * 1_000) / 1_000
