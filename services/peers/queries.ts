import { PEER_MEASURES, peerValue } from '../../detectors/index.ts'
import type { PeerDays } from '../../schemas/api.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { Db } from '../adapters/store/index.ts'
import { ALL_TRADES } from './group.ts'
import { type ComparedDay, ownDays } from './own-days.ts'
import { groupsFor } from './publish.ts'
import { groupsAsked } from './weigh.ts'

/** The days of a point beside its peers, both ends included. No peer is named, and no group under the floor is told of. */
export const peersOf = async (
  db: Db,
  pointId: string,
  from: EpochDay,
  to: EpochDay,
): Promise<PeerDays['days']> => {
  const groupsOn = groupsAsked(db)
  const days: PeerDays['days'] = []
  for (const own of await ownDays(db, pointId, undefined, from, to)) {
    const [group] = groupsFor(await groupsOn(own.districtCode, own.day), own.trade)
    days.push({
      day: dayText(own.day),
      districtCode: own.districtCode,
      trade: group && group.trade !== ALL_TRADES ? group.trade : null,
      customers: group ? group.customers - 1 : null,
      measures: group ? measuresOf(own, group.spreads) : [],
    })
  }
  return days
}

const measuresOf = (
  own: ComparedDay,
  spreads: Readonly<Partial<Record<string, { median: number; mad: number }>>>,
): PeerDays['days'][number]['measures'] =>
  PEER_MEASURES.flatMap(name => {
    const spread = spreads[name]
    if (!spread) return []
    const value = peerValue(own.measures, name)
    return [{ name, own: Number.isFinite(value) ? value : null, median: spread.median, mad: spread.mad }]
  })
