import type { Account } from '../../schemas/account.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { CustomerListFilter, CustomerListPage, CustomerRow } from '../../schemas/price-list.ts'
import { ProblemError } from '../../schemas/problem.ts'
import { TariffCategory } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadEntries, loadHolding, type RuleShelf, standingEntries } from '../pricing/index.ts'
import { type RowMaker, rowsInForce, rowsProposed } from './customer-rows.ts'
import { dayAsked, loadPlaces } from './places.ts'
import { loadProposals } from './proposals.ts'
import { sightOf } from './seen.ts'
import { disposedCases } from './tier.ts'
import { has, knownAtOf } from './words.ts'

export interface CustomersAsked extends CustomerListFilter {
  readonly after?: string | undefined
  readonly limit: number
}

/** Where a list goes on: behind a line in force, or behind a case that proposes. */
interface Place {
  readonly of: 'in-force' | 'proposed'
  readonly customerId: string
  /** Of the line, or of the case with the signature */
  readonly id: string
}

/** Rows with the place behind each. */
type Found = readonly { readonly row: CustomerRow; readonly at: Place }[]

/** A stretch of the list, and where the next begins; null at the end. */
interface Stretch {
  readonly found: Found
  readonly behind: Place | null
}

/** How many lines are looked at together at least, be the page as short as it may. */
const LINES_READ = 100

/**
 * A page of who is on the list on a plant's day, then of who is only proposed for it; each in the order of customers.
 * Throws ProblemError when `after` is of no such list.
 */
export const listCustomers = async (
  db: Db,
  shelf: RuleShelf,
  account: Account,
  { after, limit, ...filter }: CustomersAsked,
  today: EpochDay,
): Promise<CustomerListPage> => {
  const day = dayAsked(filter.day, today)
  const knownAt = knownAtOf(filter.knownAt)
  // One more than the page holds tells whether there is another.
  const lines = Math.max(LINES_READ, limit + 1)
  const looking: Looking = { db, rules: await shelf.at(knownAt), day, knownAt, account, filter, lines }
  const found: { row: CustomerRow; at: Place }[] = []
  let at: Place | null = after === undefined ? firstOf(filter) : placeIn(after)
  while (at !== null && found.length <= limit) {
    const stretch: Stretch = await (at.of === 'in-force' ? inForce : proposed)(looking, at)
    found.push(...stretch.found)
    at = stretch.behind
  }
  const page = found.slice(0, limit)
  const isMore = found.length > limit || at !== null
  return {
    day: dayText(day),
    customers: page.map(({ row }) => row),
    next: isMore ? textOf(page.at(-1)!.at) : null,
  }
}

interface Looking extends RowMaker {
  readonly account: Account
  readonly filter: CustomerListFilter
  /** How many lines are looked at together */
  readonly lines: number
}

const firstOf = ({ status }: CustomerListFilter): Place => ({
  of: status ?? 'in-force',
  customerId: '',
  id: '',
})

const inForce = async (looking: Looking, at: Place): Promise<Stretch> => {
  const { db, day, knownAt, account, filter, lines } = looking
  const { industry, category } = filter
  const { entries, last } = await loadHolding(db, {
    ...{ day, knownAt, industry, category },
    after: { customerId: at.customerId, entryId: at.id },
    limit: lines,
  })
  const placed = await rowsInForce(looking, entries)
  const isSeen = await sightOf(db, account)(placed)
  const found = placed
    .filter(({ customerId, place, row }) => isSeen(customerId, place) && isAsked(row, filter))
    .map(({ row }) => ({
      row,
      at: { of: 'in-force' as const, customerId: row.customerId, id: row.entryId! },
    }))
  const next: Place | null = filter.status === undefined ? { of: 'proposed', customerId: '', id: '' } : null
  return { found, behind: last ? { of: 'in-force', customerId: last.customerId, id: last.entryId } : next }
}

const proposed = async (looking: Looking, at: Place): Promise<Stretch> => {
  const { db, day, knownAt, account, filter, lines } = looking
  const [caseId = '', signature = ''] = at.id.split(' ')
  const { proposals, last } = await loadProposals(db, {
    ...{ account, day, knownAt, limit: lines },
    after: { customerId: at.customerId, caseId, isPart: signature !== '' },
  })
  const customers = [...new Set(proposals.map(({ customerId }) => customerId))]
  const entries = await loadEntries(db, customers, knownAt)
  const places = await loadPlaces(db, customers)
  const open = proposals.filter(
    one =>
      !(one.caseId === caseId && one.signature <= signature) &&
      !disposedCases(standingEntries(entries.get(one.customerId) ?? []), day).has(one.caseNumber),
  )
  const rows = rowsProposed(open, places, day)
  const found = rows.flatMap((row, i) => {
    const id = `${open[i]!.caseId} ${open[i]!.signature}`
    return isAsked(row, filter)
      ? [{ row, at: { of: 'proposed' as const, customerId: row.customerId, id } }]
      : []
  })
  return { found, behind: last && { of: 'proposed', customerId: last.customerId, id: last.caseId } }
}

const isAsked = (row: CustomerRow, { district, industry, category, text }: CustomerListFilter): boolean =>
  (district === undefined || row.districtCode === district) &&
  (industry === undefined || row.industry === industry) &&
  (category === undefined || row.category === TariffCategory.parse(category)) &&
  has(text, row.customerId, row.customerName, row.documentNo, row.documentTitle, row.caseNumber)

const textOf = ({ of, customerId, id }: Place): string =>
  Buffer.from(JSON.stringify([of, customerId, id])).toString('base64url')

const placeIn = (text: string): Place => {
  try {
    const [of, customerId, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    if (
      (of === 'in-force' || of === 'proposed') &&
      typeof customerId === 'string' &&
      typeof id === 'string'
    ) {
      return { of, customerId, id }
    }
  } catch {
    // It is of no page of ours, which is said below.
  }
  throw new ProblemError(
    'bad-request',
    'Give as "after" what the page before said as "next", or leave it out.',
  )
}
