import { Assessment, type ReleasedAssessment } from '../../schemas/assessment.ts'
import { dayText } from '../../schemas/day.ts'
import type { ReleasedEntry } from '../../schemas/decision.ts'
import { type ReleasedRule, TariffRule } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

const IDS_PER_QUERY = 500

/** Instant until which releases count, UTC ms; absent: all of them. What was released later was not known then. */
export type KnownAt = number | undefined

const released = (db: Db, knownAtMs: KnownAt) =>
  db
    .selectFrom('price_change')
    .where('price_change.released', 'is not', null)
    .$if(knownAtMs !== undefined, query => query.where('price_change.decided_at', '<=', knownAtMs!))

/** Of every rule the version that counts: the one released last. */
export const loadRules = (db: Db, knownAtMs?: KnownAt): Promise<ReleasedRule[]> =>
  countingRules(released(db, knownAtMs))

/** The same as a release left them, by its number. */
export const loadRulesOf = (db: Db, release: number): Promise<ReleasedRule[]> =>
  countingRules(released(db, undefined).where('price_change.released', '<=', release))

const countingRules = async (changes: ReturnType<typeof released>): Promise<ReleasedRule[]> => {
  const rows = await changes
    .innerJoin('tariff_rule', 'tariff_rule.change_id', 'price_change.id')
    .select(['tariff_rule.body', 'tariff_rule.version', 'tariff_rule.change_id', 'price_change.decided_at'])
    .orderBy('price_change.released')
    .orderBy('tariff_rule.row')
    .execute()
  const counting = new Map<string, ReleasedRule>()
  for (const { body, version, change_id: changeId, decided_at } of rows) {
    const rule = TariffRule.parse(JSON.parse(body))
    counting.set(rule.id, { ...rule, version, changeId, releasedAt: instant(decided_at) })
  }
  return [...counting.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The released lines of customers by customer, in the order of their release, corrected and ended ones too. */
export const loadEntries = async (
  db: Db,
  customerIds: readonly string[],
  knownAtMs?: KnownAt,
): Promise<Map<string, ReleasedEntry[]>> => {
  const entries: ReleasedEntry[] = []
  for (const ids of chunks(customerIds, IDS_PER_QUERY)) {
    const rows = await released(db, knownAtMs)
      .innerJoin('decision_entry', 'decision_entry.change_id', 'price_change.id')
      .innerJoin('decision', 'decision.change_id', 'price_change.id')
      .where('decision_entry.customer_id', 'in', ids)
      .selectAll('decision_entry')
      .select(['document_no', 'title', 'issuer', 'issued_on', 'rests_on'])
      .select(['price_change.proposed_by', 'price_change.decided_by', 'price_change.decided_at'])
      .orderBy('price_change.released')
      .orderBy('decision_entry.row')
      .execute()
    entries.push(...rows.map(entryOf))
  }
  return Map.groupBy(entries, ({ customerId }) => customerId)
}

interface EntryRow {
  readonly id: string
  readonly change_id: string
  readonly action: ReleasedEntry['action']
  readonly entry_id: string | null
  readonly customer_id: string
  readonly industry: string
  readonly category: ReleasedEntry['category']
  readonly step: number | null
  readonly line: string
  readonly points: string
  readonly yuan_per_kwh: string | null
  readonly from_day: number
  readonly to_day: number | null
  readonly case_number: string | null
  readonly note: string
  readonly document_no: string
  readonly title: string
  readonly issuer: string
  readonly issued_on: number
  readonly rests_on: string
  readonly proposed_by: string
  readonly decided_by: string | null
  readonly decided_at: number | null
}

const entryOf = (row: EntryRow): ReleasedEntry => ({
  id: row.id,
  changeId: row.change_id,
  action: row.action,
  entryId: row.entry_id,
  customerId: row.customer_id,
  industry: row.industry,
  category: row.category,
  step: row.step,
  line: row.line,
  pointIds: JSON.parse(row.points),
  yuanPerKwh: row.yuan_per_kwh,
  from: dayText(row.from_day),
  to: row.to_day === null ? null : dayText(row.to_day),
  caseNumber: row.case_number,
  note: row.note,
  document: {
    documentNo: row.document_no,
    title: row.title,
    issuer: row.issuer,
    issuedOn: dayText(row.issued_on),
    restsOn: row.rests_on,
  },
  enteredBy: row.proposed_by,
  releasedBy: row.decided_by!,
  releasedAt: instant(row.decided_at),
})

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
    for (const { id, change_id: changeId, body, proposed_by, decided_by, decided_at } of rows) {
      const assessed = Assessment.parse(JSON.parse(body))
      counting.set(JSON.stringify([assessed.customerId, assessed.line, assessed.year]), {
        ...assessed,
        ...{ id, changeId, enteredBy: proposed_by, releasedBy: decided_by!, releasedAt: instant(decided_at) },
      })
    }
  }
  return Map.groupBy(counting.values(), ({ customerId }) => customerId)
}

/** The assessment of a line that counts on a day of `year` for a rule that looks so many years back. */
export const assessmentFor =
  (assessments: readonly Assessment[], line: string, year: number) =>
  (yearsBack: number): Assessment | undefined =>
    assessments.find(one => one.line === line && one.year === year - yearsBack)

const instant = (ms: number | null): string => new Date(ms ?? 0).toISOString()
