import type { ReleasedRule, TariffCategory } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { isForIndustry } from './choose-rule.ts'
import type { KnownAt } from './released.ts'
import { readRuleBook } from './rule-book.ts'

/** The counting versions of the rules as one state of knowledge has them. */
export interface Rules {
  readonly all: readonly ReleasedRule[]
  /** Those of a category that name an industry, or every one: no other can apply to it */
  of(industry: string, category: TariffCategory): readonly ReleasedRule[]
}

/** Rule books in memory, by what was known when. They are read again when a change of rules was released. */
export interface RuleShelf {
  at(knownAt?: KnownAt): Promise<Rules>
}

/** How many states of knowledge are kept. */
const STATES_KEPT = 8

export const createRuleShelf = (db: Db): RuleShelf => {
  const states = new Map<number, Promise<Rules>>()
  return {
    async at(knownAt) {
      const release = await lastRelease(db, knownAt)
      const kept = states.get(release)
      if (kept) return kept
      const read = readRuleBook(db, release).then(({ rules }) => rulesOf(rules))
      read.catch(() => states.delete(release))
      states.set(release, read)
      if (states.size > STATES_KEPT) states.delete(states.keys().next().value!)
      return read
    },
  }
}

/** Number of the last release of rules that was known then; 0: none. */
const lastRelease = async (db: Db, knownAt: KnownAt): Promise<number> => {
  const { last } = await db
    .selectFrom('price_change')
    .where('kind', '=', 'rules')
    .where('released', 'is not', null)
    .$if(knownAt !== undefined, query => query.where('decided_at', '<=', knownAt!))
    .select(({ fn }) => fn.max('released').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

/** The same of rules that are at hand. */
export const rulesOf = (all: readonly ReleasedRule[]): Rules => {
  const grounds = new Map<string, readonly ReleasedRule[]>()
  return {
    all,
    of(industry, category) {
      const key = `${category} ${industry}`
      let found = grounds.get(key)
      if (!found) {
        found = all.filter(rule => rule.category === category && isForIndustry(rule, industry))
        grounds.set(key, found)
      }
      return found
    },
  }
}
