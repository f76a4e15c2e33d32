import { Assessment } from '../../schemas/assessment.ts'
import type { DecisionDocument, DecisionEntry, SurchargeNotice } from '../../schemas/decision.ts'
import type { PriceChangeContent, PriceRows } from '../../schemas/price-change.ts'
import { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { documentOf, lineOf, noticeOf, sayVerification } from '../pricing/index.ts'
import type { Row } from './change.ts'
import { rowId } from './rows.ts'

/** Which rows of a change: those after a row, 0 for the first ones, and how many. */
export interface RowPage {
  readonly after: number
  readonly limit: number
}

const NONE: PriceRows = { rules: [], assessments: [], document: null, entries: [], notices: [] }

/** Rows of a change as they were put up, in their order. */
export const readRows = async (db: Db, { id, kind }: Row, page: RowPage): Promise<PriceRows> => {
  switch (kind) {
    case 'rules':
      return { ...NONE, rules: await readRules(db, id, page) }
    case 'assessments':
      return { ...NONE, assessments: await readAssessments(db, id, page) }
    case 'decision':
      return { ...NONE, document: await readDocument(db, id), entries: await readEntries(db, id, page) }
    case 'notices':
      return { ...NONE, notices: await readNotices(db, id, page) }
  }
}

/** The whole of a change as it was put up. */
export const readContent = async (db: Db, row: Row): Promise<PriceChangeContent> => {
  const { kind } = row
  const { rules, assessments, document, entries, notices } = await readRows(db, row, {
    ...{ after: 0, limit: row.rows },
  })
  switch (kind) {
    case 'rules':
      return { kind, rules: rules.map(({ verified, ...rule }) => rule) }
    case 'assessments':
      return { kind, assessments }
    case 'decision':
      return { kind, decision: { ...document!, entries: entries.map(({ id, ...entry }) => entry) } }
    case 'notices':
      return { kind, notices }
  }
}

const readRules = async (db: Db, change: string, { after, limit }: RowPage): Promise<PriceRows['rules']> => {
  const rows = await db
    .selectFrom('tariff_rule')
    .select('body')
    .where('change_id', '=', change)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute()
  return rows.map(({ body }) => {
    const rule = TariffRule.parse(JSON.parse(body))
    return { ...rule, verified: sayVerification(rule.verification) }
  })
}

const readAssessments = async (db: Db, change: string, { after, limit }: RowPage): Promise<Assessment[]> => {
  const rows = await db
    .selectFrom('assessment')
    .select('body')
    .where('change_id', '=', change)
    .where('id', '>', rowId(change, after))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ body }) => Assessment.parse(JSON.parse(body)))
}

const readDocument = async (db: Db, change: string): Promise<DecisionDocument> => {
  const row = await db
    .selectFrom('decision')
    .selectAll()
    .where('change_id', '=', change)
    .executeTakeFirstOrThrow()
  return documentOf(row)
}

const readEntries = async (
  db: Db,
  change: string,
  { after, limit }: RowPage,
): Promise<(DecisionEntry & { id: string })[]> => {
  const rows = await db
    .selectFrom('decision_entry')
    .selectAll()
    .where('change_id', '=', change)
    .where('row', '>', after)
    .orderBy('row')
    .limit(limit)
    .execute()
  return rows.map(row => ({ id: row.id, ...lineOf(row) }))
}

const readNotices = async (db: Db, change: string, { after, limit }: RowPage): Promise<SurchargeNotice[]> => {
  const rows = await db
    .selectFrom('surcharge_notice')
    .selectAll()
    .where('change_id', '=', change)
    .where('id', '>', rowId(change, after))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(noticeOf)
}
