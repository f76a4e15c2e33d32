import type { ExpressionBuilder, ExpressionWrapper, Selectable, SqlBool } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { dayOf, dayText, type EpochDay } from '../../schemas/day.ts'
import type { KnownGood, KnownGoodState } from '../../schemas/known-good.ts'
import { wallOf } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

export type Row = Selectable<Tables['known_good']>

export interface KnownGoodFilter {
  readonly state?: KnownGoodState | undefined
  readonly customer?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of entries in the order they were proposed, of customers that somebody sees. */
export const listKnownGood = async (
  db: Db,
  account: Account,
  { state, customer, after, limit }: KnownGoodFilter,
  nowMs: number,
): Promise<KnownGood[]> => {
  let query = db
    .selectFrom('known_good')
    .selectAll()
    .where(seenBy(account, 'known_good'))
    .orderBy('id')
    .limit(limit)
  if (state) query = query.where(inState(state, dayOf(nowMs)))
  if (customer) query = query.where('customer_id', '=', customer)
  if (after) query = query.where('id', '>', after)
  return (await query.execute()).map(row => knownGoodOf(row, nowMs))
}

const inState =
  (state: KnownGoodState, today: EpochDay) =>
  (eb: ExpressionBuilder<Tables, 'known_good'>): ExpressionWrapper<Tables, 'known_good', SqlBool> => {
    if (state !== 'active' && state !== 'over') return eb.and([eb('state', '=', state)])
    return eb.and([eb('state', '=', 'released'), eb('until_day', state === 'active' ? '>=' : '<', today)])
  }

/** Whether a customer is seen: by the supply unit of the newest entry of one of its meters. */
export const seesCustomer = async (db: Db, account: Account, customerId: string): Promise<boolean> =>
  (await db
    .selectFrom('meter')
    .select('meter_id')
    .where('customer_id', '=', customerId)
    .where(seenBy(account, 'meter'))
    .limit(1)
    .executeTakeFirst()) !== undefined

/** The same as a condition on rows that name a customer. */
const seenBy =
  <T extends 'known_good' | 'meter'>(account: Account, table: T) =>
  (eb: ExpressionBuilder<Tables, T>): ExpressionWrapper<Tables, T, SqlBool> => {
    const wall = wallOf(account)
    if (wall.kind === 'none') return eb.and([])
    if (wall.kind !== 'supply-units') return eb.or([])
    const on = eb as unknown as ExpressionBuilder<Tables, 'known_good'>
    const newest = on
      .selectFrom('meter as held')
      .select('held.meter_id')
      .whereRef('held.customer_id', '=', `${table}.customer_id` as 'known_good.customer_id')
      .where('held.supply_unit', 'in', [...wall.units])
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('meter as later')
              .select('later.meter_id')
              .whereRef('later.meter_id', '=', 'held.meter_id')
              .whereRef('later.valid_from', '>', 'held.valid_from'),
          ),
        ),
      )
    return on.and([on.exists(newest)]) as unknown as ExpressionWrapper<Tables, T, SqlBool>
  }

export const findRow = (db: Db, id: string): Promise<Row | undefined> =>
  db.selectFrom('known_good').selectAll().where('id', '=', id).executeTakeFirst()

export const knownGoodOf = (row: Row, nowMs: number): KnownGood => ({
  id: row.id,
  customerId: row.customer_id,
  signature: row.signature,
  owner: row.owner,
  reason: row.reason,
  document: row.document,
  until: dayText(row.until_day),
  state: stateOf(row, nowMs),
  proposedBy: row.proposed_by,
  proposedAt: instant(row.proposed_at)!,
  decidedBy: row.decided_by,
  decidedAt: instant(row.decided_at),
  endedBy: row.ended_by,
  endedAt: instant(row.ended_at),
  endReason: row.end_reason,
})

export const stateOf = ({ state, until_day }: Row, nowMs: number): KnownGoodState => {
  if (state !== 'released') return state
  return until_day >= dayOf(nowMs) ? 'active' : 'over'
}

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())
