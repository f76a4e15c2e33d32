import type { Selectable } from 'kysely'
import type { EpochDay } from '../../schemas/day.ts'
import { chunks, type Db, type Tables } from '../adapters/store/index.ts'

const ROWS_PER_STATEMENT = 500

/** Days of a point that are to be judged again, both ends included. */
export interface Stretch {
  readonly pointId: string
  readonly from: EpochDay
  readonly to: EpochDay
}

type Waiting = Selectable<Tables['rescore']>

/**
 * Asks for days to be judged again on behalf of a correction. A stretch of it that waits already and meets these
 * days grows. Answers how many points had none waiting.
 */
export const askAgain = async (trx: Db, id: number, stretches: readonly Stretch[]): Promise<number> => {
  const byPoint = Map.groupBy(stretches, ({ pointId }) => pointId)
  let fresh = 0
  for (const points of chunks([...byPoint.keys()], ROWS_PER_STATEMENT)) {
    const waiting = Map.groupBy(await waitingOf(trx, id, points), row => row.point_id)
    const absorbed: number[] = []
    const asked: Stretch[] = []
    for (const pointId of points) {
      const held = waiting.get(pointId) ?? []
      if (held.length === 0) fresh++
      absorbed.push(...held.map(({ sequence }) => sequence))
      asked.push(...joined([...held.map(stretchOf), ...byPoint.get(pointId)!]))
    }
    await replace(trx, id, absorbed, asked)
  }
  return fresh
}

const waitingOf = (trx: Db, id: number, points: readonly string[]): Promise<Waiting[]> =>
  trx
    .selectFrom('rescore')
    .selectAll()
    .where('correction_id', '=', id)
    .where('point_id', 'in', points)
    .execute()

const stretchOf = ({ point_id, from_day, to_day }: Waiting): Stretch => ({
  pointId: point_id,
  from: from_day,
  to: to_day,
})

/** The stretches of one point in the order of their days; those that overlap or touch are one. */
const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const whole: Stretch[] = []
  for (const stretch of stretches.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1)
    if (!last || stretch.from > last.to + 1) whole.push(stretch)
    else whole[whole.length - 1] = { ...last, to: Math.max(last.to, stretch.to) }
  }
  return whole
}

const replace = async (
  trx: Db,
  id: number,
  absorbed: readonly number[],
  asked: readonly Stretch[],
): Promise<void> => {
  for (const chunk of chunks(absorbed, ROWS_PER_STATEMENT)) {
    await trx.deleteFrom('rescore').where('sequence', 'in', chunk).execute()
  }
  for (const chunk of chunks(asked, ROWS_PER_STATEMENT)) {
    await trx
      .insertInto('rescore')
      .values(
        chunk.map(({ pointId, from, to }) => ({
          correction_id: id,
          point_id: pointId,
          from_day: from,
          to_day: to,
        })),
      )
      .execute()
  }
}
