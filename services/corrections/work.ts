import type { Selectable } from 'kysely'
import type { EpochDay } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

/** A stretch of days that waits to be judged again. */
export type WaitingStretch = Selectable<Tables['rescore']>

/** The earliest stretch of the point that has waited longest; undefined when none waits. */
export const nextStretch = (trx: Db): Promise<WaitingStretch | undefined> =>
  trx
    .selectFrom('rescore')
    .selectAll()
    .where('point_id', '=', eb => eb.selectFrom('rescore').select('point_id').orderBy('sequence').limit(1))
    .orderBy('from_day')
    .orderBy('sequence')
    .limit(1)
    .executeTakeFirst()

/**
 * Up to which day scores hold once a stretch is measured up to `to`: up to the next day of its point that still
 * waits to be measured. Windows of later days would hold what is corrected beside what is not.
 */
export const scoresHoldTo = async (
  trx: Db,
  { sequence, point_id, to_day }: WaitingStretch,
  to: EpochDay,
): Promise<EpochDay> => {
  if (to < to_day) return to
  const others = await trx
    .selectFrom('rescore')
    .select('from_day')
    .where('point_id', '=', point_id)
    .where('sequence', '<>', sequence)
    .where('to_day', '>', to)
    .execute()
  return Math.min(Number.POSITIVE_INFINITY, ...others.map(({ from_day }) => Math.max(from_day, to + 1) - 1))
}

/** Notes that a stretch is judged up to and with a day. */
export const advanceStretch = async (
  trx: Db,
  { sequence, correction_id, to_day }: WaitingStretch,
  judgedTo: EpochDay,
  judgedDays: number,
): Promise<void> => {
  if (judgedTo >= to_day) await trx.deleteFrom('rescore').where('sequence', '=', sequence).execute()
  else {
    await trx
      .updateTable('rescore')
      .set({ from_day: judgedTo + 1 })
      .where('sequence', '=', sequence)
      .execute()
  }
  await trx
    .updateTable('correction')
    .set(({ eb }) => ({ judged_days: eb('judged_days', '+', judgedDays) }))
    .where('id', '=', correction_id)
    .execute()
}
