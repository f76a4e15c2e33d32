import { type ExpressionBuilder, sql } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import { dayOf } from '../../schemas/day.ts'
import type { OverdueBy, OverdueRow } from '../../schemas/deadline.ts'
import { isOutside, wallOf, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { workingDaysBetween } from '../calendar/index.ts'
import { dueSoonUntil } from './in-force.ts'

/** What stands open and what is overdue, by district, state or supply unit, as far as somebody sees. */
export const readOverdue = async (
  db: Db,
  account: Account,
  by: OverdueBy,
  nowMs: number,
): Promise<OverdueRow[]> => {
  const open = openCases(db, account)
  const soon = dueSoonUntil(nowMs)
  const rows = await open
    .select(eb => [
      keyOf(eb, by).as('key'),
      eb.fn.countAll<number>().as('open'),
      sql<number>`sum(case when due_at > ${nowMs} and due_at <= ${soon} then 1 else 0 end)`.as('dueSoon'),
      sql<number>`sum(case when due_at <= ${nowMs} then 1 else 0 end)`.as('overdue'),
      sql<number>`sum(case when urged_at is not null then 1 else 0 end)`.as('urged'),
      ofLevel(3).as('red'),
      ofLevel(2).as('orange'),
      ofLevel(1).as('yellow'),
      sql<number>`sum(stake_kwh)`.as('stakeKwh'),
      sql<number>`sum(stake_yuan)`.as('stakeYuan'),
      sql<number | null>`min(case when due_at <= ${nowMs} then due_at end)`.as('dueAt'),
    ])
    .groupBy(eb => keyOf(eb, by))
    .orderBy('key')
    .execute()
  const board: OverdueRow[] = []
  const seesInside = !isOutside(account)
  for (const { key, dueAt, ...counts } of rows) {
    const oldest = dueAt === null ? null : await oldestOf(open, by, key, Number(dueAt), nowMs)
    const { red, orange, yellow, stakeKwh, stakeYuan, ...told } = asNumbers(counts)
    const stake = seesInside ? { stakeKwh, stakeYuan } : { stakeKwh: null, stakeYuan: null }
    board.push({ key, ...told, levels: { red, orange, yellow }, ...stake, oldest })
  }
  return board
}

/** Cases whose highest charge is of a level, by its rank. */
const ofLevel = (rank: number) => sql<number>`sum(case when level_rank = ${rank} then 1 else 0 end)`

const openCases = (db: Db, account: Account) =>
  db
    .selectFrom('cases')
    .where('state', 'not in', ['closed', 'merged'])
    .where(withinWall(wallOf(account), 'cases'))

const keyOf = (eb: ExpressionBuilder<Tables, 'cases'>, by: OverdueBy) =>
  by === 'district'
    ? eb.fn.coalesce('cases.told_district', 'cases.district_code')
    : eb.ref(by === 'state' ? 'cases.state' : 'cases.supply_unit').$castTo<string>()

const oldestOf = async (
  open: ReturnType<typeof openCases>,
  by: OverdueBy,
  key: string,
  dueAt: number,
  nowMs: number,
): Promise<OverdueRow['oldest']> => {
  const { number } = await open
    .select('number')
    .where('due_at', '=', dueAt)
    .where(eb => eb(keyOf(eb, by), '=', key))
    .orderBy('number')
    .limit(1)
    .executeTakeFirstOrThrow()
  // It was due when the day before the one of `dueAt` ended.
  return { number, days: workingDaysBetween(dayOf(dueAt) - 1, dayOf(nowMs)) }
}

/** PostgreSQL gives counts as text. */
const asNumbers = <T extends Record<string, number>>(counts: T): T =>
  Object.fromEntries(Object.entries(counts).map(([name, n]) => [name, Number(n)])) as T
