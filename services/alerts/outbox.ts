import type { Selectable } from 'kysely'
import type { AlertType } from '../../schemas/alert.ts'
import type { Level } from '../../schemas/case.ts'
import type { Signature } from '../../schemas/finding.ts'
import type { Db, Tables } from '../adapters/store/index.ts'
import { addDeliveries } from './deliveries.ts'
import { isWanted, wishesOf } from './wishes.ts'

/** What a district is to be told. */
export interface Message {
  /** The webhook-id; the same message always has the same one. No full stop, which parts the signed text */
  readonly id: string
  readonly caseId: string
  readonly caseVersion: number
  /** The district that is told */
  readonly districtCode: string
  /** Of the district, to which the case is passed; empty: none */
  readonly department: string
  readonly type: AlertType
  /** The highest of its charges; null where it tells of none */
  readonly level: Level | null
  readonly signatures: readonly Signature[]
  /** The very text that is signed and sent */
  readonly body: string
}

/**
 * Puts a message into the outbox together with its deliveries to the endpoints that want it, inside the caller's
 * transaction: what happened and its alert are committed together or not at all. The same message a second time
 * changes nothing. Throws RangeError when its id holds a full stop.
 */
export const putInOutbox = async (trx: Db, message: Message, nowMs: number): Promise<void> => {
  const { id, caseId, caseVersion, districtCode, department, type, level, signatures, body } = message
  if (id.includes('.')) throw new RangeError(`The alert id "${id}" holds a full stop.`)
  await trx
    .insertInto('outbox')
    .values({
      ...{ id, case_id: caseId, case_version: caseVersion, district_code: districtCode, department },
      ...{ type, level, signatures: JSON.stringify(signatures), body, created_at: nowMs },
    })
    .onConflict(conflict => conflict.column('id').doNothing())
    .execute()
  const endpoints = await trx
    .selectFrom('endpoint')
    .selectAll()
    .where('district_code', '=', districtCode)
    .orderBy('id')
    .execute()
  // Those that are off get theirs as well: it waits until they are on again.
  const wanting = endpoints.filter(endpoint => isWanted(message, wishesOf(endpoint)))
  await addDeliveries(
    trx,
    wanting.map(endpoint => ({ alertId: id, endpointId: endpoint.id })),
    nowMs,
  )
}

/** What endpoints choose by, of a message in the outbox. */
export const messageOf = ({
  id,
  department,
  type,
  level,
  signatures,
}: Pick<Selectable<Tables['outbox']>, 'id' | 'department' | 'type' | 'level' | 'signatures'>): Pick<
  Message,
  'id' | 'department' | 'type' | 'level' | 'signatures'
> => ({ id, department, type, level, signatures: JSON.parse(signatures) as Signature[] })
