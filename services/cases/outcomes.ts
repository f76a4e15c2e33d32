import type { Selectable } from 'kysely'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayText } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

type Row = Selectable<Tables['charge_outcome']> & { readonly lapsed: boolean }

/** Every outcome on record of a case, in the order they were recorded. */
export const outcomesOf = async (db: Db, caseId: string): Promise<RecordedOutcome[]> => {
  const rows = await db
    .selectFrom('charge_outcome')
    .leftJoin('lapsed_outcome', join =>
      join
        .onRef('lapsed_outcome.case_id', '=', 'charge_outcome.case_id')
        .onRef('lapsed_outcome.signature', '=', 'charge_outcome.signature')
        .onRef('lapsed_outcome.sequence', '=', 'charge_outcome.sequence'),
    )
    .selectAll('charge_outcome')
    .select('lapsed_outcome.case_version as lapsed_with')
    .where('charge_outcome.case_id', '=', caseId)
    .orderBy('charge_outcome.signature')
    .orderBy('charge_outcome.sequence')
    .execute()
  return rows.map(({ lapsed_with, ...row }) => outcomeOf({ ...row, lapsed: lapsed_with !== null }))
}

export const outcomeOf = (row: Row): RecordedOutcome => ({
  caseId: row.case_id,
  signature: row.signature,
  sequence: row.sequence,
  outcome: row.outcome,
  cause: row.cause,
  note: row.note,
  inspectedOn: row.inspected_on === null ? null : dayText(row.inspected_on),
  metRunning: row.met_running === null ? null : row.met_running === 1,
  holdUntil: row.hold_until === null ? null : dayText(row.hold_until),
  holdKw: row.hold_kw,
  final: row.final === 1,
  passedTo: row.passed_to,
  lapsed: row.lapsed,
  recordedBy: row.recorded_by,
  recordedAt: new Date(row.recorded_at).toISOString(),
  districtCode: row.district_code,
  level: row.level,
  score: row.score,
  detectorVersion: row.detector_version,
  criterionId: row.criterion_id,
  attributableKw: row.attributable_kw,
})
