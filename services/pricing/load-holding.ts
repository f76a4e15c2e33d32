import type { EpochDay } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { TariffCategory } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { holdsOn, type StandingEntry, standingEntries } from './entries-on.ts'
import { entryOf, type KnownAt, releasedEntries } from './released.ts'

const IDS_PER_QUERY = 500

/** Which lines are asked for, and where the last page ended. */
export interface HoldingQuery {
  readonly day: EpochDay
  readonly knownAt?: KnownAt
  readonly industry?: string | undefined
  readonly category?: TariffCategory | undefined
  readonly after?: { readonly customerId: string; readonly entryId: string } | undefined
  readonly limit: number
}

/** Lines in the order of their customers and ids. */
export interface HoldingPage {
  /** Those that hold on the day, corrected and ended ones left out */
  readonly entries: readonly StandingEntry[]
  /** The last line that was looked at; null: there are no more */
  readonly last: { readonly customerId: string; readonly entryId: string } | null
}

/** A page of the lines that hold on a plant's day, by what was known then. Some of it may hold no more. */
export const loadHolding = async (
  db: Db,
  { day, knownAt, industry, category, after, limit }: HoldingQuery,
): Promise<HoldingPage> => {
  let query = releasedEntries(db, knownAt)
    .where('decision_entry.action', '<>', 'end')
    .where('decision_entry.from_day', '<=', day)
    .where(({ or, eb }) =>
      or([eb('decision_entry.to_day', 'is', null), eb('decision_entry.to_day', '>=', day)]),
    )
    .orderBy('decision_entry.customer_id')
    .orderBy('decision_entry.id')
    .limit(limit)
  if (industry !== undefined) query = query.where('decision_entry.industry', '=', industry)
  if (category !== undefined) query = query.where('decision_entry.category', '=', category)
  if (after !== undefined) {
    query = query
      .where('decision_entry.customer_id', '>=', after.customerId)
      .where(({ or, eb }) =>
        or([
          eb('decision_entry.customer_id', '>', after.customerId),
          eb('decision_entry.id', '>', after.entryId),
        ]),
      )
  }
  const found = (await query.execute()).map(entryOf)
  const last = found.at(-1)
  return {
    entries: await standingOn(db, found, day, knownAt),
    last: last && found.length === limit ? { customerId: last.customerId, entryId: last.id } : null,
  }
}

/** Of lines those that hold on a day, as their corrections and ends leave them. */
const standingOn = async (
  db: Db,
  found: readonly ReleasedEntry[],
  day: EpochDay,
  knownAt: KnownAt,
): Promise<StandingEntry[]> => {
  // A correction stands only when no later one of the same line does: all of that line are looked at.
  const targets = new Set(found.flatMap(({ id, entryId }) => (entryId === null ? [id] : [id, entryId])))
  const later: ReleasedEntry[] = []
  for (const ids of chunks([...targets], IDS_PER_QUERY)) {
    const rows = await releasedEntries(db, knownAt)
      .where('decision_entry.entry_id', 'in', ids)
      .orderBy('price_change.released')
      .orderBy('decision_entry.row')
      .execute()
    later.push(...rows.map(entryOf))
  }
  const isLater = new Set(later.map(({ id }) => id))
  const all = standingEntries([...found.filter(({ id }) => !isLater.has(id)), ...later])
  const standing = new Map(all.map(one => [one.id, one]))
  return found.flatMap(({ id }) => {
    const one = standing.get(id)
    return one && holdsOn(one, day) ? [one] : []
  })
}

/** Customers with a line that may hold on one of some days, in their order, behind `after`. */
export const loadHoldingCustomers = async (
  db: Db,
  { days, after, limit }: { days: readonly EpochDay[]; after?: string | undefined; limit: number },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('decision_entry')
    .select('customer_id')
    .distinct()
    .where('action', '<>', 'end')
    .where(({ or, and, eb }) =>
      or(
        days.map(day =>
          and([eb('from_day', '<=', day), or([eb('to_day', 'is', null), eb('to_day', '>=', day)])]),
        ),
      ),
    )
    .$if(after !== undefined, query => query.where('customer_id', '>', after!))
    .orderBy('customer_id')
    .limit(limit)
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}
