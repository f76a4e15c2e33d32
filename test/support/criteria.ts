import type { Account } from '../../schemas/account.ts'
import type { Criterion, CriterionProposal } from '../../schemas/criterion.ts'
import { dayStartMs, dayText, parseDay } from '../../schemas/day.ts'
import type { Store } from '../../services/adapters/store/index.ts'
import { type CriterionResult, decideCriterion, proposeCriterion } from '../../services/criteria/index.ts'
import { person } from './people.ts'
import { MONDAY } from './readings.ts'

export const LI: Account = person('Li', 'analyst')
export const WANG: Account = person('Wang', 'reviewer')

/** A stricter criterion for furnaces from the first Monday on, unless told otherwise. */
export const proposal = (change: Partial<CriterionProposal> = {}): CriterionProposal => ({
  signature: 'induction-furnace',
  yellowFrom: 0.8,
  orangeFrom: 0.85,
  redFrom: 0.95,
  validFrom: dayText(MONDAY),
  reason: 'too many dismissed',
  ...change,
})

/** Midday before the day that `validFrom` names: the last day it may still be released on. */
export const dayBeforeMs = ({ validFrom }: CriterionProposal): number =>
  dayStartMs(parseDay(validFrom)) - 12 * 3_600_000

/** The criterion of an answer; throws what it was refused for. */
export const criterionIn = (result: CriterionResult): Criterion => {
  if ('refused' in result) throw new Error(result.refused.detail)
  return result.criterion
}

/** Has two people propose and release a criterion on the day before it holds. */
export const releaseCriterion = async (
  store: Store,
  change: Partial<CriterionProposal> = {},
): Promise<Criterion> => {
  const proposed = proposal(change)
  const nowMs = dayBeforeMs(proposed)
  return store.transact(async trx => {
    const { id } = criterionIn(await proposeCriterion(trx, proposed, LI, nowMs))
    return criterionIn(await decideCriterion(trx, { id, action: 'release', actor: WANG, reason: '' }, nowMs))
  })
}
