import { dayText } from '../../schemas/day.ts'
import type {
  DecisionDocument,
  DecisionEntry,
  ReleasedEntry,
  SurchargeNotice,
} from '../../schemas/decision.ts'
import type { Db } from '../adapters/store/index.ts'

/** Instant until which releases count, UTC ms; absent: all of them. What was released later was not known then. */
export type KnownAt = number | undefined

/** The changes that were released by then. */
export const released = (db: Db, knownAtMs: KnownAt) =>
  db
    .selectFrom('price_change')
    .where('price_change.released', 'is not', null)
    .$if(knownAtMs !== undefined, query => query.where('price_change.decided_at', '<=', knownAtMs!))

/** The lines of the decisions among them, with what `entryOf` needs. */
export const releasedEntries = (db: Db, knownAtMs: KnownAt) =>
  released(db, knownAtMs)
    .innerJoin('decision_entry', 'decision_entry.change_id', 'price_change.id')
    .innerJoin('decision', 'decision.change_id', 'price_change.id')
    .selectAll('decision_entry')
    .select(['document_no', 'title', 'issuer', 'issued_on', 'rests_on'])
    .select(['price_change.proposed_by', 'price_change.decided_by', 'price_change.decided_at'])

interface LineRow {
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
}

/** A line of a decision as its row says. */
export const lineOf = (row: LineRow): DecisionEntry => ({
  action: row.action,
  entryId: row.entry_id,
  customerId: row.customer_id,
  industry: row.industry,
  category: row.category,
  step: row.step,
  line: row.line,
  pointIds: row.points === '[]' ? [] : JSON.parse(row.points),
  yuanPerKwh: row.yuan_per_kwh,
  from: dayText(row.from_day),
  to: row.to_day === null ? null : dayText(row.to_day),
  caseNumber: row.case_number,
  note: row.note,
})

interface DocumentRow {
  readonly document_no: string
  readonly title: string
  readonly issuer: string
  readonly issued_on: number
  readonly rests_on: string
}

/** The document of a decision as its row says. */
export const documentOf = (row: DocumentRow): DecisionDocument => ({
  documentNo: row.document_no,
  title: row.title,
  issuer: row.issuer,
  issuedOn: dayText(row.issued_on),
  restsOn: row.rests_on,
})

interface NoticeRow {
  readonly customer_id: string
  readonly from_day: number
  readonly to_day: number
  readonly noticed_on: number
  readonly paid_on: number | null
  readonly document_no: string
  readonly note: string
}

/** A notice as its row says. */
export const noticeOf = (row: NoticeRow): SurchargeNotice => ({
  customerId: row.customer_id,
  from: dayText(row.from_day),
  to: dayText(row.to_day),
  noticedOn: dayText(row.noticed_on),
  paidOn: row.paid_on === null ? null : dayText(row.paid_on),
  documentNo: row.document_no,
  note: row.note,
})

interface DeedRow {
  readonly id: string
  readonly change_id: string
  readonly proposed_by: string
  readonly decided_by: string | null
  readonly decided_at: number | null
}

/** Which row of which change it is, who entered and who released it, and when. */
export const deedOf = (row: DeedRow) => ({
  id: row.id,
  changeId: row.change_id,
  enteredBy: row.proposed_by,
  releasedBy: row.decided_by!,
  releasedAt: instant(row.decided_at),
})

/** A row of `releasedEntries`, with its document. */
export const entryOf = (row: LineRow & DocumentRow & DeedRow): ReleasedEntry => ({
  ...lineOf(row),
  ...deedOf(row),
  document: documentOf(row),
})

/** Whether a released decision names a customer. */
export const isDecided = async (db: Db, customerId: string): Promise<boolean> =>
  (await released(db, undefined)
    .innerJoin('decision_entry', 'decision_entry.change_id', 'price_change.id')
    .select('decision_entry.id')
    .where('decision_entry.customer_id', '=', customerId)
    .limit(1)
    .executeTakeFirst()) !== undefined

export const instant = (ms: number | null): string => new Date(ms ?? 0).toISOString()
