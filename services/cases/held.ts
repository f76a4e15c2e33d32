import type { Signature } from '../../schemas/finding.ts'
import { chunks, type Db } from '../adapters/store/index.ts'
import { explainedByPeers, type Ground, type GroupsOn } from '../peers/index.ts'

const ROWS_PER_STATEMENT = 500

/**
 * Holds the grounds that show only what the peers did too, lets go those that were held and stand now; answers these.
 * Under the lock of the cases.
 */
export const withoutHeld = async <G extends Ground>(
  trx: Db,
  customerId: string,
  signature: Signature,
  grounds: readonly G[],
  groupsOn: GroupsOn,
): Promise<G[]> => {
  const explained = await explainedByPeers(trx, customerId, signature, grounds, groupsOn)
  const before = await heldOf(trx, customerId, signature)
  const lapsed = [...before].filter(id => !explained.has(id))
  for (const ids of chunks(lapsed, ROWS_PER_STATEMENT)) {
    await trx.deleteFrom('held').where('finding_id', 'in', ids).execute()
  }
  const fresh = [...explained].filter(id => !before.has(id))
  for (const ids of chunks(fresh, ROWS_PER_STATEMENT)) {
    const rows = ids.map(finding_id => ({
      finding_id,
      customer_id: customerId,
      signature,
      reason: 'peers-moved' as const,
    }))
    await trx.insertInto('held').values(rows).execute()
  }
  return grounds.filter(({ id }) => !explained.has(id))
}

const heldOf = async (trx: Db, customerId: string, signature: Signature): Promise<Set<string>> => {
  const rows = await trx
    .selectFrom('held')
    .select('finding_id')
    .where('customer_id', '=', customerId)
    .where('signature', '=', signature)
    .execute()
  return new Set(rows.map(({ finding_id }) => finding_id))
}
