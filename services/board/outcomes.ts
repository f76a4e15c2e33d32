import type { Selectable } from 'kysely'
import { dayStartMs, type EpochDay } from '../../schemas/day.ts'
import { NO_WALL, type Wall, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

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

/**
 * Charges of the cases seen from behind a wall whose outcome, the last final one of each, was recorded on days from
 * `from` to `to`.
 */
export const answeredCharges = async (
  db: Db,
  from: EpochDay,
  to: EpochDay,
  wall: Wall = NO_WALL,
): Promise<Answered[]> => {
  const all = db
    .selectFrom('charge_outcome')
    .select([
      ...(['case_id', 'signature', 'outcome', 'cause', 'recorded_at'] as const),
      ...(['district_code', 'score', 'detector_version'] as const),
    ])
    .where('final', '=', 1)
    .where('recorded_at', '>=', dayStartMs(from))
    .orderBy('case_id')
    .orderBy('signature')
    .orderBy('sequence')
  const seen = db.selectFrom('cases').select('cases.id').where(withinWall(wall, 'cases'))
  const rows = await (wall.kind === 'none' ? all : all.where('case_id', 'in', seen)).execute()
  const last = new Map(rows.map(row => [`${row.case_id} ${row.signature}`, row]))
  return [...last.values()].filter(({ recorded_at }) => recorded_at < dayStartMs(to + 1))
}
