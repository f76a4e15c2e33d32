import { createHash } from 'node:crypto'
import type { PeerSpreads } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { type Aggregate, aggregate } from './aggregate.ts'
import { ALL_TRADES, PEERS_LEAST } from './group.ts'
import { unpackMeasures } from './own-days.ts'

/** The groups of a district on a day, reckoned from the days that are judged by now. */
export const reckonDistrict = async (db: Db, districtCode: string, day: EpochDay): Promise<Aggregate[]> => {
  const rows = await db
    .selectFrom('feature')
    .select(['point_id', 'customer_id', 'trade', 'moves'])
    .where('district_code', '=', districtCode)
    .where('day', '=', day)
    .where('moves', 'is not', null)
    .execute()
  return aggregate(
    rows.map(({ point_id, customer_id, trade, moves }) => ({
      pointId: point_id,
      customerId: customer_id,
      trade,
      measures: unpackMeasures(moves!),
    })),
  )
}

/** The published groups of a district on a day; undefined when nobody asked for them yet. */
export const readDistrict = async (
  db: Db,
  districtCode: string,
  day: EpochDay,
): Promise<Aggregate[] | undefined> => {
  const rows = await db
    .selectFrom('peer_day')
    .select(['trade', 'customers', 'body'])
    .where('district_code', '=', districtCode)
    .where('day', '=', day)
    .orderBy('trade')
    .execute()
  if (rows.length === 0) return undefined
  return rows.map(({ body, ...group }) => ({ ...group, spreads: JSON.parse(body) as PeerSpreads }))
}

/** Publishes the groups of a district on a day. Only under the lock of the cases. */
export const publishDistrict = async (trx: Db, districtCode: string, day: EpochDay): Promise<Aggregate[]> => {
  const groups = await reckonDistrict(trx, districtCode, day)
  await trx
    .insertInto('peer_day')
    .values(
      groups.map(({ trade, customers, spreads }) => ({
        district_code: districtCode,
        day,
        trade,
        customers,
        body: JSON.stringify(spreads),
      })),
    )
    .execute()
  return groups
}

/** The groups that a customer of a trade is compared with, the narrowest first; of too few customers none is. */
export const groupsFor = (groups: readonly Aggregate[], trade: string): Aggregate[] =>
  [trade, ALL_TRADES]
    .filter((name, i, names) => names.indexOf(name) === i)
    .flatMap(name => groups.find(group => group.trade === name) ?? [])
    .filter(({ customers }) => customers > PEERS_LEAST)

/** Names an aggregate by its content. */
export const digestOf = ({ trade, customers, spreads }: Aggregate): string =>
  createHash('sha256')
    .update(JSON.stringify([trade, customers, spreads]))
    .digest('hex')

/** Lets go what is published of days before `from`. */
export const forgetPeers = async (trx: Db, from: EpochDay): Promise<void> => {
  await trx.deleteFrom('peer_day').where('day', '<', from).execute()
}
