import type { OpeningPreview } from '../../schemas/criterion.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import {
  COVERAGE_TO_OPEN,
  compareOpenings,
  type Highest,
  loadCriteria,
  openingsBy,
  type Period,
} from '../criteria/index.ts'

const ROWS_PER_INSERT = 500

/** What a version in shadow said of a judged day. */
export interface ShadowScore {
  readonly signature: Signature
  readonly version: string
  readonly pointId: string
  readonly day: EpochDay
  readonly score: number
}

/** Stores what versions in shadow said; a day judged again replaces what was said of it. */
export const saveShadowScores = async (trx: Db, scores: readonly ShadowScore[]): Promise<void> => {
  if (scores.length === 0) return
  for (const chunk of chunks(scores, ROWS_PER_INSERT)) {
    await trx
      .insertInto('shadow_score')
      .values(chunk.map(({ pointId, ...rest }) => ({ ...rest, point_id: pointId })))
      .onConflict(conflict =>
        conflict
          .columns(['signature', 'version', 'day', 'point_id'])
          .doUpdateSet(({ ref }) => ({ score: ref('excluded.score') })),
      )
      .execute()
  }
  const days = new Map(
    scores.map(({ signature, version, day }) => [
      `${signature} ${version} ${day}`,
      { signature, version, day },
    ]),
  )
  for (const chunk of chunks([...days.values()], ROWS_PER_INSERT)) {
    await trx
      .insertInto('shadow_day')
      .values(chunk)
      .onConflict(conflict => conflict.doNothing())
      .execute()
  }
}

/** How many distinct days of data a version has judged in shadow, and the first of them. */
export const shadowDaysOf = async (
  db: Db,
  signature: Signature,
  version: string,
): Promise<{ days: number; first: EpochDay | null }> => {
  const row = await db
    .selectFrom('shadow_day')
    .select(({ fn }) => [fn.countAll<number>().as('days'), fn.min('day').as('first')])
    .where('signature', '=', signature)
    .where('version', '=', version)
    .executeTakeFirstOrThrow()
  return { days: Number(row.days), first: row.first }
}

/**
 * What would open, or open no longer, had a version judged a past period instead of the active one, by the criteria
 * as they are. Only days of points that both have judged are compared; nothing is changed.
 */
export const previewVersion = async (
  db: Db,
  { signature, version }: { readonly signature: Signature; readonly version: string },
  period: Period,
): Promise<OpeningPreview> => {
  const criteria = await loadCriteria(db)
  const before = await openingsBy(criteria, signature, period, activeScores(db, signature, version))
  const after = await openingsBy(criteria, signature, period, shadowScores(db, signature, version))
  return compareOpenings(db, signature, period, before, after)
}

/** The days that a version in shadow and the active one have judged. */
const bothJudged = (db: Db, signature: Signature, version: string, { from, to }: Period) =>
  db
    .selectFrom('shadow_score')
    .innerJoin('feature', join =>
      join
        .onRef('feature.point_id', '=', 'shadow_score.point_id')
        .onRef('feature.day', '=', 'shadow_score.day')
        .on('feature.coverage', '>=', COVERAGE_TO_OPEN),
    )
    .where('shadow_score.signature', '=', signature)
    .where('shadow_score.version', '=', version)
    .where('shadow_score.day', '>=', from)
    .where('shadow_score.day', '<=', to)

const shadowScores =
  (db: Db, signature: Signature, version: string): Highest =>
  async (period, atLeast) => {
    const rows = await bothJudged(db, signature, version, period)
      .select(({ fn }) => ['feature.customer_id', fn.max('shadow_score.score').as('score')])
      .where('shadow_score.score', '>=', atLeast)
      .groupBy('feature.customer_id')
      .execute()
    return new Map(rows.map(({ customer_id, score }) => [customer_id, score]))
  }

const activeScores =
  (db: Db, signature: Signature, version: string): Highest =>
  async (period, atLeast) => {
    const rows = await bothJudged(db, signature, version, period)
      .innerJoin('finding', join =>
        join
          .onRef('finding.point_id', '=', 'shadow_score.point_id')
          .onRef('finding.day', '=', 'shadow_score.day')
          .onRef('finding.signature', '=', 'shadow_score.signature'),
      )
      .select(({ fn }) => ['finding.customer_id', fn.max('finding.score').as('score')])
      .where('finding.current', '=', 1)
      .where('finding.score', '>=', atLeast)
      .groupBy('finding.customer_id')
      .execute()
    return new Map(rows.map(({ customer_id, score }) => [customer_id, score]))
  }
