import type { Account } from '../../schemas/account.ts'
import type { HandOverReceiptBody } from '../../schemas/hand-over.ts'
import { refusal } from '../../schemas/problem.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import type { HandOverResult } from './make.ts'
import { findHandOver } from './queries.ts'

export interface Receiving extends HandOverReceiptBody {
  readonly id: string
}

/** Puts down that the grid company has a hand-over, by the digest of the file that arrived. It is received once. */
export const receiveHandOver = async (
  trx: Db,
  { id, sha256, note }: Receiving,
  actor: Account,
  nowMs: number,
): Promise<HandOverResult> => {
  const handOver = await findHandOver(trx, id)
  if (!handOver) return { refused: refusal('not-found', `There is no hand-over ${id}.`) }
  if (handOver.receipt) {
    const { receivedBy, receivedAt } = handOver.receipt
    return { refused: refusal('wrong-state', `${receivedBy} received it already, at ${receivedAt}.`) }
  }
  if (sha256 !== handOver.sha256.json && sha256 !== handOver.sha256.csv) {
    const detail = `The file with that SHA-256 is not ${id}: fetch and verify it again.`
    return { refused: refusal('bad-request', detail) }
  }
  await trx
    .insertInto('hand_over_receipt')
    .values({ hand_over_id: id, received_by: actor.name, received_at: nowMs, sha256, note })
    .execute()
  await appendLink(trx, {
    chainId: DESK_CHAIN,
    atMs: nowMs,
    actor: actor.name,
    action: 'hand-over',
    reason: note,
    detail: { handOver: id, received: sha256 },
  })
  return { handOver: (await findHandOver(trx, id))! }
}
