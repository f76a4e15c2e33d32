import type { EpochDay } from '../schemas/day.ts'
import type { DayFeatures } from './day-features.ts'
import { median } from './statistics.ts'

/**
 * What a day of a point is compared with its peers by, each an f32 value. Levels: energy, kWh; power at peak hours over
 * the rest; night over work; mean over top power; energy over contract capacity, kWh/kVA. Shifts: ln of a level over
 * the median of the point's own days of that kind in the four weeks before. Not measurable is NaN.
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
  baselineDays: 28,
  baselineDaysLeast: 3,
  /** Beyond fifty times more or less the size of a shift tells nothing. */
  ratioMost: 50,
} as const

const LEVELS = [PLACE.energyKwh, PLACE.peakOverRest, PLACE.nightOverWork, PLACE.loadFactor] as const
const FIRST_SHIFT = PLACE.energyShift
const before = LEVELS.map(() => new Float64Array(PEER.baselineDays))
const counts = new Uint8Array(LEVELS.length)
const HOURS_PER_DAY = 24

/** The value of a packed day. */
export const peerValue = (row: Float32Array, measure: PeerMeasure): number => row[PLACE[measure]]!

/** Mean of valley and flat hours; of the one there is where a tariff has only one. */
const restKw = ({ valleyKw, flatKw }: DayFeatures): number =>
  Number.isNaN(flatKw) ? valleyKw : Number.isNaN(valleyKw) ? flatKw : (valleyKw + flatKw) / 2

const levelOf = (day: DayFeatures, place: number): number => {
  if (place === PLACE.energyKwh) return day.meanKw * HOURS_PER_DAY
  if (place === PLACE.peakOverRest) return day.peakKw / restKw(day)
  if (place === PLACE.nightOverWork) return day.nightKw / day.workKw
  return day.meanKw / day.ceilingKw
}

const takeBaseline = (days: readonly DayFeatures[], { day, dayKind }: DayFeatures): void => {
  counts.fill(0)
  for (let i = days.length - 2; i >= 0; i--) {
    const earlier = days[i]!
    if (earlier.day < day - PEER.baselineDays) return
    if (earlier.dayKind !== dayKind || !(earlier.coverage >= PEER.coverageLeast)) continue
    for (let l = 0; l < LEVELS.length; l++) {
      const level = levelOf(earlier, LEVELS[l]!)
      // Neither NaN nor infinite
      if (level - level === 0) before[l]![counts[l]!++] = level
    }
  }
}

/** ln(level / usual), within bounds; 0 where both are nothing. */
const shiftOf = (level: number, usual: number): number => {
  if (level === 0 && usual === 0) return 0
  const ratio = level / usual
  return Math.log(Math.min(PEER.ratioMost, Math.max(1 / PEER.ratioMost, ratio)))
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
  takeBaseline(days, last)
  const row = new Float32Array(PEER_MEASURES.length).fill(Number.NaN)
  row[PLACE.dayKind] = last.dayKind
  for (let l = 0; l < LEVELS.length; l++) {
    const level = levelOf(last, LEVELS[l]!)
    if (level - level !== 0) continue
    row[LEVELS[l]!] = level
    if (counts[l]! >= PEER.baselineDaysLeast)
      row[FIRST_SHIFT + l] = shiftOf(level, median(before[l]!, counts[l]!))
  }
  if (contractKva > 0) row[PLACE.kwhPerKva] = (last.meanKw * HOURS_PER_DAY) / contractKva
  return row
}
