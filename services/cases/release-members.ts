import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { enqueueAlert } from '../alerts/index.ts'
import { districtToTell } from '../territory/index.ts'
import { recordDeed } from './audit.ts'
import { customerOn } from './follow-registry.ts'
import { membersOf } from './members.ts'
import { findCase } from './queries.ts'

/**
 * Tells the district of each member of a case that was just released, each under its own number. Of the lead only the
 * same district hears.
 */
export const releaseMembers = async (trx: Db, lead: Case, nowMs: number): Promise<void> => {
  for (const member of await membersOf(trx, lead.id)) {
    if (member.state === 'merged') await release(trx, member, lead, nowMs)
  }
}

const release = async (trx: Db, before: Case, lead: Case, nowMs: number): Promise<void> => {
  const { id, version } = before
  const { customerName, districtCode } = (await customerOn(trx, before.customerId, dayOf(nowMs))) ?? before
  const told_district = districtToTell(districtCode, dayOf(nowMs))?.code ?? null
  const named = { customer_name: customerName, district_code: districtCode }
  await trx
    .updateTable('cases')
    .set({ ...named, version: version + 1, told_district, reported_at: nowMs })
    .where('id', '=', id)
    .execute()
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: 'system',
    action: 'release',
    from: 'merged',
    to: 'merged',
    detail: { lead: lead.number, version },
  })
  const member = (await findCase(trx, id))!
  await enqueueAlert(trx, { ...member, leadNumber: leadNumberFor(member, lead) }, nowMs)
}

/** What a member's district may know of its lead; null of a case that goes with none. */
export const leadNumberFor = (member: Case, lead: Case): string | null =>
  member.id !== lead.id && member.toldDistrict !== null && member.toldDistrict === lead.toldDistrict
    ? lead.number
    : null
