import { setImmediate } from 'node:timers/promises'
import Big from 'big.js'
import type { Account } from '../../schemas/account.ts'
import type { WhatIfPage, WhatIfRow } from '../../schemas/bill.ts'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import type { ReleasedRule, TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadRules, rulesOf } from '../pricing/index.ts'
import type { BillDeps } from './customer-bill.ts'
import { meteringTree } from './metered.ts'
import { customersPriced, placesIn } from './readers.ts'
import { compareCustomers } from './what-if-rows.ts'

/** Customers that are looked at in one go: others are answered in between. */
const CUSTOMERS_AT_ONCE = 10
const DAYS_AT_MOST = 400

export interface WhatIfAsked {
  readonly from: EpochDay
  /** The last day, inclusive */
  readonly to: EpochDay
  readonly district?: string | undefined
  readonly industry?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  /** Whether the first page comes with the totals of all, for which all are reckoned */
  readonly totals?: boolean | undefined
}

/**
 * What the customers on the list pay over a period by the rules that count, and what they would pay by proposed ones,
 * which take the place of those of their id. A page of those that somebody reads, in the order of their ids.
 */
export const whatIf = async (
  deps: Pick<BillDeps, 'db' | 'registry' | 'calendar' | 'nowMs'>,
  proposed: readonly TariffRule[],
  asked: WhatIfAsked,
  account: Account,
): Promise<WhatIfPage | { readonly refused: Refusal }> => {
  const refused = periodFault(asked, deps.nowMs())
  if (refused) return { refused }
  const counting = await loadRules(deps.db)
  const rules = {
    now: rulesOf(counting),
    proposed: rulesOf(withProposed(counting, proposed, deps.nowMs())),
  }
  const tree = meteringTree(deps.registry.entries(), deps.registry.atPoint)
  const places = placesIn(tree)
  const { district } = asked
  const sees = async (ids: readonly string[]): Promise<string[]> => {
    const seen = await customersPriced(deps.db, tree, account, ids, asked.to)
    const isThere = (id: string): boolean => district === undefined || places(id, asked.to).includes(district)
    return ids.filter(id => seen.has(id) && isThere(id))
  }
  const customers: WhatIfRow[] = []
  const totals = asked.totals && asked.after === undefined ? emptyTotals() : null
  let isMore = false
  for (let after = asked.after; ; ) {
    const ids = await listedAfter(deps.db, asked.industry, after)
    const last = ids.at(-1)
    if (last === undefined) break
    for (const row of await compareCustomers({ ...deps, tree, places }, rules, await sees(ids), asked)) {
      if (customers.length < asked.limit) customers.push(row)
      else isMore = true
      totals?.add(row)
    }
    if (isMore && !totals) break
    after = last
    await setImmediate()
  }
  return {
    customers,
    totals: totals?.sum() ?? null,
    next: isMore ? customers.at(-1)!.customerId : null,
  }
}

const periodFault = ({ from, to }: WhatIfAsked, nowMs: number): Refusal | undefined =>
  to < from || to - from >= DAYS_AT_MOST || to >= dayOf(nowMs)
    ? refusal('bad-request', `Ask for 1 to ${DAYS_AT_MOST} days that are over, "from" before "to".`)
    : undefined

/** The rules as they would count once the proposed ones were released. */
const withProposed = (
  counting: readonly ReleasedRule[],
  proposed: readonly TariffRule[],
  nowMs: number,
): ReleasedRule[] => {
  const rules = new Map(counting.map(rule => [rule.id, rule]))
  for (const rule of proposed) {
    const version = (rules.get(rule.id)?.version ?? 0) + 1
    rules.set(rule.id, { ...rule, version, changeId: '', releasedAt: new Date(nowMs).toISOString() })
  }
  return [...rules.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The next customers that a released decision names, by their ids. */
const listedAfter = async (
  db: Db,
  industry: string | undefined,
  after: string | undefined,
): Promise<string[]> => {
  const rows = await db
    .selectFrom('decision_entry')
    .innerJoin('price_change', 'price_change.id', 'decision_entry.change_id')
    .select('decision_entry.customer_id')
    .distinct()
    .where('price_change.released', 'is not', null)
    .$if(industry !== undefined, query => query.where('decision_entry.industry', '=', industry!))
    .$if(after !== undefined, query => query.where('decision_entry.customer_id', '>', after!))
    .orderBy('decision_entry.customer_id')
    .limit(CUSTOMERS_AT_ONCE)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** Sums that are exact: amounts in yuan with two places, energy in whole Wh. */
const emptyTotals = () => {
  let [customers, openNow, openProposed] = [0, 0, 0]
  let [kwh, now, proposed] = [new Big(0), new Big(0), new Big(0)]
  return {
    add(row: WhatIfRow): void {
      customers += 1
      kwh = kwh.plus(row.kwh)
      now = now.plus(row.now.yuan)
      proposed = proposed.plus(row.proposed.yuan)
      openNow += row.now.openLines
      openProposed += row.proposed.openLines
    },
    sum: (): NonNullable<WhatIfPage['totals']> => ({
      customers,
      kwh: kwh.toNumber(),
      now: { yuan: now.toFixed(2), openLines: openNow },
      proposed: { yuan: proposed.toFixed(2), openLines: openProposed },
      difference: proposed.minus(now).toFixed(2),
    }),
  }
}
