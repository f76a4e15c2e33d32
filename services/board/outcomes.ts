import type { Selectable } from 'kysely'
import { dayStartMs, type EpochDay } from '../../schemas/day.ts'
import { type Db, isCounting, type Tables } from '../adapters/store/index.ts'

/** A charge with the outcome that counts. */
export type Answered = Pick<
  Selectable<Tables['charge_outcome']>,
  | 'case_id'
  | 'signature'
  | 'outcome'
  | 'cause'
  | 'recorded_at'
  | 'district_code'
  | 'score'
  | 'detector_version'
>

/** Charges whose outcome, the last final one of each, was recorded on days from `from` to `to`. */
export const answeredCharges = async (db: Db, from: EpochDay, to: EpochDay): Promise<Answered[]> => {
  const rows = await db
    .selectFrom('charge_outcome')
    .select([
      ...(['case_id', 'signature', 'outcome', 'cause', 'recorded_at'] as const),
      ...(['district_code', 'score', 'detector_version'] as const),
    ])
    .where('final', '=', 1)
    .where(isCounting)
    .where('recorded_at', '>=', dayStartMs(from))
    .orderBy('case_id')
    .orderBy('signature')
    .orderBy('sequence')
    .execute()
  const last = new Map(rows.map(row => [`${row.case_id} ${row.signature}`, row]))
  return [...last.values()].filter(({ recorded_at }) => recorded_at < dayStartMs(to + 1))
}
