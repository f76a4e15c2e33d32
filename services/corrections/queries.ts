import type { ExpressionBuilder } from 'kysely'
import { z } from 'zod'
import {
  CorrectedEntry,
  type Correction,
  type CorrectionEffect,
  type TierEffect,
} from '../../schemas/correction.ts'
import { dayText } from '../../schemas/day.ts'
import { ProposedTier } from '../../schemas/tariff.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

export interface CorrectionQuery {
  /** Id of the last correction of the page before */
  readonly before?: number | undefined
  readonly limit: number
}

/** A page of corrections, newest first. */
export const listCorrections = async (db: Db, { before, limit }: CorrectionQuery): Promise<Correction[]> => {
  let query = db.selectFrom('correction').selectAll().orderBy('id', 'desc').limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  const corrections: Correction[] = []
  for (const row of await query.execute()) {
    corrections.push({
      id: row.id,
      at: new Date(row.at).toISOString(),
      actor: row.actor,
      kind: row.kind,
      changes: z.array(CorrectedEntry).parse(JSON.parse(row.changes)),
      points: row.points,
      judgedDays: row.judged_days,
      waiting: await countOf(
        db
          .selectFrom('rescore')
          .where('correction_id', '=', row.id)
          .select(({ fn }) => fn.count<number>('point_id').distinct().as('n')),
      ),
      effects: await countEffects(db, row.id),
    })
  }
  return corrections
}

export const findCorrection = async (db: Db, id: number): Promise<Correction | undefined> => {
  const [found] = await listCorrections(db, { before: id + 1, limit: 1 })
  return found?.id === id ? found : undefined
}

const countEffects = async (db: Db, id: number): Promise<number> => {
  const days = effectsOf(db, id).select(({ fn }) => fn.countAll<number>().as('n'))
  const tiers = db.selectFrom('correction_tier').where('correction_id', '=', id)
  return (await countOf(days)) + (await countOf(tiers.select(({ fn }) => fn.countAll<number>().as('n'))))
}

const countOf = async (query: { executeTakeFirst(): Promise<{ n: number } | undefined> }): Promise<number> =>
  Number((await query.executeTakeFirst())?.n ?? 0)

/** Days whose finding came, went or changed. */
const effectsOf = (db: Db, id: number) =>
  db
    .selectFrom('correction_effect')
    .where('correction_id', '=', id)
    .where(({ eb, ref }) => eb('score_before', 'is distinct from', ref('score_after')))

export interface EffectQuery {
  readonly id: number
  readonly offset: number
  readonly limit: number
}

/** State of the customer's open case, else of the one closed last. */
const latestState = (eb: ExpressionBuilder<Tables, 'correction_effect'>) =>
  eb
    .selectFrom('cases')
    .select('cases.state')
    .whereRef('cases.customer_id', '=', 'correction_effect.customer_id')
    .orderBy(({ fn, val }) => fn.coalesce('cases.closed_at', val(Number.MAX_SAFE_INTEGER)), 'desc')
    .limit(1)

/** The differences a correction made, by point, signature and day. */
export const listEffects = async (
  db: Db,
  { id, offset, limit }: EffectQuery,
): Promise<CorrectionEffect[]> => {
  const rows = await effectsOf(db, id)
    .select(eb => [
      'point_id',
      'customer_id',
      'signature',
      'day',
      'score_before',
      'score_after',
      latestState(eb).as('state'),
    ])
    .orderBy('point_id')
    .orderBy('signature')
    .orderBy('day')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    pointId: row.point_id,
    customerId: row.customer_id,
    signature: row.signature,
    day: dayText(row.day),
    scoreBefore: row.score_before,
    scoreAfter: row.score_after,
    caseState: row.state,
  }))
}

/** What released rules make of the tiers of open charges, by the number of the case and the signature. */
export const listTierEffects = async (db: Db, { id, offset, limit }: EffectQuery): Promise<TierEffect[]> => {
  const rows = await db
    .selectFrom('correction_tier')
    .innerJoin('cases', 'cases.id', 'correction_tier.case_id')
    .selectAll('correction_tier')
    .select(['cases.number', 'cases.state'])
    .where('correction_id', '=', id)
    .orderBy('cases.number')
    .orderBy('signature')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(row => ({
    caseId: row.case_id,
    caseNumber: row.number,
    customerId: row.customer_id,
    pointId: row.point_id,
    signature: row.signature,
    before: tierIn(row.tier_before),
    after: tierIn(row.tier_after),
    follows: row.follows === 1,
    caseState: row.state,
  }))
}

const tierIn = (text: string | null): ProposedTier | null =>
  text === null ? null : ProposedTier.parse(JSON.parse(text))
