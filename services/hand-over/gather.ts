import type { ReleasedEntry } from '../../schemas/decision.ts'
import type { HandOverLine } from '../../schemas/hand-over.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadAssessments, loadEntries, loadRules, rulesOf } from '../pricing/index.ts'
import { chooseOnce, loadPlaces } from '../tiers/index.ts'
import { type Ground, type Span, turnsOf } from './rates.ts'
import { loadTold } from './told.ts'

/** All that a hand-over is made from. */
export interface Gathered {
  /** Of every customer concerned, in the order of their release */
  readonly entries: ReadonlyMap<string, readonly ReleasedEntry[]>
  readonly told: ReadonlyMap<string, HandOverLine>
  readonly ground: Ground
}

/** Gathers what is released by now for the customers with a line in the period, or with one told before that was amended. */
export const gather = async (db: Db, span: Span): Promise<Gathered> => {
  const customers = [...new Set([...(await inPeriod(db, span)), ...(await amended(db))])].sort()
  const rules = rulesOf(await loadRules(db))
  const entries = await loadEntries(db, customers)
  const entryIds = [...entries.values()].flat().map(({ id }) => id)
  return {
    entries,
    told: await loadTold(db, entryIds),
    ground: {
      rules,
      choose: chooseOnce(),
      assessments: await loadAssessments(db, customers),
      places: await loadPlaces(db, customers),
      turns: turnsOf(rules, span),
    },
  }
}

const released = (db: Db) =>
  db
    .selectFrom('price_change')
    .innerJoin('decision_entry', 'decision_entry.change_id', 'price_change.id')
    .where('price_change.released', 'is not', null)
    .select('decision_entry.customer_id')
    .distinct()

const inPeriod = async (db: Db, { from, to }: Span): Promise<string[]> => {
  const rows = await released(db)
    .where('decision_entry.action', '<>', 'end')
    .where('decision_entry.from_day', '<=', to)
    .where(({ or, eb }) =>
      or([eb('decision_entry.to_day', 'is', null), eb('decision_entry.to_day', '>=', from)]),
    )
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}

/** Customers of lines that were handed over once and were ended or corrected, whenever. */
const amended = async (db: Db): Promise<string[]> => {
  const rows = await released(db)
    .innerJoin('hand_over_line', 'hand_over_line.entry_id', 'decision_entry.entry_id')
    .execute()
  return rows.map(({ customer_id }) => customer_id)
}
