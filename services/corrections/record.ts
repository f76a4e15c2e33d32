import type { CorrectedEntry, CorrectionKind } from '../../schemas/correction.ts'
import { dayText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { type EntryChange, FIRST_DAY, judgedDifference, LAST_DAY } from '../registry/index.ts'
import { askAgain, type Stretch } from './ask-again.ts'

const CHANGES_KEPT = 200

/** Puts a correction on record and asks for its days to be judged again; null when nothing judged is concerned. */
export const recordRegistryCorrection = async (
  trx: Db,
  changes: readonly EntryChange[],
  actor: string,
  nowMs: number,
): Promise<number | null> => {
  if (changes.length === 0) return null
  const words = changes.slice(0, CHANGES_KEPT).map(inWords)
  const id = await insertCorrection(trx, 'registry', actor, words, nowMs)
  await countPoints(trx, id, await askAgain(trx, id, changes.flatMap(stretchesOf)))
  return id
}

/**
 * Puts a backfill on record, one for all that comes until its days are judged, and asks for these to be judged
 * again.
 */
export const recordBackfill = async (
  trx: Db,
  stretches: readonly Stretch[],
  nowMs: number,
): Promise<void> => {
  if (stretches.length === 0) return
  const waiting = await trx
    .selectFrom('rescore')
    .innerJoin('correction', 'correction.id', 'rescore.correction_id')
    .select('correction.id')
    .where('correction.kind', '=', 'backfill')
    .orderBy('correction.id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const id = waiting?.id ?? (await insertCorrection(trx, 'backfill', 'system', [], nowMs))
  await countPoints(trx, id, await askAgain(trx, id, stretches))
}

/** The point a meter stood at, and, where it stands at another one now, that one after it. */
const stretchesOf = ({ before, after, from, to }: EntryChange): Stretch[] =>
  [...new Set([before, after].flatMap(meter => meter?.pointId ?? []))].map(pointId => ({ pointId, from, to }))

const insertCorrection = async (
  trx: Db,
  kind: CorrectionKind,
  actor: string,
  changes: readonly CorrectedEntry[],
  nowMs: number,
): Promise<number> => {
  const { id } = await trx
    .insertInto('correction')
    .values({ at: nowMs, actor, kind, changes: JSON.stringify(changes), points: 0, judged_days: 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const countPoints = async (trx: Db, id: number, points: number): Promise<void> => {
  await trx
    .updateTable('correction')
    .set(({ eb }) => ({ points: eb('points', '+', points) }))
    .where('id', '=', id)
    .execute()
}

const inWords = (change: EntryChange): CorrectedEntry => ({
  meterId: change.meterId,
  from: change.from === FIRST_DAY ? null : dayText(change.from),
  to: change.to === LAST_DAY ? null : dayText(change.to),
  fields: Object.fromEntries(
    judgedDifference(change).map(name => [
      name,
      { before: textOf(change.before, name), after: textOf(change.after, name) },
    ]),
  ),
})

const textOf = (meter: Meter | undefined, name: keyof Meter): string => {
  const value = meter?.[name]
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(';') : String(value)
}
