import { type Expression, type ExpressionBuilder, type RawBuilder, type SqlBool, sql } from 'kysely'
import type { CaseFilterQuery } from '../../schemas/case-list.ts'
import { dayStartMs, parseDay } from '../../schemas/day.ts'
import type { Tables } from '../adapters/store/index.ts'
import { RANK } from '../criteria/index.ts'

/** Who looks, and when. */
export interface Looking {
  readonly name: string
  /** Whether it sees what stays inside the grid company: whom a case is assigned to, its sleep and its stake */
  readonly seesInside: boolean
  readonly nowMs: number
}

type Cases = ExpressionBuilder<Tables, 'cases'>
type Condition = Expression<SqlBool> | false | undefined | null | '' | 0

/** Written as in the indexes, which hold what is open alone. */
const IS_OPEN: RawBuilder<SqlBool> = sql`cases.state not in ('closed', 'merged')`

/** What the rows of a list fulfil. */
export const conditionOf = (
  eb: Cases,
  query: CaseFilterQuery,
  { name, seesInside, nowMs }: Looking,
): Expression<SqlBool> => {
  const { assignee, state, level, signature, district, supplyUnit, industry, source } = query
  const { inbox, mine, unassigned, desk, overdue, snoozed, merged, openedFrom, openedTo, text } = query
  const asleep = eb('cases.snoozed_until', '>', nowMs)
  const awake = eb.or([eb('cases.snoozed_until', 'is', null), eb('cases.snoozed_until', '<=', nowMs)])
  const late = eb('cases.due_at', '<', nowMs)
  const inTime = eb.or([eb('cases.due_at', 'is', null), eb('cases.due_at', '>=', nowMs)])
  const conditions: Condition[] = [
    inbox && IS_OPEN,
    inbox && seesInside && awake,
    (inbox || !merged) && eb('cases.merged_into', 'is', null),
    mine !== undefined && eb('cases.assignee', mine ? '=' : 'is distinct from', name),
    unassigned !== undefined && eb('cases.assignee', unassigned ? 'is' : 'is not', null),
    desk !== undefined && (desk ? ofDesk(eb, name) : eb.not(ofDesk(eb, name))),
    assignee !== undefined && eb('cases.assignee', '=', assignee),
    state !== undefined && eb('cases.state', 'in', state),
    level !== undefined && eb('cases.level_rank', '>=', RANK[level] + 1),
    signature !== undefined && contains(sql`';' || cases.signatures || ';'`, `;${signature};`),
    district !== undefined &&
      eb.or([eb('cases.told_district', '=', district), eb('cases.district_code', '=', district)]),
    supplyUnit !== undefined && eb('cases.supply_unit', '=', supplyUnit),
    industry !== undefined && sql<SqlBool>`cases.industry_code like ${`${literal(industry)}%`} escape '\\'`,
    overdue !== undefined && (overdue ? late : inTime),
    snoozed !== undefined && (snoozed ? asleep : awake),
    source !== undefined && eb('cases.source', '=', source),
    openedFrom !== undefined && eb('cases.opened_at', '>=', dayStartMs(parseDay(openedFrom))),
    openedTo !== undefined && eb('cases.opened_at', '<', dayStartMs(parseDay(openedTo) + 1)),
    text !== undefined && contains(NAMES, lowerAscii(text)),
  ]
  return eb.and(conditions.filter(condition => typeof condition === 'object' && condition !== null))
}

/** Nobody's, or one's own. */
const ofDesk = (eb: Cases, name: string): Expression<SqlBool> =>
  eb.or([eb('cases.assignee', 'is', null), eb('cases.assignee', '=', name)])

const contains = (column: RawBuilder<string>, part: string): RawBuilder<SqlBool> =>
  sql`${column} like ${`%${literal(part)}%`} escape '\\'`

/** What a case is called by, one a line. */
const NAMES: RawBuilder<string> = sql`lower(cases.number || '\n' || cases.customer_id || '\n' || cases.customer_name)`

/** In a pattern of LIKE these would stand for any text. */
const literal = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&')

/** Both stores fold A–Z alone. */
const lowerAscii = (text: string): string => text.replaceAll(/[A-Z]/g, letter => letter.toLowerCase())
