import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import type { Db } from '../adapters/store/index.ts'

/** From the version that a case comes to, outcomes count no more. They stay on record. */
export const lapse = async (
  trx: Db,
  outcomes: readonly Pick<RecordedOutcome, 'caseId' | 'signature' | 'sequence'>[],
  caseVersion: number,
): Promise<void> => {
  if (outcomes.length === 0) return
  const rows = outcomes.map(({ caseId, signature, sequence }) => ({
    ...{ case_id: caseId, signature, sequence, case_version: caseVersion },
  }))
  await trx.insertInto('lapsed_outcome').values(rows).execute()
}

/** What lapsed with a version of a case counts again: the reopening was undone. */
export const countAgain = async (trx: Db, caseId: string, caseVersion: number): Promise<void> => {
  await trx
    .deleteFrom('lapsed_outcome')
    .where('case_id', '=', caseId)
    .where('case_version', '=', caseVersion)
    .execute()
}
