import type { Case, CaseState, Charge } from '../../schemas/case.ts'
import { shanghaiText } from '../../schemas/day.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { estimateFor } from './estimate.ts'

export interface CaseQuery {
  readonly state?: CaseState | undefined
  readonly districtCode?: string | undefined
  /** Number of the last case of the page before */
  readonly after?: string | undefined
  readonly limit: number
}

/** A page of cases in the order of their numbers. */
export const listCases = async (
  db: Db,
  { state, districtCode, after, limit }: CaseQuery,
): Promise<Case[]> => {
  let query = db.selectFrom('cases').selectAll().orderBy('number').limit(limit)
  if (state) query = query.where('state', '=', state)
  if (districtCode) query = query.where('district_code', '=', districtCode)
  if (after) query = query.where('number', '>', after)
  const rows = await query.execute()
  return casesOf(db, rows)
}

export const findCase = async (db: Db, id: string): Promise<Case | undefined> => {
  const row = await db.selectFrom('cases').selectAll().where('id', '=', id).executeTakeFirst()
  return row && (await casesOf(db, [row]))[0]
}

const casesOf = async (db: Db, rows: readonly Tables['cases'][]): Promise<Case[]> => {
  const charges = await chargesOf(
    db,
    rows.map(row => row.id),
  )
  const cases: Case[] = []
  for (const row of rows) {
    const estimated = (charges.get(row.id) ?? []).map(async charge => ({
      ...charge,
      estimate: charge.estimate ?? (await estimateFor(db, row.customer_id, charge)),
    }))
    cases.push(toCase(row, await Promise.all(estimated)))
  }
  return cases
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
  for (const row of rows) charges.get(row.case_id)!.push(JSON.parse(row.body) as Charge)
  return charges
}

const toCase = (row: Tables['cases'], charges: Charge[]): Case => ({
  id: row.id,
  number: row.number,
  customerId: row.customer_id,
  customerName: row.customer_name,
  districtCode: row.district_code,
  state: row.state,
  version: row.version,
  openedAt: shanghaiText(row.opened_at),
  submittedBy: row.submitted_by,
  reportedAt: row.reported_at === null ? null : shanghaiText(row.reported_at),
  charges,
})
