import type { Case, Charge } from '../../schemas/case.ts'
import type { Db } from '../adapters/store/index.ts'
import { peerEvidence, publishedGroups } from '../peers/index.ts'
import { type ChargeDeps, chargeOf, groundsFor, strongestOf } from './accuse.ts'
import { estimateFor } from './estimate.ts'

/**
 * A charge that holds still, as the findings carry it since readings were corrected: by the finding that took the place
 * of its own, of the same point and day, else by the strongest there is; where none is left, unsupported. While its own
 * finding stands it is as it was: that the load runs on is no correction.
 */
export const chargeAnew = async (
  trx: Db,
  { customerId }: Case,
  before: Charge,
  deps: ChargeDeps,
): Promise<Charge> => {
  if (before.findingId === null || before.unsupported || (await isCurrent(trx, before.findingId)))
    return before
  const grounds = await groundsFor(trx, customerId, before.signature, deps)
  const day = Date.parse(before.day) / DAY_MS
  const successor = grounds.find(ground => ground.pointId === before.pointId && ground.day === day)
  const ground = successor ?? strongestOf(grounds)
  if (!ground) return { ...before, estimate: null, unsupported: true }
  const peers = await peerEvidence(trx, before.signature, ground, publishedGroups(trx))
  const made = await chargeOf(trx, ground, Date.parse(before.openedAt), deps, peers)
  const anew = { ...made, byHand: before.byHand }
  return { ...anew, estimate: await estimateFor(trx, customerId, anew) }
}

const DAY_MS = 86_400_000

const isCurrent = async (db: Db, findingId: string): Promise<boolean> =>
  (await db.selectFrom('finding').select('current').where('id', '=', findingId).executeTakeFirst())
    ?.current === 1

/** Whether a district would read something else: that nothing carries it, another level, or another amount. */
export const isOtherwise = (before: Charge, anew: Charge): boolean =>
  before.unsupported !== anew.unsupported ||
  before.level !== anew.level ||
  before.estimate?.yuan !== anew.estimate?.yuan
