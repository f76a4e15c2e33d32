import type { Selectable } from 'kysely'
import type { Network } from '../../schemas/network.ts'
import type { Cidr } from '../adapters/http/index.ts'
import type { Db, Tables } from '../adapters/store/index.ts'

export type Row = Selectable<Tables['allowed_network']>

/** The networks that requests may go to now. */
export const openNetworks = async (db: Db): Promise<Cidr[]> => {
  const rows = await db.selectFrom('allowed_network').select('cidr').where('ended_at', 'is', null).execute()
  return rows.map(row => row.cidr)
}

/** A page of networks in the order they were listed, ended ones too. */
export const listNetworks = async (
  db: Db,
  { after, limit }: { after?: string | undefined; limit: number },
): Promise<Network[]> => {
  let query = db.selectFrom('allowed_network').selectAll().orderBy('id').limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(networkOf)
}

export const networkOf = (row: Row): Network => ({
  id: row.id,
  cidr: row.cidr,
  reason: row.reason,
  by: row.added_by,
  at: new Date(Number(row.added_at)).toISOString(),
  endedBy: row.ended_by,
  endedAt: row.ended_at === null ? null : new Date(Number(row.ended_at)).toISOString(),
  endReason: row.end_reason,
})
