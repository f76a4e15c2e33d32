import type { Account } from '../../schemas/account.ts'
import type { Network, NetworkBody } from '../../schemas/network.ts'
import { type Refusal, refusal } from '../../schemas/problem.ts'
import { canonicalNetwork, refusalOfNetwork } from '../adapters/http/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { appendLink, DESK_CHAIN } from '../audit/index.ts'
import { networkOf, type Row } from './queries.ts'

export interface NetworkEnding {
  readonly id: string
  readonly reason: string
}

type NetworkResult = { readonly network: Network } | { readonly refused: Refusal }

/** Lists a closed network: from the next request on alerts may go there. */
export const listNetwork = async (
  trx: Db,
  { cidr: given, reason }: NetworkBody,
  actor: Account,
  nowMs: number,
): Promise<NetworkResult> => {
  const fault = refusalOfNetwork(given)
  if (fault !== undefined) return { refused: refusal('bad-request', fault) }
  const cidr = canonicalNetwork(given)
  const listed = await trx
    .selectFrom('allowed_network')
    .select('id')
    .where('cidr', '=', cidr)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (listed) {
    return {
      refused: refusal('wrong-state', `${cidr} is listed already, as ${listed.id}: there is nothing to add.`),
    }
  }
  const row: Row = {
    ...{ id: await nextId(trx), cidr, reason, added_by: actor.name, added_at: nowMs },
    ...{ ended_by: null, ended_at: null, end_reason: '' },
  }
  await trx.insertInto('allowed_network').values(row).execute()
  await putOnRecord(trx, 'network', row, reason, actor, nowMs)
  return { network: networkOf(row) }
}

/** Ends a network: from the next request on nothing goes there. */
export const endNetwork = async (
  trx: Db,
  { id, reason }: NetworkEnding,
  actor: Account,
  nowMs: number,
): Promise<NetworkResult> => {
  const row = await trx.selectFrom('allowed_network').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return { refused: refusal('not-found', `There is no network ${id}.`) }
  if (row.ended_at !== null) {
    return {
      refused: refusal('wrong-state', `${row.cidr} was ended by ${row.ended_by}: there is nothing to end.`),
    }
  }
  if (reason.trim() === '') return { refused: refusal('bad-request', 'To end a network give a reason.') }
  const ended = { ended_by: actor.name, ended_at: nowMs, end_reason: reason }
  await trx.updateTable('allowed_network').set(ended).where('id', '=', id).execute()
  await putOnRecord(trx, 'end', row, reason, actor, nowMs)
  return { network: networkOf({ ...row, ...ended }) }
}

const putOnRecord = async (
  trx: Db,
  action: 'network' | 'end',
  { id, cidr }: Row,
  reason: string,
  actor: Account,
  atMs: number,
): Promise<void> => {
  const detail = { network: id, cidr }
  await appendLink(trx, { chainId: DESK_CHAIN, atMs, actor: actor.name, action, reason, detail })
}

const nextId = async (trx: Db): Promise<string> => {
  const last = await trx
    .selectFrom('allowed_network')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  const number = Number(last?.id.slice('network-'.length) ?? 0) + 1
  return `network-${String(number).padStart(6, '0')}`
}
