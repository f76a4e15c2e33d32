import type { Selectable } from 'kysely'
import type { RecordedOutcome } from '../../schemas/charge-outcome.ts'
import { dayText } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

type Row = Selectable<Tables['charge_outcome']>

/** Every outcome on record of a case, in the order they were recorded. */
export const outcomesOf = async (db: Db, caseId: string): Promise<RecordedOutcome[]> => {
  const rows = await db
    .selectFrom('charge_outcome')
    .selectAll()
    .where('case_id', '=', caseId)
    .orderBy('signature')
    .orderBy('sequence')
    .execute()
  return rows.map(outcomeOf)
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
  recordedBy: row.recorded_by,
  recordedAt: new Date(row.recorded_at).toISOString(),
  districtCode: row.district_code,
  level: row.level,
  score: row.score,
  detectorVersion: row.detector_version,
  criterionId: row.criterion_id,
  attributableKw: row.attributable_kw,
})
