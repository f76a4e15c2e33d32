import type { BoardBy, BoardRow, ThresholdAdvice } from '../../schemas/charge-outcome.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { Signature } from '../../schemas/finding.ts'
import type { Wall } from '../access/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { expectationOf, loadCriteria } from '../criteria/index.ts'
import { adviseThresholds } from './advise.ts'
import { type Answered, answeredCharges } from './outcomes.ts'
import { tallyBoard } from './tally.ts'

export interface BoardQuery {
  readonly from: EpochDay
  readonly to: EpochDay
  readonly by: BoardBy
  /** Only cases that are seen from behind it; all unless told */
  readonly wall?: Wall
}

/** What became of the charges that were answered in a period, and the thresholds this speaks for. */
export const readBoard = async (
  db: Db,
  { from, to, by, wall }: BoardQuery,
  today: EpochDay,
): Promise<{ rows: BoardRow[]; advice: ThresholdAdvice[] }> => {
  const answered = await answeredCharges(db, from, to, wall)
  const criteria = await loadCriteria(db)
  const versions = await activeVersions(db)
  const advice = Signature.options.map(signature =>
    adviseThresholds(
      signature,
      answersOf(answered, signature, versions.get(signature)),
      criteria.at(signature, today),
      level => expectationOf(signature, level).lower,
    ),
  )
  return { rows: tallyBoard(answered, by), advice }
}

/** Of the version that judges now: the scores of another one mean something else. */
const answersOf = (answered: readonly Answered[], signature: Signature, version: string | undefined) =>
  answered
    .filter(one => one.signature === signature && one.detector_version === version)
    .filter(({ outcome }) => outcome === 'confirmed' || outcome === 'dismissed')
    .map(({ score, outcome }) => ({ score, confirmed: outcome === 'confirmed' }))

const activeVersions = async (db: Db): Promise<Map<Signature, string>> => {
  const rows = await db
    .selectFrom('detector_version')
    .select(['signature', 'version'])
    .where('state', '=', 'active')
    .execute()
  return new Map(rows.map(({ signature, version }) => [signature, version]))
}
