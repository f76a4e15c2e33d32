import { Assessment, type ReleasedAssessment } from '../../schemas/assessment.ts'
import type { ReleasedEntry, SurchargeNotice } from '../../schemas/decision.ts'
import { type ReleasedRule, TariffRule } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { deedOf, entryOf, instant, type KnownAt, noticeOf, released, releasedEntries } from './released.ts'

const IDS_PER_QUERY = 500

/** Of every rule the version that counts: the one released last. */
export const loadRules = (db: Db, knownAtMs?: KnownAt): Promise<ReleasedRule[]> =>
  countingRules(released(db, knownAtMs))

/** The same as a release left them, by its number. */
export const loadRulesOf = (db: Db, release: number): Promise<ReleasedRule[]> =>
  countingRules(released(db, undefined).where('price_change.released', '<=', release))

const countingRules = async (changes: ReturnType<typeof released>): Promise<ReleasedRule[]> => {
  const counting = new Map((await versionsIn(changes)).map(rule => [rule.id, rule]))
  return [...counting.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Every version of a rule that was released by then, the first of them first. */
export const loadRuleVersions = async (db: Db, id: string, knownAtMs: KnownAt): Promise<ReleasedRule[]> =>
  versionsIn(released(db, knownAtMs), id)

/** In the order of their release; of every rule unless one is asked for. */
const versionsIn = async (changes: ReturnType<typeof released>, id?: string): Promise<ReleasedRule[]> => {
  const rows = await changes
    .where('price_change.kind', '=', 'rules')
    .innerJoin('tariff_rule', 'tariff_rule.change_id', 'price_change.id')
    .select(['tariff_rule.body', 'tariff_rule.version', 'tariff_rule.change_id', 'price_change.decided_at'])
    .$if(id !== undefined, query => query.where('tariff_rule.rule_id', '=', id!))
    .orderBy('price_change.released')
    .orderBy('tariff_rule.row')
    .execute()
  return rows.map(({ body, version, change_id: changeId, decided_at }) => ({
    ...TariffRule.parse(JSON.parse(body)),
    ...{ version, changeId, releasedAt: instant(decided_at) },
  }))
}

/** The released lines of customers by customer, in the order of their release, corrected and ended ones too. */
export const loadEntries = async (
  db: Db,
  customerIds: readonly string[],
  knownAtMs?: KnownAt,
): Promise<Map<string, ReleasedEntry[]>> => {
  const entries: ReleasedEntry[] = []
  for (const ids of chunks(customerIds, IDS_PER_QUERY)) {
    const rows = await releasedEntries(db, knownAtMs)
      .where('decision_entry.customer_id', 'in', ids)
      .orderBy('price_change.released')
      .orderBy('decision_entry.row')
      .execute()
    entries.push(...rows.map(entryOf))
  }
  return Map.groupBy(entries, ({ customerId }) => customerId)
}

/** The assessments of customers by customer: of each line and year the one released last. */
export const loadAssessments = async (
  db: Db,
  customerIds: readonly string[],
  knownAtMs?: KnownAt,
): Promise<Map<string, ReleasedAssessment[]>> => {
  const counting = new Map<string, ReleasedAssessment>()
  for (const ids of chunks(customerIds, IDS_PER_QUERY)) {
    const rows = await released(db, knownAtMs)
      .innerJoin('assessment', 'assessment.change_id', 'price_change.id')
      .where('assessment.customer_id', 'in', ids)
      .select(['assessment.id', 'assessment.change_id', 'assessment.body'])
      .select(['price_change.proposed_by', 'price_change.decided_by', 'price_change.decided_at'])
      .orderBy('price_change.released')
      .orderBy('assessment.id')
      .execute()
    for (const row of rows) {
      const assessed = Assessment.parse(JSON.parse(row.body))
      const key = JSON.stringify([assessed.customerId, assessed.line, assessed.year])
      counting.set(key, { ...assessed, ...deedOf(row) })
    }
  }
  return Map.groupBy(counting.values(), ({ customerId }) => customerId)
}

/** The released notices of customers by customer, in the order of their release. */
export const loadNotices = async (
  db: Db,
  customerIds: readonly string[],
  knownAtMs?: KnownAt,
): Promise<Map<string, SurchargeNotice[]>> => {
  const notices: SurchargeNotice[] = []
  for (const ids of chunks([...new Set(customerIds)], IDS_PER_QUERY)) {
    const rows = await released(db, knownAtMs)
      .innerJoin('surcharge_notice', 'surcharge_notice.change_id', 'price_change.id')
      .where('surcharge_notice.customer_id', 'in', ids)
      .selectAll('surcharge_notice')
      .orderBy('price_change.released')
      .orderBy('surcharge_notice.id')
      .execute()
    notices.push(...rows.map(noticeOf))
  }
  return Map.groupBy(notices, ({ customerId }) => customerId)
}

/** The assessment of a line that counts on a day of `year` for a rule that looks so many years back. */
export const assessmentFor =
  (assessments: readonly Assessment[], line: string, year: number) =>
  (yearsBack: number): Assessment | undefined =>
    assessments.find(one => one.line === line && one.year === year - yearsBack)
