import { type DayFeatures, detectors, type RegistryFacts } from '../../../detectors/index.ts'
import type { Signature } from '../../../schemas/finding.ts'
import { registryOf, windowsOf } from './windows.ts'

/** Score from which a case opens. */
export const OPENING = 0.7

export const detectorOf = (signature: Signature) =>
  detectors.find(detector => detector.signature === signature)!

/** Highest score over every day of a load, and the index of the first day that reaches the opening. */
export const highest = (
  signature: Signature,
  days: readonly DayFeatures[],
  facts: Partial<RegistryFacts> = {},
): { score: number; firstDay: number } => {
  const scores = windowsOf(days, registryOf(facts)).map(window => detectorOf(signature).score(window))
  return { score: Math.max(...scores), firstDay: scores.findIndex(score => score >= OPENING) }
}
