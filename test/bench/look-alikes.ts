import { detectors } from '../../detectors/index.ts'
import { highestScores } from '../detectors/support/lookalike-catalogue.ts'
import type { Figure } from './measure.ts'

const SEEDS = Array.from({ length: 14 }, (_, i) => 2_001 + 37 * i)

/** The highest score of any day that each look-alike gets for any signature, over draws and ways to be metered. */
export const benchLookAlikes = async (): Promise<Figure[]> => {
  const scores = highestScores(
    detectors.map(({ signature }) => signature),
    SEEDS,
  )
  return [...Map.groupBy(scores, ({ name }) => name)].map(([name, all]) => {
    const { score, signature, seed, variant } = all.reduce((most, one) =>
      one.score > most.score ? one : most,
    )
    return {
      what: `look-alike: ${name}`,
      value: score.toFixed(3),
      beside: `a case opens from 0.7; ${signature}, ${variant}, draw ${seed} of ${SEEDS.length}`,
    }
  })
}
