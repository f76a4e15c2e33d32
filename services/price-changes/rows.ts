import type { Assessment } from '../../schemas/assessment.ts'
import { parseDay } from '../../schemas/day.ts'
import type { Decision, SurchargeNotice } from '../../schemas/decision.ts'
import type { PriceChangeContent } from '../../schemas/price-change.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import { chunks, type Db } from '../adapters/store/index.ts'

/** Parameters of a statement are numbered in two bytes on PostgreSQL. */
const ROWS_PER_INSERT = 500

/** How many rows a change holds. */
export const rowsOf = (content: PriceChangeContent): number => {
  switch (content.kind) {
    case 'rules':
      return content.rules.length
    case 'assessments':
      return content.assessments.length
    case 'decision':
      return content.decision.entries.length
    case 'notices':
      return content.notices.length
  }
}

/** Stores the rows of a change; they count once it is released. */
export const insertRows = (trx: Db, changeId: string, content: PriceChangeContent): Promise<void> => {
  switch (content.kind) {
    case 'rules':
      return insertRules(trx, changeId, content.rules)
    case 'assessments':
      return insertAssessments(trx, changeId, content.assessments)
    case 'decision':
      return insertDecision(trx, changeId, content.decision)
    case 'notices':
      return insertNotices(trx, changeId, content.notices)
  }
}

/** The id of a row of a change: the change's with the row, 1 for the first. */
export const rowId = (changeId: string, row: number): string => `${changeId}-${String(row).padStart(5, '0')}`

/** Each version that is put up takes the next number, whatever becomes of it. */
const insertRules = async (trx: Db, change_id: string, rules: readonly TariffRule[]): Promise<void> => {
  const versions = await highestVersions(
    trx,
    rules.map(({ id }) => id),
  )
  const rows = rules.map((rule, i) => ({
    change_id,
    row: i + 1,
    rule_id: rule.id,
    version: (versions.get(rule.id) ?? 0) + 1,
    body: JSON.stringify(rule),
  }))
  for (const some of chunks(rows, ROWS_PER_INSERT)) await trx.insertInto('tariff_rule').values(some).execute()
}

/** The highest version that was ever put up of each rule. */
const highestVersions = async (trx: Db, ids: readonly string[]): Promise<Map<string, number>> => {
  const found = new Map<string, number>()
  for (const some of chunks(ids, ROWS_PER_INSERT)) {
    const rows = await trx
      .selectFrom('tariff_rule')
      .select(({ fn }) => ['rule_id', fn.max('version').as('version')])
      .where('rule_id', 'in', some)
      .groupBy('rule_id')
      .execute()
    for (const { rule_id, version } of rows) found.set(rule_id, version)
  }
  return found
}

const insertAssessments = async (
  trx: Db,
  change_id: string,
  assessments: readonly Assessment[],
): Promise<void> => {
  const rows = assessments.map((assessed, i) => ({
    id: rowId(change_id, i + 1),
    change_id,
    customer_id: assessed.customerId,
    line: assessed.line,
    year: assessed.year,
    body: JSON.stringify(assessed),
  }))
  for (const some of chunks(rows, ROWS_PER_INSERT)) await trx.insertInto('assessment').values(some).execute()
}

const insertDecision = async (
  trx: Db,
  change_id: string,
  { entries, ...document }: Decision,
): Promise<void> => {
  await trx
    .insertInto('decision')
    .values({
      change_id,
      document_no: document.documentNo,
      title: document.title,
      issuer: document.issuer,
      issued_on: parseDay(document.issuedOn),
      rests_on: document.restsOn,
    })
    .execute()
  const rows = entries.map((entry, i) => ({
    id: rowId(change_id, i + 1),
    change_id,
    row: i + 1,
    action: entry.action,
    entry_id: entry.entryId,
    customer_id: entry.customerId,
    industry: entry.industry,
    category: entry.category,
    step: entry.step,
    line: entry.line,
    points: JSON.stringify(entry.pointIds),
    yuan_per_kwh: entry.yuanPerKwh,
    from_day: parseDay(entry.from),
    to_day: entry.to === null ? null : parseDay(entry.to),
    case_number: entry.caseNumber,
    note: entry.note,
  }))
  for (const some of chunks(rows, ROWS_PER_INSERT)) {
    await trx.insertInto('decision_entry').values(some).execute()
  }
}

const insertNotices = async (
  trx: Db,
  change_id: string,
  notices: readonly SurchargeNotice[],
): Promise<void> => {
  const rows = notices.map((notice, i) => ({
    id: rowId(change_id, i + 1),
    change_id,
    customer_id: notice.customerId,
    from_day: parseDay(notice.from),
    to_day: parseDay(notice.to),
    noticed_on: parseDay(notice.noticedOn),
    paid_on: notice.paidOn === null ? null : parseDay(notice.paidOn),
    document_no: notice.documentNo,
    note: notice.note,
  }))
  for (const some of chunks(rows, ROWS_PER_INSERT)) {
    await trx.insertInto('surcharge_notice').values(some).execute()
  }
}
