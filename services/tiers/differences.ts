import type { Account } from '../../schemas/account.ts'
import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type {
  CustomerRow,
  DifferenceFilter,
  DifferencePage,
  ListDifference,
  RuleRow,
} from '../../schemas/price-list.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  holdsOn,
  type KnownAt,
  loadEntries,
  loadHoldingCustomers,
  type RuleShelf,
  standingEntries,
} from '../pricing/index.ts'
import { rowsInForce } from './customer-rows.ts'
import { ruleRows } from './rule-list.ts'
import { sightOf } from './seen.ts'
import { knownAtOf } from './words.ts'

const CUSTOMERS_READ = 500

/** A day, and what was known of it. */
interface Moment {
  readonly day: EpochDay
  readonly knownAt: KnownAt
}

type Row = RuleRow | CustomerRow

/**
 * A page of what is otherwise on one day than on another: rules by their ids, customers in their order with industry,
 * line and points. Of customers only what is in force: a proposal is on no list.
 */
export const listDifferences = async (
  db: Db,
  shelf: RuleShelf,
  account: Account,
  { list, after, limit, ...asked }: DifferenceFilter & { after?: string | undefined; limit: number },
): Promise<DifferencePage> => {
  const before: Moment = { day: parseDay(asked.from), knownAt: knownAtOf(asked.fromKnownAt) }
  const then: Moment = { day: parseDay(asked.to), knownAt: knownAtOf(asked.knownAt) }
  const days = { from: dayText(before.day), to: dayText(then.day) }
  if (list === 'rules') return { ...days, ...(await ofRules(shelf, before, then, after, limit)) }
  return { ...days, ...(await ofCustomers(db, shelf, account, before, then, after, limit)) }
}

type Cut = Pick<DifferencePage, 'differences' | 'next'>

const ofRules = async (
  shelf: RuleShelf,
  before: Moment,
  then: Moment,
  after: string | undefined,
  limit: number,
): Promise<Cut> => {
  const rows = async ({ day, knownAt }: Moment) => ruleRows(await shelf.at(knownAt), day)
  const all = differencesOf(await rows(before), await rows(then), ({ ruleId }) => ruleId, RULE_FIELDS)
  return cut(
    all.filter(({ key }) => after === undefined || key > after),
    limit,
  )
}

/** Whole customers, until the page is full: `next` is the last of them. */
const ofCustomers = async (
  db: Db,
  shelf: RuleShelf,
  account: Account,
  before: Moment,
  then: Moment,
  after: string | undefined,
  limit: number,
): Promise<Cut> => {
  const differences: ListDifference[] = []
  let last = after
  for (;;) {
    const ids = await loadHoldingCustomers(db, {
      days: [before.day, then.day],
      after: last,
      limit: Math.min(limit, CUSTOMERS_READ),
    })
    const [old, fresh] = [
      await rowsOf(db, shelf, account, before, ids),
      await rowsOf(db, shelf, account, then, ids),
    ]
    differences.push(...differencesOf(old, fresh, customerKey, CUSTOMER_FIELDS))
    last = ids.at(-1)
    if (last === undefined || ids.length < Math.min(limit, CUSTOMERS_READ)) return { differences, next: null }
    if (differences.length >= limit) return { differences, next: last }
  }
}

/** What customers are on the list with on a day, of those that somebody sees that day. */
const rowsOf = async (
  db: Db,
  shelf: RuleShelf,
  account: Account,
  { day, knownAt }: Moment,
  ids: readonly string[],
): Promise<CustomerRow[]> => {
  const released = await loadEntries(db, ids, knownAt)
  const holding = ids.flatMap(id =>
    standingEntries(released.get(id) ?? []).filter(entry => holdsOn(entry, day)),
  )
  const placed = await rowsInForce({ db, rules: await shelf.at(knownAt), day, knownAt }, holding)
  const isSeen = await sightOf(db, account)(placed)
  return placed.filter(({ customerId, place }) => isSeen(customerId, place)).map(({ row }) => row)
}

const customerKey = ({ customerId, industry, line, pointIds }: CustomerRow): string =>
  [customerId, industry, line, pointIds.toSorted().join(';')].join(' ')

const RULE_FIELDS = [
  ...(['version', 'jurisdiction', 'industries', 'category', 'yuanPerKwh', 'amount', 'floats'] as const),
  ...(['appliesTo', 'documentNo', 'documentTitle', 'effectiveFrom', 'effectiveTo', 'planYear'] as const),
  ...(['sourceStatus', 'verification'] as const),
]

const CUSTOMER_FIELDS = [
  ...(['districtCode', 'category', 'step', 'from', 'until', 'yuanPerKwh', 'toEnter', 'documentNo'] as const),
  ...(['ruleId', 'ruleVersion', 'sourceStatus', 'entryId', 'caseNumber'] as const),
]

/** Rows of one key are paired in their order. */
const differencesOf = <R extends Row>(
  before: readonly R[],
  then: readonly R[],
  keyOf: (row: R) => string,
  fields: readonly (keyof R & string)[],
): ListDifference[] => {
  const [old, fresh] = [Map.groupBy(before, keyOf), Map.groupBy(then, keyOf)]
  const keys = [...new Set([...old.keys(), ...fresh.keys()])].sort()
  return keys.flatMap(key => {
    const [had, has] = [old.get(key) ?? [], fresh.get(key) ?? []]
    return Array.from({ length: Math.max(had.length, has.length) }, (_, i) =>
      differenceOf(key, had[i], has[i], fields),
    ).filter(one => one !== undefined)
  })
}

const differenceOf = <R extends Row>(
  key: string,
  before: R | undefined,
  after: R | undefined,
  fields: readonly (keyof R & string)[],
): ListDifference | undefined => {
  if (!before || !after) {
    const change = before ? 'went' : 'came'
    return { key, change, fields: [], before: before ?? null, after: after ?? null }
  }
  const changed = fields.filter(field => JSON.stringify(before[field]) !== JSON.stringify(after[field]))
  return changed.length > 0 ? { key, change: 'changed', fields: changed, before, after } : undefined
}

const cut = (differences: ListDifference[], limit: number): Cut => {
  const page = differences.slice(0, limit)
  return { differences: page, next: differences.length > limit ? page.at(-1)!.key : null }
}
