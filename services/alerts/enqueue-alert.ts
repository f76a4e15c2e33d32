import { createHash } from 'node:crypto'
import type { Case, Level } from '../../schemas/case.ts'
import { dayOf } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/port.ts'
import { higher } from '../criteria/index.ts'
import { districtToTell } from '../territory/index.ts'
import { composeAlert, type Released } from './compose-alert.ts'
import type { Message } from './message.ts'
import { putInOutbox } from './outbox.ts'

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
  const message: Message = {
    id,
    caseId: reported.id,
    caseVersion: reported.version,
    districtCode: district.code,
    department: reported.department,
    type: alert.type,
    ...aboutCharges(reported),
    body: JSON.stringify(alert),
  }
  await putInOutbox(trx, message, releasedAtMs)
  return id
}

/** What endpoints choose by: the highest level of the charges of a case, and their signatures. */
export const aboutCharges = ({ charges }: Pick<Case, 'charges'>): Pick<Message, 'level' | 'signatures'> => ({
  level: charges.reduce<Level | null>((highest, { level }) => higher(highest, level), null),
  signatures: charges.map(({ signature }) => signature).toSorted(),
})
