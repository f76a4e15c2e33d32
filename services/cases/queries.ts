import type { Selectable } from 'kysely'
import type { Case, CaseState, Charge } from '../../schemas/case.ts'
import { shanghaiText } from '../../schemas/day.ts'
import { NO_WALL, type Wall, withinWall } from '../access/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { estimateFor } from './estimate.ts'

export interface CaseQuery {
  /** Only what is seen from behind it; all unless told */
  readonly wall?: Wall | undefined
  readonly state?: CaseState | undefined
  readonly districtCode?: string | undefined
  /** Number of the last case of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of cases in the order of their numbers, each charge with its estimate. */
export const listCases = async (db: Db, query: CaseQuery): Promise<Case[]> => {
  const cases: Case[] = []
  for (const stored of await listCaseSummaries(db, query)) cases.push(await withEstimates(db, stored))
  return cases
}

/** The same page for a list: nothing is reckoned for it, so an estimate is there only once it holds still. */
export const listCaseSummaries = async (
  db: Db,
  { wall = NO_WALL, state, districtCode, after, limit }: CaseQuery,
): Promise<Case[]> => {
  const seen = db.selectFrom('cases').selectAll().where(withinWall(wall, 'cases'))
  let query = seen.orderBy('number').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (districtCode) query = query.where('district_code', '=', districtCode)
  if (after) query = query.where('number', '>', after)
  return storedCases(db, await query.execute())
}

/** A case with the estimates of its charges. */
export const findCase = async (db: Db, id: string): Promise<Case | undefined> => {
  const stored = await findStoredCase(db, id)
  return stored && withEstimates(db, stored)
}

/** A case as it is stored. */
export const findStoredCase = async (db: Db, id: string): Promise<Case | undefined> => {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await storedCases(db, [row]))[0]
}

/** The open case of a customer as it is stored, when there is one. */
export const findCaseOf = async (db: Db, customerId: string): Promise<Case | undefined> => {
  const row = await db
    .selectFrom('cases')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return row && (await storedCases(db, [row]))[0]
}

/** The id of the case that people call by its number, or by its id. */
export const caseIdOf = async (db: Db, name: string): Promise<string | undefined> =>
  (
    await db
      .selectFrom('cases')
      .select('id')
      .where(({ or, eb }) => or([eb('id', '=', name), eb('number', '=', name)]))
      .executeTakeFirst()
  )?.id

const storedCases = async (db: Db, rows: readonly Selectable<Tables['cases']>[]): Promise<Case[]> => {
  const charges = await chargesOf(
    db,
    rows.map(row => row.id),
  )
  return rows.map(row => toCase(row, charges.get(row.id) ?? []))
}

/** An estimate that is stored holds still; any other is reckoned from the days as they stand. */
const withEstimates = async (db: Db, stored: Case): Promise<Case> => {
  const charges: Charge[] = []
  for (const charge of stored.charges) {
    const estimate = charge.estimate ?? (await estimateFor(db, stored.customerId, charge))
    charges.push({ ...charge, estimate })
  }
  return { ...stored, charges }
}

const chargesOf = async (db: Db, caseIds: readonly string[]): Promise<Map<string, Charge[]>> => {
  const charges = new Map<string, Charge[]>(caseIds.map(id => [id, []]))
  if (caseIds.length === 0) return charges
  const rows = await db
    .selectFrom('charge')
    .select(['case_id', 'body'])
    .where('case_id', 'in', caseIds)
    .orderBy('signature')
    .execute()
  for (const { case_id, body } of rows) {
    // One stored by an earlier version says nothing of people, nor of versions of rules.
    const { byHand = null, tier, ...charge } = JSON.parse(body) as Charge
    charges.get(case_id)!.push({ ...charge, byHand, tier: withRuleVersion(tier) })
  }
  return charges
}

/** A tier that is stored by an earlier version of the program rests on the first version of its rule. */
export const withRuleVersion = (tier: Charge['tier']): Charge['tier'] =>
  tier && { ...tier, ruleVersion: tier.ruleVersion ?? 1 }

const instant = (atMs: number | null): string | null => (atMs === null ? null : shanghaiText(atMs))

/** A case as its row says, with its charges. */
export const toCase = (row: Selectable<Tables['cases']>, charges: Charge[]): Case => ({
  id: row.id,
  number: row.number,
  customerId: row.customer_id,
  customerName: row.customer_name,
  districtCode: row.district_code,
  state: row.state,
  version: row.version,
  openedAt: shanghaiText(row.opened_at),
  submittedBy: row.submitted_by,
  reportedAt: instant(row.reported_at),
  closedAt: instant(row.closed_at),
  supplyUnit: row.supply_unit,
  industryCode: row.industry_code,
  source: row.source,
  openedBy: row.opened_by,
  assignee: row.assignee,
  snoozedUntil: instant(row.snoozed_until),
  snoozeReason: row.snooze_reason,
  mergedInto: row.merged_into,
  toldDistrict: row.told_district,
  department: row.department,
  enteredAt: shanghaiText(row.entered_at),
  dueAt: instant(row.due_at),
  escalatedAt: instant(row.escalated_at),
  urgedAt: instant(row.urged_at),
  withdrawnAt: instant(row.withdrawn_at),
  stakeYuan: row.stake_yuan,
  priority: row.priority,
  charges,
})
