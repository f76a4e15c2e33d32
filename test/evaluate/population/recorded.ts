import { wander } from '../../../services/simulator/curve.ts'
import { loadRecording, type Recording, type RecordingName } from '../../../services/simulator/index.ts'
import type { Random } from '../../../services/simulator/random.ts'
import { type Curve, meanOf, slotsOf, withPowerFactor } from './curve.ts'
import { pick } from './draw.ts'
import { type Site, SLOTS } from './world.ts'

export const OFFICES: readonly RecordingName[] = [
  'administration-2015-01-12',
  'administration-2015-11-02',
  'office-2011-03-07',
  'office-2011-08-15',
]
export const SCHOOLS: readonly RecordingName[] = ['school-2014-01-13', 'school-2014-11-10']
export const STORES: readonly RecordingName[] = ['furniture-store-2015-02-16', 'furniture-store-2015-10-12']
export const WORKS: readonly RecordingName[] = [
  'metal-processing-2018-02-05',
  'metal-processing-2018-10-08',
  'steel-works-2018',
]
export const DATA_CENTRES: readonly RecordingName[] = ['data-centre-2011-03-07', 'data-centre-2011-08-15']
export const ANY_HOST: readonly RecordingName[] = [...OFFICES, ...SCHOOLS, ...STORES, ...WORKS]

/** How one copy of a recording is made different from another. */
interface Disguise {
  readonly earlierHours: number
  /** Exponent on the level over the top: above 1 lowers the nights, below 1 raises them */
  readonly bend: number
  readonly dayDeviation: number
  readonly noise: number
  readonly noiseMemory: number
  readonly addedBase: number
  readonly closedLevel: number
}

const disguise = (random: Random): Disguise => ({
  earlierHours: random.normal(0, 0.7),
  bend: random.lognormal(1, 0.22),
  dayDeviation: random.between(0.02, 0.12),
  noise: random.between(0.01, 0.08),
  noiseMemory: random.between(1, 8),
  addedBase: random.chance(0.4) ? random.between(0, 0.25) : 0,
  closedLevel: random.between(0.05, 0.6),
})

/** The recorded day that stands for a day of the period: the same weekday, a week drawn anew. */
const sourceDay = (recording: Recording, weekday: number, week: number): number => {
  const weeks = Math.floor(recording.days / 7)
  const offset = (weekday - recording.startWeekday + 7) % 7
  return (week % weeks) * 7 + offset
}

const SUNDAY = 0

/** Power of the recording at a broken slot, between the two readings around it. */
const powerAt = ({ kw, intervalMinutes }: Recording, dayStart: number, hour: number): number => {
  const perHour = 60 / intervalMinutes
  const at = Math.min(Math.max(0, dayStart * 24 * perHour + hour * perHour), kw.length - 1.001)
  const left = Math.floor(at)
  return kw[left]! + (kw[left + 1]! - kw[left]!) * (at - left)
}

const daySources = (site: Site, recording: Recording, random: Random): number[] => {
  const firstWeek = Math.floor(random.next() * 52)
  return site.world.weekdays.map((weekday, day) => {
    const week = firstWeek + Math.floor(day / 7) + Math.floor(random.between(0, 2))
    return sourceDay(recording, site.world.kinds[day] === 0 || weekday !== SUNDAY ? weekday : SUNDAY, week)
  })
}

/**
 * A real load as another enterprise would have it: days drawn anew of the same weekday, shifted, bent, scaled and
 * with noise of its own; holidays are lower. Mean power is `meanKw`.
 */
export const recordedLoad = (site: Site, names: readonly RecordingName[], meanKw: number): Curve => {
  const { random } = site
  const recording = loadRecording(pick(random, names))
  const ways = disguise(random)
  const sources = daySources(site, recording, random)
  const dayFactors = sources.map(() => random.lognormal(1, ways.dayDeviation))
  const starts = sources.map(() => ways.earlierHours + random.normal(0, 0.12))
  const noise = wander(random, slotsOf(site), ways.noise, ways.noiseMemory)
  const top = recording.kw.reduce((a, b) => Math.max(a, b), 0)
  const kw = noise.map((factor, index) => {
    const day = Math.floor(index / SLOTS)
    const level = powerAt(recording, sources[day]!, (index % SLOTS) / 4 + starts[day]!) / top
    const open = site.world.kinds[day] === 2 ? ways.closedLevel : 1
    return Math.max(0, ways.addedBase + level ** ways.bend * open) * factor * dayFactors[day]!
  })
  const by = meanKw / meanOf(kw)
  const high = random.between(0.86, 0.98)
  return withPowerFactor(
    kw.map(value => value * by),
    { high, low: high - random.between(0, 0.25) },
    random,
  )
}
