import { WINDOW_DAYS } from '../../detectors/index.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import type { Member, Members } from './membership.ts'

const POINTS_PER_QUERY = 500

/** Days of a point over which it is watched otherwise than before, both included, in words. */
interface WatchChange {
  readonly pointId: string
  readonly from: EpochDay
  readonly to: EpochDay
  readonly before: string
  readonly after: string
}

/**
 * The judged days over which points are watched otherwise than before, of each point the last 35: what a detector's
 * window still holds.
 */
export const watchChanges = async (trx: Db, before: Members, after: Members): Promise<WatchChange[]> => {
  const changes = [...new Set([...before.keys(), ...after.keys()])].flatMap(pointId =>
    changeOf(pointId, before.get(pointId) ?? [], after.get(pointId) ?? []),
  )
  const newest = await newestDays(
    trx,
    changes.map(({ pointId }) => pointId),
  )
  return changes.flatMap(change => {
    const last = newest.get(change.pointId)
    if (last === undefined) return []
    const from = Math.max(change.from, last - WINDOW_DAYS + 1)
    const to = Math.min(change.to, last)
    return from > to ? [] : [{ ...change, from, to }]
  })
}

const changeOf = (pointId: string, before: readonly Member[], after: readonly Member[]): WatchChange[] => {
  const [was, is] = [before, after].map(members => new Set(members.map(one => JSON.stringify(one))))
  const gone = before.filter(one => !is!.has(JSON.stringify(one)))
  const come = after.filter(one => !was!.has(JSON.stringify(one)))
  const all = [...gone, ...come]
  if (all.length === 0) return []
  return [
    {
      pointId,
      from: Math.min(...all.map(({ from }) => from)),
      to: Math.max(...all.map(({ to }) => to)),
      before: inWords(gone),
      after: inWords(come),
    },
  ]
}

const inWords = (members: readonly Member[]): string =>
  members
    .map(({ from, facts }) => `${facts.reason} by ${facts.by}${from === 0 ? '' : ` from ${dayText(from)}`}`)
    .join('; ')

const newestDays = async (trx: Db, pointIds: readonly string[]): Promise<Map<string, EpochDay>> => {
  const newest = new Map<string, EpochDay>()
  for (const ids of chunks(pointIds, POINTS_PER_QUERY)) {
    const rows = await trx
      .selectFrom('feature')
      .select(({ fn }) => ['point_id', fn.max('day').as('day')])
      .where('point_id', 'in', ids)
      .groupBy('point_id')
      .execute()
    for (const { point_id, day } of rows) newest.set(point_id, day)
  }
  return newest
}
