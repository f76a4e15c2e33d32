import type { EpochDay } from '../schemas/day.ts'
import type { DayFeatures } from './day-features.ts'

/**
 * What a day of a point is compared with its peers by, each an f32 value. Levels: energy, kWh; power at peak hours over
 * the rest; night over work; mean over top power; energy over contract capacity, kWh/kVA. Shifts: ln of a level over
 * the median of the point's own days of that kind in the three weeks before. Not measurable is NaN.
 */
export const PEER_MEASURES = [
  'dayKind',
  'energyKwh',
  'peakOverRest',
  'nightOverWork',
  'loadFactor',
  'kwhPerKva',
  'energyShift',
  'peakShift',
  'nightShift',
  'loadShift',
] as const
export type PeerMeasure = (typeof PEER_MEASURES)[number]

const PLACE = Object.fromEntries(PEER_MEASURES.map((name, at) => [name, at])) as Record<PeerMeasure, number>

export const PEER = {
  coverageLeast: 0.75,
  baselineDays: 21,
  baselineDaysLeast: 3,
  /** Beyond fifty times more or less the size of a shift tells nothing. */
  ratioMost: 50,
} as const

const LEVELS = 4
const FIRST_LEVEL = PLACE.energyKwh
const FIRST_SHIFT = PLACE.energyShift
const HOURS_PER_DAY = 24

/** The value of a packed day. */
export const peerValue = (row: Float32Array, measure: PeerMeasure): number => row[PLACE[measure]]!

/** Values kept ascending as they come: there are few of them, so that this costs less than sorting them. */
class Ascending {
  private readonly values = new Float64Array(PEER.baselineDays)
  private count = 0

  clear(): void {
    this.count = 0
  }

  /** What is not finite is left out. */
  add(value: number): void {
    if (value - value !== 0) return
    let i = this.count++
    while (i > 0 && this.values[i - 1]! > value) {
      this.values[i] = this.values[i - 1]!
      i--
    }
    this.values[i] = value
  }

  /** NaN of fewer than `PEER.baselineDaysLeast` */
  median(): number {
    if (this.count < PEER.baselineDaysLeast) return Number.NaN
    const middle = this.count >> 1
    const upper = this.values[middle]!
    return this.count % 2 === 1 ? upper : (upper + this.values[middle - 1]!) / 2
  }
}

const usual = [new Ascending(), new Ascending(), new Ascending(), new Ascending()] as const

/** Mean of valley and flat hours; of the one there is where a tariff has only one. */
const restKw = ({ valleyKw, flatKw }: DayFeatures): number =>
  Number.isNaN(flatKw) ? valleyKw : Number.isNaN(valleyKw) ? flatKw : (valleyKw + flatKw) / 2

const energyOf = (day: DayFeatures): number => day.meanKw * HOURS_PER_DAY
const peakOf = (day: DayFeatures): number => day.peakKw / restKw(day)
const nightOf = (day: DayFeatures): number => day.nightKw / day.workKw
const loadOf = (day: DayFeatures): number => day.meanKw / day.ceilingKw

const takeUsual = (days: readonly DayFeatures[], { day, dayKind }: DayFeatures): void => {
  for (const values of usual) values.clear()
  for (let i = days.length - 2; i >= 0; i--) {
    const earlier = days[i]!
    if (earlier.day < day - PEER.baselineDays) return
    if (earlier.dayKind !== dayKind || !(earlier.coverage >= PEER.coverageLeast)) continue
    usual[0].add(energyOf(earlier))
    usual[1].add(peakOf(earlier))
    usual[2].add(nightOf(earlier))
    usual[3].add(loadOf(earlier))
  }
}

/** ln(level / before), within bounds; 0 where both are nothing. */
const shiftOf = (level: number, before: number): number => {
  if (level === 0 && before === 0) return 0
  return Math.log(Math.min(PEER.ratioMost, Math.max(1 / PEER.ratioMost, level / before)))
}

/**
 * The last of a point's days, packed for comparison with its peers; null when it is not `day` or holds too few
 * readings. `contractKva` is 0 when not known.
 */
export const measurePeerDay = (
  days: readonly DayFeatures[],
  day: EpochDay,
  contractKva: number,
): Float32Array | null => {
  const last = days.at(-1)
  if (last?.day !== day || !(last.coverage >= PEER.coverageLeast)) return null
  takeUsual(days, last)
  const row = new Float32Array(PEER_MEASURES.length)
  row[PLACE.dayKind] = last.dayKind
  row[PLACE.energyKwh] = energyOf(last)
  row[PLACE.peakOverRest] = peakOf(last)
  row[PLACE.nightOverWork] = nightOf(last)
  row[PLACE.loadFactor] = loadOf(last)
  row[PLACE.kwhPerKva] = contractKva > 0 ? energyOf(last) / contractKva : Number.NaN
  for (let i = 0; i < LEVELS; i++) row[FIRST_SHIFT + i] = shiftOf(row[FIRST_LEVEL + i]!, usual[i]!.median())
  // One pattern of bits for what cannot be measured
  for (let i = 0; i < row.length; i++) if (row[i]! - row[i]! !== 0) row[i] = Number.NaN
  return row
}
