import type { Case } from '../../schemas/case.ts'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Telling } from '../alerts/index.ts'

/** What a district is told of a case it was told of, now that it is over: what was found of each charge, and no note. */
export const closedTelling = ({ charges }: Case, final: ReadonlyMap<string, RecordedOutcome>): Telling => ({
  type: 'case.closed',
  outcomes: charges.flatMap(({ signature }) => {
    const recorded = final.get(signature)
    if (!recorded) return []
    const { outcome, cause, inspectedOn } = recorded
    return [{ signature, outcome, cause, inspectedOn }]
  }),
})
