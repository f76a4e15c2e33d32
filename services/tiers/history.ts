import type { Account } from '../../schemas/account.ts'
import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { PriceHistory, PriceRecord } from '../../schemas/price-list.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import {
  type KnownAt,
  loadAssessments,
  loadEntries,
  loadRecords,
  type RuleShelf,
  standingEntries,
} from '../pricing/index.ts'
import { loadPlaces } from './places.ts'
import { seesTier } from './seen.ts'
import { stretchesOf } from './stretches.ts'

export interface HistoryAsked {
  readonly account: Account
  readonly customerId: string
  /** Last plant day of the time line */
  readonly to: EpochDay
  readonly knownAt: KnownAt
}

/**
 * All that is on record of a customer's prices in the order of its release, and which tier it was on which days. Throws
 * ProblemError not-found, alike of who does not exist and of who stands behind the wall on the last day.
 */
export const priceHistory = async (
  db: Db,
  shelf: RuleShelf,
  { account, customerId, to, knownAt }: HistoryAsked,
): Promise<PriceHistory> => {
  const places = await loadPlaces(db, [customerId])
  const place = places.on(customerId, to)
  const entries = (await loadEntries(db, [customerId], knownAt)).get(customerId) ?? []
  if (!(await seesTier(db, account, customerId, place, entries))) {
    const detail = `No list you see names the customer ${customerId}: check the number.`
    throw new ProblemError('not-found', detail)
  }
  const assessments = (await loadAssessments(db, [customerId], knownAt)).get(customerId) ?? []
  const { assessed, noticed } = await loadRecords(db, customerId, knownAt)
  const records: { readonly order: number; readonly record: PriceRecord }[] = [...assessed, ...noticed]
  for (const entry of entries) {
    const kind = ({ apply: 'entry', correct: 'correction', end: 'exit' } as const)[entry.action]
    const { id, changeId, enteredBy, releasedBy, releasedAt } = entry
    const record = {
      kind,
      id,
      changeId,
      enteredBy,
      releasedBy,
      releasedAt,
      entry,
      assessment: null,
      notice: null,
    }
    records.push({ order: Date.parse(releasedAt), record })
  }
  const standing = standingEntries(entries)
  const firstDay = Math.min(...standing.map(({ from }) => parseDay(from)))
  return {
    customerId,
    place,
    records: records
      .sort((a, b) => a.order - b.order || (a.record.id < b.record.id ? -1 : 1))
      .map(one => one.record),
    stretches:
      firstDay <= to
        ? stretchesOf(
            { customerId, standing, assessments, places, rules: await shelf.at(knownAt) },
            firstDay,
            to,
          )
        : [],
  }
}
