import type { HeldReason, Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import { explainedByPeers, type Ground, type GroupsOn } from '../peers/index.ts'

/** A ground, and why it opens no case so far. */
export interface WeighedGround extends Ground {
  readonly held: HeldReason | null
}

/** Holds the grounds that show only what the peers did too, lets go those that were held and stand now; answers these. */
export const standing = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  grounds: readonly WeighedGround[],
  groupsOn: GroupsOn,
): Promise<WeighedGround[]> => {
  const explained = await explainedByPeers(trx, customerId, signature, grounds, groupsOn)
  for (const { id, held } of grounds) {
    const now = explained.has(id) ? 'peers-moved' : null
    if (now !== held) await trx.updateTable('finding').set({ held: now }).where('id', '=', id).execute()
  }
  return grounds.filter(({ id }) => !explained.has(id))
}
