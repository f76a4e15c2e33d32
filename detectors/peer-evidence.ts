import type { BothLanguages, EvidenceFact, Signature } from '../schemas/finding.ts'
import { fact, known, shown } from './judgement.ts'
import { MOVED, type PeerSpreads, SIGMA_PER_MAD, type Spread } from './moved-with-peers.ts'
import { type PeerMeasure, peerValue } from './peer-day.ts'

/** Whom a point is compared with on a day. */
export interface PeerGroup {
  /** First two digits of the industry code; null: every trade of the district */
  readonly trade: string | null
  /** Other customers */
  readonly customers: number
  readonly spreads: PeerSpreads
}

interface Compared {
  readonly name: string
  readonly measure: PeerMeasure
  readonly unit: string
  /** From the stored value to the one that is shown */
  readonly show: (value: number) => number
  readonly zh: string
  readonly en: string
  /** The least it can be */
  readonly least?: number
  /** How much an unusual value says */
  readonly weight: number
}

/** Never a minus zero, which JSON does not carry */
const asPercent = (share: number): number => Math.round(100 * share) + 0
/** From the ln of a ratio to a change in whole percent */
const asChange = (shift: number): number => asPercent(Math.expm1(shift))

const ENERGY: Compared = {
  name: 'peers-energy-change',
  measure: 'energyShift',
  unit: '%',
  show: asChange,
  zh: '当日电量较各自前三周同类日',
  en: "energy of the day against one's own days of that kind in the three weeks before",
  weight: 0.2,
}
const NIGHT: Compared = {
  name: 'peers-night-over-work',
  measure: 'nightOverWork',
  unit: '',
  show: shown,
  least: 0,
  zh: '夜间（0–6 时）与日间（8–18 时）功率之比',
  en: 'power at night (00–06) over the day (08–18)',
  weight: 0.3,
}
const EVEN: Compared = {
  name: 'peers-load-factor',
  measure: 'loadFactor',
  unit: '%',
  show: asPercent,
  least: 0,
  zh: '日负荷率',
  en: 'mean over top power of the day',
  weight: 0.3,
}
const CAPACITY: Compared = {
  name: 'peers-kwh-per-kva',
  measure: 'kwhPerKva',
  unit: 'kWh/kVA',
  show: shown,
  least: 0,
  zh: '每千伏安合同容量日电量',
  en: 'energy of the day for each kVA of contract capacity',
  weight: 0.2,
}

const comparedFor = (signature: Signature): readonly Compared[] => {
  if (signature === 'induction-furnace') return [ENERGY, NIGHT, CAPACITY]
  if (signature === 'crypto-mining') return [ENERGY, EVEN, CAPACITY]
  return [ENERGY, CAPACITY]
}

const withUnit = (value: number, unit: string): string => (unit === '' ? `${value}` : `${value} ${unit}`)

const whoOf = ({ trade, customers }: PeerGroup): BothLanguages =>
  trade === null
    ? { zh: `本区其他 ${customers} 户`, en: `${customers} other customers of the district` }
    : {
        zh: `本区同业（行业大类 ${trade}）其他 ${customers} 户`,
        en: `${customers} other customers of division ${trade} in the district`,
      }

const compare = (
  own: number,
  { median, mad }: Spread,
  group: PeerGroup,
  { name, unit, show, least, weight, zh, en }: Compared,
): EvidenceFact => {
  const reach = MOVED.madsMost * SIGMA_PER_MAD * mad
  const low = show(Math.max(least ?? Number.NEGATIVE_INFINITY, median - reach))
  const [middle, high] = [show(median), show(median + reach)]
  const value = show(own)
  const who = whoOf(group)
  const [is, usual] = [withUnit(value, unit), withUnit(middle, unit)]
  return fact({
    name,
    value,
    unit,
    normal: `${low} … ${withUnit(high, unit)}`,
    zh: `${zh}：${who.zh}中位数 ${usual}（正常 ${low} 至 ${withUnit(high, unit)}），本户 ${is}`,
    en: `${en}: median of ${who.en} ${usual} (usual ${low} to ${withUnit(high, unit)}), here ${is}`,
    weight: own > median + reach ? weight : own < median - reach ? 0 : -weight / 2,
  })
}

/** What a day of a point is beside its peers: medians, with the range of two robust standard deviations as usual. */
export const peerFacts = (signature: Signature, own: Float32Array, group: PeerGroup): EvidenceFact[] =>
  known(
    comparedFor(signature).flatMap(compared => {
      const spread = group.spreads[compared.measure]
      return spread ? [compare(peerValue(own, compared.measure), spread, group, compared)] : []
    }),
  )

/** What is said of what was held against a customer until its peers were known. */
export const PEERS_MOVED: BothLanguages = {
  zh: '本区同业用户同日同向变化（如有序用电、电价时段调整），不再作为依据。',
  en: 'The peers of the district moved the same way on the same days (a curtailment, a change of tariff hours): this carries nothing any more.',
}

/** What is said where there are too few to compare with. */
export const noPeers = (least: number): BothLanguages => ({
  zh: `当日本区可比的其他用户不足 ${least} 户，未作同业对比。`,
  en: `Fewer than ${least} other customers of the district could be compared that day: no comparison with peers.`,
})
