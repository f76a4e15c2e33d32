import { createHash } from 'node:crypto'
import type { Case, CaseSource } from '../../schemas/case.ts'
import { shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Db } from '../adapters/store/index.ts'
import { recordDeed } from './audit.ts'
import { nextNumber } from './case-number.ts'
import { enterState } from './enter-state.ts'
import { findCaseOf } from './queries.ts'

/** The open case of a customer as it is stored; a new one, opened at `openedMs` in event time, when there is none. */
export const openCase = async (
  trx: Db,
  customerId: string,
  meter: Meter,
  openedMs: number,
  nowMs: number,
): Promise<Case> => {
  const found = await findCaseOf(trx, customerId)
  if (found) return found
  const id = await insertCase(
    trx,
    { ...meter, customerId },
    { openedMs, nowMs, source: 'finding', by: 'system' },
  )
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: 'system',
    action: 'open',
    from: null,
    to: 'to-check',
  })
  return (await findCaseOf(trx, customerId))!
}

/** How a case comes to be. */
interface Opening {
  /** In event time */
  readonly openedMs: number
  readonly nowMs: number
  readonly source: CaseSource
  /** Who opens it by hand, or "system" */
  readonly by: string
}

/** Stores a new case without charges; whoever calls records the deed. Answers its id. */
export const insertCase = async (
  trx: Db,
  meter: Meter,
  { openedMs, nowMs, source, by }: Opening,
): Promise<string> => {
  const { customerId } = meter
  const id = await newId(trx, customerId)
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
      closed_at: null,
      audit_head: '',
      supply_unit: meter.supplyUnit,
      industry_code: meter.industryCode,
      source,
      opened_by: by,
      entered_at: nowMs,
    })
    .execute()
  await enterState(trx, id, 'to-check', nowMs)
  return id
}

/** The first case of a customer is named by the customer alone, a later one by how many there were too. */
const newId = async (trx: Db, customerId: string): Promise<string> => {
  const former = await trx
    .selectFrom('cases')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('customer_id', '=', customerId)
    .executeTakeFirstOrThrow()
  const count = Number(former.n)
  const name = count === 0 ? customerId : `${customerId}\n${count}`
  return `case-${createHash('sha256').update(name).digest('hex').slice(0, 20)}`
}
