import type { ReleasedRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadRulesOf } from './load.ts'

/**
 * The rules as one release left them. Releases of changes are numbered without a gap, in the order in which they
 * happened, so that the number says to the letter which versions counted; a clock could not, where processes on several
 * machines each have their own.
 */
export interface RuleBook {
  /** Number of the last release in it; 0: before any */
  readonly release: number
  readonly rules: readonly ReleasedRule[]
}

/** The rules as a release left them; as the last one did unless told. */
export const readRuleBook = async (db: Db, release?: number): Promise<RuleBook> => {
  const last = release ?? (await lastRelease(db))
  return { release: last, rules: await loadRulesOf(db, last) }
}

/** The rules in memory, for one transaction after another. */
interface RuleBookView {
  /** The book as of now, read anew only when a change was released since. Not for a transaction that releases one. */
  follow(db: Db): Promise<RuleBook>
}

export const createRuleBookView = (): RuleBookView => {
  let book: RuleBook | undefined
  return {
    async follow(db) {
      const release = await lastRelease(db)
      if (book?.release !== release) book = await readRuleBook(db, release)
      return book
    },
  }
}

const lastRelease = async (db: Db): Promise<number> => {
  const { last } = await db
    .selectFrom('price_change')
    .select(({ fn }) => fn.max('released').as('last'))
    .executeTakeFirstOrThrow()
  return last ?? 0
}

/**
 * The last release known at an instant, UTC ms, by the clocks of those who released; before any, the first: what the
 * program brought, which counted before rules were kept in the store.
 */
export const releaseKnownAt = async (db: Db, atMs: number): Promise<number> => {
  const { first, last } = await db
    .selectFrom('price_change')
    .select(({ fn, eb }) => [
      fn.min('released').as('first'),
      fn.max(eb.case().when('decided_at', '<=', atMs).then(eb.ref('released')).end()).as('last'),
    ])
    .executeTakeFirstOrThrow()
  return last ?? first ?? 0
}
