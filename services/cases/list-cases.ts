import type { Selectable, SelectQueryBuilder } from 'kysely'
import type { Account } from '../../schemas/account.ts'
import type { CaseListQuery, CaseSummary } from '../../schemas/case-list.ts'
import { shanghaiText } from '../../schemas/day.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { isOutside, type Wall, wallOf, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { HIDDEN } from './as-seen-by.ts'
import { conditionOf, type Looking } from './case-filter.ts'
import { behind, type CaseOrder, cursorOf, fingerprintOf, orderOf, placeIn, placeOf } from './case-order.ts'
import { toCase } from './queries.ts'

/** A page of cases; `next` asks for the page behind it, null at the end. */
export interface CaseListPage {
  readonly cases: CaseSummary[]
  readonly next: string | null
  /** Of the whole list, when it was asked for */
  readonly total?: number
}

/**
 * A page of the cases somebody sees, by filters and in an order. Pages are cut behind the last row of the one before,
 * so that none is missed or told twice while others come; `skip` looks into the middle instead. Throws ProblemError
 * when the cursor is of another list, or a government asks by what stays inside.
 */
export const listCasePage = async (
  db: Db,
  account: Account,
  { count, after, skip = 0, limit, ...asked }: CaseListQuery,
  nowMs: number,
): Promise<CaseListPage> => {
  const wall = wallOf(account)
  const seesInside = !isOutside(account)
  if (!seesInside) refuseInside(asked)
  const order = orderOf(asked, seesInside)
  const looking: Looking = { name: account.name, seesInside, nowMs }
  const fingerprint = fingerprintOf({ ...asked, who: asked.mine === undefined ? '' : account.name })
  const list = db
    .selectFrom('cases')
    .where(withinWall(wall, 'cases'))
    .where(eb => conditionOf(eb, asked, looking))
  let ids = list
    .select('cases.id')
    .$call(inOrder(order))
    .limit(limit + 1)
    .offset(skip)
  if (after !== undefined) ids = ids.where(behind(order, placeIn(after, fingerprint, order)))
  // What is asked by stands in the indexes: whole rows are read of the page alone.
  const page = db.selectFrom('cases').selectAll().where('cases.id', 'in', ids)
  const found = await page.$call(inOrder(order)).execute()
  const rows = found.slice(0, limit)
  const isWhole = after === undefined && skip === 0 && found.length <= limit
  return {
    cases: await summariesOf(db, rows, wall, seesInside),
    next: found.length > limit ? cursorOf(fingerprint, placeOf(order, rows.at(-1)!)) : null,
    ...(count
      ? {
          total: isWhole
            ? rows.length
            : await countOf(list.select(({ fn }) => fn.countAll<number>().as('n'))),
        }
      : {}),
  }
}

const inOrder =
  ({ key, direction }: CaseOrder) =>
  <O>(query: SelectQueryBuilder<Tables, 'cases', O>): SelectQueryBuilder<Tables, 'cases', O> =>
    query.orderBy(key, direction).orderBy('cases.id', direction)

const INSIDE = ['mine', 'unassigned', 'assignee', 'snoozed'] as const

const refuseInside = (asked: Pick<CaseListQuery, (typeof INSIDE)[number] | 'sort'>): void => {
  const filter = INSIDE.find(name => asked[name] !== undefined)
  const by = filter ?? (asked.sort === 'priority' ? 'sort=priority' : undefined)
  if (by === undefined) return
  throw new ProblemError('forbidden', `What "${by}" asks for stays inside the grid company: ask without it.`)
}

const countOf = async (query: { executeTakeFirst(): Promise<{ n: number } | undefined> }): Promise<number> =>
  Number((await query.executeTakeFirst())?.n)

const LEVELS = [null, 'yellow', 'orange', 'red'] as const

const summariesOf = async (
  db: Db,
  rows: readonly Selectable<Tables['cases']>[],
  wall: Wall,
  seesInside: boolean,
): Promise<CaseSummary[]> => {
  const leads = await leadsSeen(db, wall, rows)
  const charges = await chargesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(row => ({
    ...toCase(row, []),
    level: LEVELS[row.level_rank]!,
    charges: charges.get(row.id) ?? [],
    mergedInto: row.merged_into !== null && leads.has(row.merged_into) ? row.merged_into : null,
    ...(seesInside ? {} : { ...HIDDEN, snoozeReason: null }),
  }))
}

/** Of the cases that some were merged into those that are seen. */
const leadsSeen = async (
  db: Db,
  wall: Wall,
  rows: readonly Selectable<Tables['cases']>[],
): Promise<Set<string>> => {
  const ids = rows.flatMap(({ merged_into }) => merged_into ?? [])
  if (ids.length === 0) return new Set()
  const seen = db.selectFrom('cases').select('id').where('id', 'in', ids).where(withinWall(wall, 'cases'))
  return new Set((await seen.execute()).map(({ id }) => id))
}

const chargesOf = async (
  db: Db,
  caseIds: readonly string[],
): Promise<Map<string, CaseSummary['charges']>> => {
  const charges = new Map<string, CaseSummary['charges']>()
  if (caseIds.length === 0) return charges
  const rows = await db
    .selectFrom('charge')
    .select(['case_id', 'signature', 'level', 'score', 'opened_at'])
    .where('case_id', 'in', caseIds)
    .orderBy('signature')
    .execute()
  for (const { case_id, opened_at, ...charge } of rows) {
    const held = charges.get(case_id) ?? []
    held.push({ ...charge, openedAt: shanghaiText(opened_at) })
    charges.set(case_id, held)
  }
  return charges
}
