import { dayStartMs, type EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Change, Filled } from './filled.ts'
import { isClosed, type PointState } from './point.ts'
import type { ClosedDay } from './register-energy.ts'
import { type OpenDay, saveOpenDays } from './save.ts'
import type { FillingDay } from './slot-rule.ts'

/** A point with the days that are to be judged now. */
export type Closing = Map<PointState, ClosedDay[]>

/** The closed days with those that registers make known: both midnights of them are. */
export const withRegisters = (closing: Closing, registerDays: Filled['registerDays']): Closing => {
  for (const [point, days] of registerDays) {
    if (days.size > 0) closing.set(point, [...(closing.get(point) ?? []), ...days.values()])
  }
  return closing
}

/** The days that something changed which came too late for them and is to be judged all the same, by point. */
export const lateStretches = (
  changed: Filled['changed'],
): { pointId: string; from: EpochDay; to: EpochDay }[] =>
  [...changed].flatMap(([{ pointId }, days]) => {
    const late = [...days].filter(([, { asked }]) => asked).map(([{ day }]) => day)
    return late.length === 0 ? [] : [{ pointId, from: Math.min(...late), to: Math.max(...late) }]
  })

/** Sorts the changed days and the open days of their points in those that are closed now and those still open. */
export const closeDays = async (trx: Db, changed: Filled['changed']): Promise<Closing> => {
  const closing: Closing = new Map()
  const opened: OpenDay[] = []
  const closed: OpenDay[] = []
  const sortIn = (point: PointState, day: FillingDay, change: Change | undefined): void => {
    const wasOpen = point.open.has(day.day)
    if (!isClosed(point, day)) {
      point.open.add(day.day)
      if (!wasOpen) opened.push({ point_id: point.pointId, day: day.day })
      return
    }
    point.open.delete(day.day)
    if (wasOpen) closed.push({ point_id: point.pointId, day: day.day })
    const now = closing.get(point) ?? []
    closing.set(point, now)
    // What came too late for a day is stored with it, but is not judged.
    now.push(change?.inTime ?? day)
  }
  // Plain loops: at a trickle this is done for every reading.
  for (const [point, days] of changed) {
    for (const [day, change] of days) if (!change.late) sortIn(point, day, change)
    for (const open of point.open) {
      const day = point.filling.get(open)!
      const change = days.get(day)
      if (!change || change.late) sortIn(point, day, change)
    }
  }
  await saveOpenDays(trx, opened, closed)
  return closing
}

/** The open days of points that are to be closed, as they fill. */
export const closingDays = (due: readonly OpenDay[], points: ReadonlyMap<string, PointState>): Closing => {
  const closing: Closing = new Map()
  for (const { point_id, day } of due) {
    const point = points.get(point_id)!
    const filling = point.filling.get(day)
    if (filling) closing.set(point, [...(closing.get(point) ?? []), filling])
  }
  return closing
}

/** A closed day is read from the history again when a reading comes for it after all. */
export const forgetClosedDays = (point: PointState): void => {
  for (const day of point.filling.keys()) if (!point.open.has(day)) point.filling.delete(day)
}

export /** Days that the clock closed are no longer filled. */
const letGo = (closing: Closing): void => {
  for (const [point, days] of closing) {
    for (const { day } of days) {
      point.open.delete(day)
      point.filling.delete(day)
      point.newestMs = Math.max(point.newestMs, dayStartMs(day + 1)) // as it is read again after a restart
    }
  }
}
