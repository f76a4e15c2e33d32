import { dayOf } from '../../schemas/day.ts'
import type { PriceChangeContent, PriceFault } from '../../schemas/price-change.ts'
import type { Db } from '../adapters/store/index.ts'
import { faultsOfAssessments } from './faults-of-assessments.ts'
import { faultsOfDecision } from './faults-of-decision.ts'
import { faultsOfNotices } from './faults-of-notices.ts'
import { faultsOfRules } from './faults-of-rules.ts'

interface Asked {
  readonly nowMs: number
  /** Whether rows are missing that could not be read: what depends on all of them is not asked */
  readonly isPart?: boolean | undefined
}

/**
 * Why the rows of a change cannot be, as the store stands: every reason at once, with its row (1 for the first, 0 for
 * the whole) and column. Empty when they can. It is asked before a change is put up and again when it is released,
 * because the world may have moved.
 */
export const faultsOf = async (db: Db, content: PriceChangeContent, asked: Asked): Promise<PriceFault[]> => {
  const faults = await faultsByKind(db, content, asked)
  return faults.toSorted((a, b) => a.row - b.row)
}

const faultsByKind = (
  db: Db,
  content: PriceChangeContent,
  { nowMs, isPart }: Asked,
): Promise<PriceFault[]> => {
  switch (content.kind) {
    case 'rules':
      return faultsOfRules(db, content.rules)
    case 'assessments':
      return faultsOfAssessments(db, content.assessments, dayOf(nowMs))
    case 'decision':
      return faultsOfDecision(db, content.decision, { isPart })
    case 'notices':
      return faultsOfNotices(db, content.notices, dayOf(nowMs))
  }
}
