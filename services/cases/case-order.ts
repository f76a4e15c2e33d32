import { createHash } from 'node:crypto'
import { type RawBuilder, type Selectable, type SqlBool, sql } from 'kysely'
import type { CaseFilterQuery, CaseSort, SortOrder } from '../../schemas/case-list.ts'
import { ProblemError } from '../../schemas/problem.ts'
import type { Tables } from '../adapters/store/index.ts'
import { NUMBER_KEY, numberKey } from './case-number.ts'

type CaseRow = Selectable<Tables['cases']>
type Key = string | number

/** What a list is sorted by; equal ones follow their ids, in the same direction. */
export interface CaseOrder {
  readonly direction: SortOrder
  /** Written as in the indexes */
  readonly key: RawBuilder<Key>
  readonly keyOf: (row: CaseRow) => Key
  /** The key is reckoned of columns: SQLite finds a place in its index by the key alone, not by key and id */
  readonly isReckoned?: true
}

const NEVER = Number.MAX_SAFE_INTEGER

type Sorted = Pick<CaseOrder, 'key' | 'keyOf' | 'isReckoned'> & { readonly usual: SortOrder }

const SORTS: Readonly<Record<CaseSort, Sorted>> = {
  priority: { key: sql`cases.priority`, keyOf: row => row.priority, usual: 'desc' },
  opened: { key: sql`cases.opened_at`, keyOf: row => row.opened_at, usual: 'desc' },
  number: { key: NUMBER_KEY, keyOf: row => numberKey(row.number), usual: 'asc', isReckoned: true },
  level: { key: sql`cases.level_rank`, keyOf: row => row.level_rank, usual: 'desc' },
  due: {
    key: sql`coalesce(cases.due_at, ${sql.lit(NEVER)})`,
    keyOf: row => row.due_at ?? NEVER,
    usual: 'asc',
    isReckoned: true,
  },
}

/**
 * The order a list is asked in: an inbox by what is at stake, anything else by number unless told. What cases are
 * called by stands in the indexes of these two alone: for text in another order the index of the numbers is read to
 * its end and sorted, where the index of that order would have every row looked up. Hence a key that no index has.
 */
export const orderOf = (
  asked: Pick<CaseFilterQuery, 'sort' | 'order' | 'inbox' | 'text'>,
  seesInside: boolean,
): CaseOrder => {
  const sort = asked.sort ?? (asked.inbox && seesInside ? 'priority' : 'number')
  const { usual, key, ...more } = SORTS[sort]
  const direction = asked.order ?? usual
  const isAtHand = asked.text === undefined || sort === (asked.inbox ? 'priority' : 'number')
  return { ...more, direction, key: isAtHand || sort === 'number' ? key : sql`(${key} + 0)` }
}

/** Where a page ended: it goes on behind that place, whatever was added before it. */
export interface Place {
  readonly key: Key
  readonly id: string
}

export const placeOf = ({ keyOf }: CaseOrder, row: CaseRow): Place => ({ key: keyOf(row), id: row.id })

/** Rows behind a place. A page begins there in the index, and not at its beginning, however deep it lies. */
export const behind = ({ key, direction, isReckoned }: CaseOrder, place: Place): RawBuilder<SqlBool> => {
  const than = sql.raw(direction === 'asc' ? '>' : '<')
  const pair = sql<SqlBool>`(${key}, cases.id) ${than} (${place.key}, ${place.id})`
  return isReckoned ? sql`((${key}) ${than}= ${place.key} and ${pair})` : pair
}

/** Of the filters and the order of a list, so that a cursor of one is not taken for another's. */
export const fingerprintOf = (asked: object): string =>
  createHash('sha256')
    .update(JSON.stringify(Object.entries(asked).sort(([a], [b]) => (a < b ? -1 : 1))))
    .digest('base64url')
    .slice(0, 12)

export const cursorOf = (fingerprint: string, { key, id }: Place): string =>
  Buffer.from(JSON.stringify([fingerprint, key, id])).toString('base64url')

/** Reads a cursor. Throws ProblemError when it is none, or of another list. */
export const placeIn = (cursor: string, fingerprint: string, { keyOf }: CaseOrder): Place => {
  const [of, key, id] = partsOf(cursor)
  const isKey = typeof key === typeof keyOf(ANY_ROW)
  if (of === fingerprint && isKey && typeof id === 'string') return { key: key as Key, id }
  throw new ProblemError(
    'bad-request',
    '"after" is not "next" of a page with these filters and this order: begin again without it.',
  )
}

const ANY_ROW = { priority: 0, opened_at: 0, number: '', level_rank: 0, due_at: 0 } as CaseRow

const partsOf = (cursor: string): unknown[] => {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}
