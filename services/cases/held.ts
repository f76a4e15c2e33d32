import type { HeldReason, Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { explainedByPeers, type Ground, type GroupsOn } from '../peers/index.ts'

const ROWS_PER_STATEMENT = 500

/**
 * Holds the grounds that show only what the peers did too, and all of them where somebody answers for the customer;
 * lets go those that were held and stand now; answers these. Under the lock of the cases.
 */
export const withoutHeld = async <G extends Ground>(
  trx: Db,
  customerId: string,
  signature: Signature,
  grounds: readonly G[],
  { groupsOn, isKnownGood }: { readonly groupsOn: GroupsOn; readonly isKnownGood: boolean },
): Promise<G[]> => {
  const explained = await explainedByPeers(trx, customerId, signature, grounds, groupsOn)
  const reasons = new Map<string, HeldReason>()
  if (isKnownGood) for (const { id } of grounds) reasons.set(id, 'known-good')
  for (const id of explained) reasons.set(id, 'peers-moved')
  const before = await heldOf(trx, customerId, signature)
  const lapsed = [...before].filter(([id, reason]) => reasons.get(id) !== reason).map(([id]) => id)
  for (const ids of chunks(lapsed, ROWS_PER_STATEMENT)) {
    await trx.deleteFrom('held').where('finding_id', 'in', ids).execute()
  }
  const fresh = [...reasons].filter(([id, reason]) => before.get(id) !== reason)
  for (const chunk of chunks(fresh, ROWS_PER_STATEMENT)) {
    const rows = chunk.map(([finding_id, reason]) => ({
      finding_id,
      customer_id: customerId,
      signature,
      reason,
    }))
    await trx.insertInto('held').values(rows).execute()
  }
  return grounds.filter(({ id }) => !reasons.has(id))
}

const heldOf = async (
  trx: Db,
  customerId: string,
  signature: Signature,
): Promise<Map<string, HeldReason>> => {
  const rows = await trx
    .selectFrom('held')
    .select(['finding_id', 'reason'])
    .where('customer_id', '=', customerId)
    .where('signature', '=', signature)
    .execute()
  return new Map(rows.map(({ finding_id, reason }) => [finding_id, reason]))
}
