import type { Signature } from '../../../schemas/finding.ts'
import { type Judged, verdictOf } from '../judged.ts'

/** Meters of one scenario by what they were accused of, and the highest score of each signature. */
export interface Confusion {
  readonly scenario: string
  readonly truth: string
  readonly meters: number
  readonly accused: Readonly<Record<string, number>>
  readonly unaccused: number
  readonly highest: Readonly<Record<string, number>>
}

const isAccused = (each: Judged, signature: Signature): boolean =>
  verdictOf(each, signature).openedDay !== null

/** Suspects first, then the legal by their highest score of any signature. */
export const confusionOf = (judged: readonly Judged[], signatures: readonly Signature[]): Confusion[] => {
  const counted = <T>(value: (signature: Signature) => T): Record<string, T> =>
    Object.fromEntries(signatures.map(signature => [signature, value(signature)]))
  const lines = [...Map.groupBy(judged, ({ member }) => member.scenario)].map(
    ([scenario, group]): Confusion => ({
      scenario,
      truth: group[0]!.member.truth,
      meters: group.length,
      accused: counted(signature => group.filter(each => isAccused(each, signature)).length),
      unaccused: group.filter(each => !signatures.some(signature => isAccused(each, signature))).length,
      highest: counted(signature => Math.max(...group.map(each => verdictOf(each, signature).score))),
    }),
  )
  const top = ({ truth, highest }: Confusion) =>
    (truth === 'legal' ? 0 : 10) + Math.max(...Object.values(highest))
  return lines.sort((a, b) => top(b) - top(a))
}
