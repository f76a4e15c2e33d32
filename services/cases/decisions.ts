import type { Case } from '../../schemas/case.ts'
import type { CaseDecision } from '../../schemas/case-view.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadEntries, type StandingEntry, standingEntries } from '../pricing/index.ts'

/**
 * What stands of the decisions that name one of some cases, for the customers of these cases: lines that were corrected
 * are left out, and an end shows in the line it ended.
 */
export const decisionsOf = async (
  db: Db,
  cases: readonly Pick<Case, 'number' | 'customerId'>[],
): Promise<CaseDecision[]> => {
  const numbers = new Set(cases.map(({ number }) => number))
  const entries = await loadEntries(db, [...new Set(cases.map(({ customerId }) => customerId))])
  return [...entries.values()]
    .flatMap(standingEntries)
    .filter(({ caseNumber }) => caseNumber !== null && numbers.has(caseNumber))
    .map(decisionOf)
}

const decisionOf = (entry: StandingEntry): CaseDecision => {
  const { id, caseNumber, customerId, industry, category, step, yuanPerKwh, from, lastDay, endedBy } = entry
  const { document, releasedAt } = entry
  return {
    ...{
      id,
      caseNumber: caseNumber!,
      customerId,
      industry,
      category,
      step,
      yuanPerKwh,
      from,
      lastDay,
      endedBy,
    },
    ...{ document, releasedAt },
  }
}
