import type { CorrectedEntry, CorrectionKind } from '../../schemas/correction.ts'
import { dayText } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { ProposedTier } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { type EntryChange, FIRST_DAY, judgedDifference, LAST_DAY } from '../registry/index.ts'
import { askAgain, type Stretch } from './ask-again.ts'

const CHANGES_KEPT = 200
const ROWS_PER_STATEMENT = 500

/** Days of a point over which it is watched otherwise than before, both included, in words. */
export interface WatchChange extends Stretch {
  readonly meterId: string
  readonly before: string
  readonly after: string
}

/**
 * Puts a correction of the registry on record, with what it makes of the watch, and asks for its days to be judged
 * again; null when nothing judged is concerned.
 */
export const recordRegistryCorrection = async (
  trx: Db,
  changes: readonly EntryChange[],
  watched: readonly WatchChange[],
  actor: string,
  nowMs: number,
): Promise<number | null> =>
  record(trx, 'registry', [...changes.map(inWords), ...watched.map(watchInWords)], actor, nowMs, [
    ...changes.flatMap(stretchesOf),
    ...watched.map(stretchOf),
  ])

/** Puts a change of the watch on record and asks for its days to be judged again; null when none is judged yet. */
export const recordWatchCorrection = (
  trx: Db,
  watched: readonly WatchChange[],
  actor: string,
  nowMs: number,
): Promise<number | null> =>
  record(trx, 'watch', watched.map(watchInWords), actor, nowMs, watched.map(stretchOf))

/** An open charge that proposes another tier by rules as they were released. */
export interface TierChange {
  readonly caseId: string
  readonly customerId: string
  readonly pointId: string
  readonly signature: Signature
  /** Whether it is priced anew, or holds still */
  readonly follows: boolean
  readonly before: ProposedTier | null
  readonly after: ProposedTier | null
}

/** Puts released rules on record, with what they make of open charges; null when no charge is concerned. */
export const recordTariffCorrection = async (
  trx: Db,
  words: readonly CorrectedEntry[],
  tiers: readonly TierChange[],
  actor: string,
  nowMs: number,
): Promise<number | null> => {
  if (tiers.length === 0) return null
  const id = await insertCorrection(trx, 'tariff', actor, words.slice(0, CHANGES_KEPT), nowMs)
  await countPoints(trx, id, new Set(tiers.map(({ pointId }) => pointId)).size)
  const rows = tiers.map(({ caseId, signature, customerId, pointId, follows, before, after }) => ({
    ...{ correction_id: id, case_id: caseId, signature, customer_id: customerId, point_id: pointId },
    ...{ follows: Number(follows), tier_before: textOfTier(before), tier_after: textOfTier(after) },
  }))
  for (const chunk of chunks(rows, ROWS_PER_STATEMENT)) {
    await trx.insertInto('correction_tier').values(chunk).execute()
  }
  return id
}

const textOfTier = (tier: ProposedTier | null): string | null => (tier === null ? null : JSON.stringify(tier))

const record = async (
  trx: Db,
  kind: CorrectionKind,
  words: readonly CorrectedEntry[],
  actor: string,
  nowMs: number,
  stretches: readonly Stretch[],
): Promise<number | null> => {
  if (stretches.length === 0) return null
  const id = await insertCorrection(trx, kind, actor, words.slice(0, CHANGES_KEPT), nowMs)
  await countPoints(trx, id, await askAgain(trx, id, stretches))
  return id
}

const stretchOf = ({ pointId, from, to }: WatchChange): Stretch => ({ pointId, from, to })

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
  ruleId: null,
  from: change.from === FIRST_DAY ? null : dayText(change.from),
  to: change.to === LAST_DAY ? null : dayText(change.to),
  fields: Object.fromEntries(
    judgedDifference(change).map(name => [
      name,
      { before: textOf(change.before, name), after: textOf(change.after, name) },
    ]),
  ),
})

const watchInWords = ({ meterId, from, to, before, after }: WatchChange): CorrectedEntry => ({
  meterId,
  ruleId: null,
  from: dayText(from),
  to: dayText(to),
  fields: { watch: { before, after } },
})

const textOf = (meter: Meter | undefined, name: keyof Meter): string => {
  const value = meter?.[name]
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(';') : String(value)
}
