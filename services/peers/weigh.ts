import { type Move, movedWithPeers, movesBehind, noPeers, peerFacts } from '../../detectors/index.ts'
import type { PeerReference } from '../../schemas/case.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { BothLanguages, EvidenceFact, Signature } from '../../schemas/finding.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Aggregate } from './aggregate.ts'
import { ALL_TRADES, PEERS_LEAST } from './group.ts'
import { type ComparedDay, ownDays } from './own-days.ts'
import { digestOf, groupsFor, publishDistrict, readDistrict, reckonDistrict } from './publish.ts'

/** How far back a movement that still holds is looked for, days: a change of tariff stays. */
const LOOK_BACK_DAYS = 366

/** A current finding that may carry a charge. */
export interface Ground {
  readonly id: string
  readonly pointId: string
  readonly day: EpochDay
  readonly score: number
}

/** What comparing the day of a charge with its peers adds to it. */
export interface PeerEvidence {
  readonly facts: EvidenceFact[]
  readonly limits: BothLanguages[]
  readonly reference: PeerReference | null
}

/** The groups of a district on a day */
export type GroupsOn = (districtCode: string, day: EpochDay) => Promise<readonly Aggregate[]>

/** Published groups of districts, published when nobody asked before. Of one transaction under the lock of the cases. */
export const publishedGroups = (trx: Db): GroupsOn => {
  const known = new Map<string, readonly Aggregate[]>()
  return async (districtCode, day) => {
    if (districtCode === '') return []
    const key = `${districtCode} ${day}`
    const groups =
      known.get(key) ??
      (await readDistrict(trx, districtCode, day)) ??
      (await publishDistrict(trx, districtCode, day))
    known.set(key, groups)
    return groups
  }
}

/** What is published, or would be: for questions, which write nothing. */
export const groupsAsked =
  (db: Db): GroupsOn =>
  async (districtCode, day) =>
    districtCode === ''
      ? []
      : ((await readDistrict(db, districtCode, day)) ?? (await reckonDistrict(db, districtCode, day)))

/** What is reckoned anew, for proving what was published. */
export const reckonedGroups =
  (db: Db): GroupsOn =>
  (districtCode, day) =>
    reckonDistrict(db, districtCode, day)

/** Those of a customer's grounds that only show what its peers did on the same days too, by id. */
export const explainedByPeers = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  grounds: readonly Ground[],
  groupsOn: GroupsOn,
): Promise<ReadonlySet<string>> => {
  const explained = new Set<string>()
  const looks: Look[] = []
  for (const [pointId, own] of Map.groupBy(grounds, ground => ground.pointId)) {
    const from = Math.min(...own.map(({ day }) => day)) - LOOK_BACK_DAYS
    const to = Math.max(...own.map(({ day }) => day))
    const days = await ownDays(trx, pointId, customerId, from, to)
    for (const { id, day, score } of own) {
      const moves = movesBehind(
        signature,
        score,
        days.filter(other => other.day <= day),
      )
      if (moves.length > 0 && (await isShared(moves, days, groupsOn))) explained.add(id)
    }
    for (const { districtCode } of days) looks.push({ districtCode, from, to })
  }
  await noteLooks(trx, customerId, signature, looks)
  return explained
}

const isShared = async (
  moves: readonly Move[],
  days: readonly ComparedDay[],
  groupsOn: GroupsOn,
): Promise<boolean> => {
  const places = new Map(days.map(day => [day.day, day]))
  const peers = new Map<EpochDay, Aggregate[]>()
  for (const { day } of moves.flatMap(move => move.days)) {
    const { districtCode, trade } = places.get(day)!
    if (!peers.has(day)) peers.set(day, groupsFor(await groupsOn(districtCode, day), trade))
  }
  return movedWithPeers(moves, day => peers.get(day)!.map(({ spreads }) => spreads))
}

/** The day of a ground beside the narrowest group that has enough customers. */
export const peerEvidence = async (
  db: Db,
  signature: Signature,
  { pointId, day }: Pick<Ground, 'pointId' | 'day'>,
  groupsOn: GroupsOn,
): Promise<PeerEvidence> => {
  const [own] = await ownDays(db, pointId, undefined, day, day)
  const [group] = own ? groupsFor(await groupsOn(own.districtCode, day), own.trade) : []
  if (!own || !group) return { facts: [], limits: [noPeers(PEERS_LEAST)], reference: null }
  const trade = group.trade === ALL_TRADES ? null : group.trade
  const customers = group.customers - 1
  return {
    facts: peerFacts(signature, own.measures, { trade, customers, spreads: group.spreads }),
    limits: [],
    reference: {
      districtCode: own.districtCode,
      trade,
      day: dayText(day),
      customers,
      digest: digestOf(group),
    },
  }
}

interface Look {
  readonly districtCode: string
  readonly from: EpochDay
  readonly to: EpochDay
}

/** Whatever changes there has the suspicion weighed again. */
const noteLooks = async (
  trx: Db,
  customerId: string,
  signature: Signature,
  looks: readonly Look[],
): Promise<void> => {
  await trx
    .deleteFrom('peer_look')
    .where('customer_id', '=', customerId)
    .where('signature', '=', signature)
    .execute()
  for (const [district_code, own] of Map.groupBy(looks, ({ districtCode }) => districtCode)) {
    const from_day = own.reduce((first, { from }) => Math.min(first, from), Number.POSITIVE_INFINITY)
    const to_day = own.reduce((last, { to }) => Math.max(last, to), 0)
    await trx
      .insertInto('peer_look')
      .values({ district_code, customer_id: customerId, signature, from_day, to_day })
      .execute()
  }
}
