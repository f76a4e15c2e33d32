import type { Case } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { enqueueAlert } from '../alerts/index.ts'
import { RANK } from '../criteria/index.ts'
import { findSwitch } from '../releases/index.ts'
import { districtToTell } from '../territory/index.ts'
import { recordDeed } from './audit.ts'
import { enterState } from './enter-state.ts'
import { keepCharges } from './keep-charges.ts'
import { membersOf } from './members.ts'
import { findCase } from './queries.ts'
import { releaseMembers } from './release-members.ts'

/** Who releases by a switch; the deed names the operator that set it. */
const AUTOMATIC = 'automatic'

/** A case released by a switch, and its alert. */
export interface ReleasedBySwitch {
  readonly case: Case
  readonly alertId: string | null
}

/**
 * Releases a case that was just submitted, when an operator switched its district and the level of its highest charge
 * to automatic release; else leaves it to a reviewer and answers undefined. So do a charge that nothing supports any
 * more and a code under which several districts may be meant: a person looks at that.
 */
export const releaseBySwitch = async (
  trx: Db,
  id: string,
  nowMs: number,
): Promise<ReleasedBySwitch | undefined> => {
  const submitted = (await findCase(trx, id))!
  const { state, version, districtCode } = submitted
  const charges = [submitted, ...(await membersOf(trx, id))].flatMap(held => held.charges)
  const district = districtToTell(districtCode, dayOf(nowMs))
  if (state !== 'to-review' || district?.by === 'person') return undefined
  if (!district || charges.some(({ unsupported }) => unsupported)) return undefined
  const [highest] = charges.map(({ level }) => level).sort((a, b) => RANK[b] - RANK[a])
  const found = highest && (await findSwitch(trx, district.code, highest))
  if (!found?.on) return undefined
  await keepCharges(trx, submitted, 'reported')
  await enterState(trx, id, 'reported', nowMs)
  await trx
    .updateTable('cases')
    .set({ version: version + 1, reported_at: nowMs, told_district: district.code })
    .where('id', '=', id)
    .execute()
  await recordDeed(trx, {
    caseId: id,
    atMs: nowMs,
    actor: AUTOMATIC,
    action: 'release',
    from: state,
    to: 'reported',
    reason: found.reason,
    detail: { version, switch: found.sequence, by: found.by },
  })
  const released = (await findCase(trx, id))!
  const alertId = await enqueueAlert(trx, released, nowMs)
  await releaseMembers(trx, released, nowMs)
  return { case: released, alertId }
}
