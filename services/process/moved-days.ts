import type { EpochDay } from '../../schemas/day.ts'
import type { History, PointDay } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadPoints } from './load-points.ts'
import { isClosed } from './point.ts'
import type { MovedDay } from './resettle.ts'
import { type OpenDay, saveOpenDays } from './save.ts'
import type { FillingDay } from './slot-rule.ts'

/**
 * Has days whose values moved, and that were open at one of the points, open at all that hold them now: whether they
 * are closed is to be seen anew. Answers what can be judged no longer, or not yet.
 */
export const followMoves = async (trx: Db, moved: readonly MovedDay[]): Promise<PointDay[]> => {
  const unsettled: PointDay[] = []
  for (const { day, held, emptied } of moved) {
    const places = [...held, ...emptied]
    const open = await trx
      .selectFrom('open_day')
      .select('point_id')
      .where('day', '=', day)
      .where('point_id', 'in', places)
      .execute()
    const reopened = open.length > 0 ? held : []
    const rows = (points: readonly string[]) => points.map(point_id => ({ point_id, day }))
    await saveOpenDays(trx, rows(reopened), rows(emptied))
    await noteEmptied(trx, rows(emptied))
    unsettled.push(...[...reopened, ...emptied].map(pointId => ({ pointId, day })))
  }
  return unsettled
}

const noteEmptied = async (trx: Db, rows: readonly OpenDay[]): Promise<void> => {
  if (rows.length === 0) return
  await trx
    .insertInto('emptied_day')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Closes those of a point's open days that its readings close. */
export const closeDue = async (
  trx: Db,
  history: History,
  pointId: string,
  open: readonly FillingDay[],
): Promise<ReadonlySet<EpochDay>> => {
  if (open.length === 0) return new Set()
  const state = (await loadPoints(trx, history, [pointId])).get(pointId)!
  const due = open.filter(day => isClosed(state, day)).map(({ day }) => day)
  await saveOpenDays(
    trx,
    [],
    due.map(day => ({ point_id: pointId, day })),
  )
  return new Set(due)
}
