import type { Detector } from '../../../detectors/index.ts'
import type { Score } from '../../../schemas/finding.ts'

/** A furnace detector of another version that gives every day the same score. */
export const fakeFurnace = (version: string, score: number): Detector => {
  const answer: Score = {
    score,
    evidence: [],
    innocent: [],
    sentence: { zh: '试。', en: 'A try.' },
    dates: [],
    limits: [],
    inspection: null,
    attributableKw: 100,
    attributableKwh: 1_000,
  }
  return {
    signature: 'induction-furnace',
    version,
    parameters: { score },
    score: () => score,
    explain: () => answer,
  }
}
