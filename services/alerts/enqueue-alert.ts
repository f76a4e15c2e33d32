import { createHash } from 'node:crypto'
import { dayOf } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/port.ts'
import { districtToTell } from '../territory/index.ts'
import { composeAlert, type Released } from './compose-alert.ts'

/**
 * The webhook-id of a case version: the same version always has the same one, so that it can be put in the
 * outbox twice and delivered twice with one effect. It holds no full stop, which parts the signed text.
 */
export const alertId = (caseId: string, caseVersion: number): string =>
  `msg_${createHash('sha256').update(`${caseId}\n${caseVersion}`).digest('hex')}`

/**
 * Puts the alert of a released case into the outbox, inside the caller's transaction: the release and its
 * alert are committed together or not at all. Answers the alert's id, or null when the customer's district code
 * never was one: then there is nobody to tell.
 */
export const enqueueAlert = async (
  trx: Db,
  reported: Released,
  releasedAtMs: number,
  newId: () => string = () => alertId(reported.id, reported.version),
): Promise<string | null> => {
  const district = districtToTell(reported.districtCode, dayOf(releasedAtMs))
  if (!district) return null
  const alert = composeAlert(reported, releasedAtMs, district.name)
  const id = newId()
  if (id.includes('.')) throw new RangeError(`The alert id "${id}" holds a full stop.`)
  await trx
    .insertInto('outbox')
    .values({
      id,
      case_id: reported.id,
      case_version: reported.version,
      district_code: district.code,
      type: alert.type,
      body: JSON.stringify(alert),
      created_at: releasedAtMs,
      status: 'waiting',
      attempts: 0,
      next_attempt_at: releasedAtMs,
      delivered_at: null,
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  return id
}
