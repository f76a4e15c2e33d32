import { createHash } from 'node:crypto'
import type { Case, Level } from '../../schemas/case.ts'
import { dayOf, type EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/port.ts'
import { higher } from '../criteria/index.ts'
import { isPersonal } from '../personal/index.ts'
import { districtToTell } from '../territory/index.ts'
import { composeAlert } from './compose-alert.ts'
import type { Message } from './message.ts'
import { putInOutbox } from './outbox.ts'
import { REPORTED, type Released, type Telling } from './telling.ts'

/**
 * The webhook-id of what is told of a case version: the same is always told under the same one, so that it can be put
 * in the outbox twice and delivered twice with one effect. It holds no full stop, which parts the signed text.
 */
export const alertId = (caseId: string, caseVersion: number, telling: Telling = REPORTED): string =>
  `msg_${createHash('sha256')
    .update([caseId, caseVersion, ...tellingApart(telling)].join('\n'))
    .digest('hex')}`

/** Of one case version a release tells once; what else is told goes by what it is. */
const tellingApart = (telling: Telling): string[] => {
  if (telling.type === 'case.reported') return []
  return telling.type === 'tier.decided' ? [telling.type, telling.entry.id] : [telling.type]
}

/**
 * Puts what is told of a case into the outbox, inside the caller's transaction: the deed and its alert are committed
 * together or not at all. A release unless told otherwise. It goes to the district that was told before, else to that of
 * the customer. Answers the alert's id, or null when the district code never was one: then there is nobody to tell.
 */
export const enqueueAlert = async (
  trx: Db,
  held: Released,
  atMs: number,
  telling: Telling = REPORTED,
): Promise<string | null> => {
  const told = telling.type === 'case.reported' ? held.districtCode : (held.toldDistrict ?? held.districtCode)
  const district = districtToTell(told, dayOf(atMs))
  if (!district) return null
  const personal = held.isPersonal ?? (await isPerson(trx, held, dayOf(atMs)))
  const alert = composeAlert({ ...held, isPersonal: personal }, atMs, district.name, telling)
  const id = alertId(held.id, held.version, telling)
  const message: Message = {
    id,
    caseId: held.id,
    caseVersion: held.version,
    districtCode: district.code,
    department: held.department,
    type: telling.type,
    ...aboutCharges(held),
    body: JSON.stringify(alert),
  }
  await putInOutbox(trx, message, atMs)
  return id
}

/** What endpoints choose by: the highest level of the charges of a case, and their signatures. */
export const aboutCharges = ({ charges }: Pick<Case, 'charges'>): Pick<Message, 'level' | 'signatures'> => ({
  level: charges.reduce<Level | null>((highest, { level }) => higher(highest, level), null),
  signatures: charges.map(({ signature }) => signature).toSorted(),
})

/** By what the registry says of the customer on that day. */
const isPerson = async (trx: Db, { customerId, customerName }: Released, day: EpochDay): Promise<boolean> => {
  const rows = await trx
    .selectFrom('meter')
    .select(['credit_code', 'valid_from'])
    .where('customer_id', '=', customerId)
    .orderBy('valid_from')
    .orderBy('meter_id', 'desc')
    .execute()
  const begun = rows.filter(({ valid_from }) => valid_from <= day)
  const known = (begun.length > 0 ? begun : rows).findLast(({ credit_code }) => credit_code !== '')
  return isPersonal({ name: customerName, creditCode: known?.credit_code ?? '' })
}
