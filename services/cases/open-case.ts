import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Case } from '../../schemas/case.ts'
import { shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { findCase } from './queries.ts'

/** The open case of a customer; a new one, opened at `openedMs` in event time, when there is none. */
export const openCase = async (
  trx: Db,
  customerId: string,
  meter: Meter,
  openedMs: number,
  nowMs: number,
): Promise<Case> => {
  const found = await findCaseOf(trx, customerId)
  return found ?? (await findCase(trx, await insertCase(trx, customerId, meter, openedMs, nowMs)))!
}

/** The open case of a customer, when there is one. */
export const findCaseOf = async (db: Db, customerId: string): Promise<Case | undefined> => {
  const row = await db
    .selectFrom('cases')
    .select('id')
    .where('customer_id', '=', customerId)
    .executeTakeFirst()
  return row && findCase(db, row.id)
}

const insertCase = async (
  trx: Db,
  customerId: string,
  meter: Meter,
  openedMs: number,
  nowMs: number,
): Promise<string> => {
  const id = `case-${createHash('sha256').update(customerId).digest('hex').slice(0, 20)}`
  await trx
    .insertInto('cases')
    .values({
      id,
      number: await nextNumber(trx, shanghaiText(openedMs).slice(0, 4)),
      customer_id: customerId,
      customer_name: meter.customerName,
      district_code: meter.districtCode,
      state: 'to-check',
      version: 1,
      opened_at: openedMs,
      submitted_by: null,
      reported_at: null,
      audit_head: '',
    })
    .execute()
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: 'system',
    action: 'open',
    from: null,
    to: 'to-check',
  })
  return id
}

/** `2026-00012`: the twelfth case opened by an event of 2026. */
const nextNumber = async (trx: Db, year: string): Promise<string> => {
  const last = await trx
    .selectFrom('cases')
    .select(sql<number>`max(cast(substr(number, 6) as integer))`.as('number'))
    .where('number', 'like', `${year}-%`)
    .executeTakeFirst()
  return `${year}-${String((last?.number ?? 0) + 1).padStart(5, '0')}`
}
