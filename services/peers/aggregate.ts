import { medianAbsoluteDeviation, medianSorted } from 'simple-statistics'
import { PEER_MEASURES, type PeerMeasure, type PeerSpreads, peerValue } from '../../detectors/index.ts'
import { ALL_TRADES, PEERS_LEAST } from './group.ts'

/** A day of one point of a group. */
export interface Member {
  readonly pointId: string
  readonly customerId: string
  readonly trade: string
  readonly measures: Float32Array
}

/** A group on a day. The customer that is compared is one of its customers: it moves a median by a rank at most. */
export interface Aggregate {
  readonly trade: string
  readonly customers: number
  /** Of what enough customers could be measured by */
  readonly spreads: PeerSpreads
}

const COMPARED = PEER_MEASURES.filter(measure => measure !== 'dayKind' && measure !== 'energyKwh')

/** The group of all members, and one for each trade that has enough customers. */
export const aggregate = (members: readonly Member[]): Aggregate[] => {
  const customers = onePerCustomer(members)
  const trades = [...Map.groupBy(customers, ({ trade }) => trade)].filter(
    ([trade, own]) => trade !== ALL_TRADES && own.length > PEERS_LEAST,
  )
  return [
    groupOfAll(ALL_TRADES, customers),
    ...trades.map(([trade, own]) => groupOfAll(trade, own)),
  ].toSorted((a, b) => (a.trade < b.trade ? -1 : 1))
}

/** Of several points of a customer the one that used most. */
const onePerCustomer = (members: readonly Member[]): Member[] => {
  const largest = new Map<string, Member>()
  for (const member of members) {
    const other = largest.get(member.customerId)
    if (!other || usesMore(member, other)) largest.set(member.customerId, member)
  }
  return [...largest.values()]
}

const usesMore = (a: Member, b: Member): boolean => {
  const [more, less] = [peerValue(a.measures, 'energyKwh'), peerValue(b.measures, 'energyKwh')]
  return more > less || (more === less && a.pointId < b.pointId)
}

const groupOfAll = (trade: string, members: readonly Member[]): Aggregate => ({
  trade,
  customers: members.length,
  spreads: Object.fromEntries(COMPARED.flatMap(measure => spreadOf(members, measure))),
})

const spreadOf = (members: readonly Member[], measure: PeerMeasure) => {
  const values = Float64Array.from(members, ({ measures }) => peerValue(measures, measure))
    .filter(Number.isFinite)
    .sort()
  if (values.length <= PEERS_LEAST) return []
  const sorted = [...values]
  const spread = { count: sorted.length, median: medianSorted(sorted), mad: medianAbsoluteDeviation(sorted) }
  return [[measure, spread] as const]
}
