import type { CriterionTrial, OpeningPreview } from '../../schemas/criterion.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadCriteria, thresholdsOf } from './in-force.ts'
import { COVERAGE_TO_OPEN } from './level.ts'
import { compareOpenings, type Highest, openingsBy, openingsByOne, type Period } from './openings.ts'

/**
 * What would open, or open no longer, had a criterion held over a past period, beside what the criteria as they are
 * make of it. From stored scores; nothing is changed.
 */
export const previewCriterion = async (
  db: Db,
  trial: CriterionTrial,
  period: Period,
): Promise<OpeningPreview> => {
  const { signature } = trial
  const highest = highestFindings(db, signature)
  const before = await openingsBy(await loadCriteria(db), signature, period, highest)
  const after = await openingsByOne(thresholdsOf(trial), period, highest)
  return compareOpenings(db, signature, period, before, after)
}

/** Of findings as they stand: every score that may open a case has one. */
const highestFindings =
  (db: Db, signature: Signature): Highest =>
  async ({ from, to }, atLeast) => {
    const rows = await db
      .selectFrom('finding')
      .innerJoin('feature', join =>
        join
          .onRef('feature.point_id', '=', 'finding.point_id')
          .onRef('feature.day', '=', 'finding.day')
          .on('feature.coverage', '>=', COVERAGE_TO_OPEN),
      )
      .select(({ fn }) => ['finding.customer_id', fn.max('finding.score').as('score')])
      .where('finding.signature', '=', signature)
      .where('finding.current', '=', 1)
      .where('finding.score', '>=', atLeast)
      .where('finding.day', '>=', from)
      .where('finding.day', '<=', to)
      .groupBy('finding.customer_id')
      .execute()
    return new Map(rows.map(({ customer_id, score }) => [customer_id, score]))
  }
