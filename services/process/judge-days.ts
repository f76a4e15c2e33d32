import {
  type DayFeatures,
  type Detector,
  type DetectorWindow,
  detectors,
  extractDayFeatures,
  packFeatures,
  type RegistryFacts,
  unpackFeatures,
  WINDOW_DAYS,
} from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { Calendar } from './calendar.ts'
import { makeFinding } from './finding.ts'
import { findingKey, KEPT_DAYS } from './load-points.ts'
import type { PointState } from './point.ts'
import type { FillingDay } from './slot-rule.ts'

/** From this score on a finding is kept. */
const FINDING_FROM = 0.5

/** A judged day as it is stored. */
export interface JudgedDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly features: Float32Array
  readonly coverage: number
  readonly kwh: number
  /** By signature */
  readonly scores: Record<string, number>
}

export interface Judgement {
  readonly days: JudgedDay[]
  readonly findings: Finding[]
}

/**
 * Judges days of a point that closed, or changed after they had: features of these days, and the scores of every judged day
 * whose window holds one of them, so that the order in which days close leaves no trace.
 */
export const judgeDays = (
  point: PointState,
  meter: Meter,
  closed: readonly FillingDay[],
  calendar: Calendar,
): Judgement => {
  const judgement: Judgement = { days: [], findings: [] }
  if (closed.length === 0) return judgement
  const tou = calendar.touOf(meter.districtCode)
  for (const day of closed) {
    const features = extractDayFeatures(day, { kind: calendar.kindOf(day.day), tou })
    point.features.set(day.day, packFeatures(features))
  }
  const unpacked = new Map<EpochDay, DayFeatures>()
  const first = Math.min(...closed.map(({ day }) => day))
  for (const day of daysFrom(point, first)) judgeDay(point, meter, day, unpacked, judgement)
  forgetOldDays(point)
  return judgement
}

const daysFrom = (point: PointState, first: EpochDay): EpochDay[] =>
  [...point.features.keys()].filter(day => day >= first).sort((a, b) => a - b)

const judgeDay = (
  point: PointState,
  meter: Meter,
  day: EpochDay,
  unpacked: Map<EpochDay, DayFeatures>,
  judgement: Judgement,
): void => {
  const window = windowOf(point, meter, day, unpacked)
  const scores: Record<string, number> = {}
  for (const detector of detectors) {
    const score = detector.score(window)
    scores[detector.signature] = score
    const finding = findingOf(point, meter, detector, window, score)
    if (finding) judgement.findings.push(finding)
  }
  const { coverage, kwh } = window.days.at(-1)!
  judgement.days.push({
    pointId: point.pointId,
    day,
    features: point.features.get(day)!,
    coverage,
    kwh,
    scores,
  })
}

const windowOf = (
  point: PointState,
  meter: Meter,
  day: EpochDay,
  unpacked: Map<EpochDay, DayFeatures>,
): DetectorWindow => {
  const days: DayFeatures[] = []
  for (let d = day - WINDOW_DAYS + 1; d <= day; d++) {
    const packed = point.features.get(d)
    if (!packed) continue
    const features = unpacked.get(d) ?? unpackFeatures(packed)
    unpacked.set(d, features)
    days.push(features)
  }
  return { day, days, registry: registryFacts(meter) }
}

const registryFacts = (meter: Meter): RegistryFacts => ({
  industryCode: meter.industryCode,
  industryEdition: meter.industryEdition,
  contractKva: meter.contractKva,
  voltageKv: meter.voltageKv,
  intervalMinutes: meter.intervalMinutes,
  licensedProcesses: meter.licensedProcesses,
})

/** A finding is made for a score worth keeping, and for whatever replaces one that was kept. */
const findingOf = (
  point: PointState,
  meter: Meter,
  detector: Detector,
  window: DetectorWindow,
  score: number,
): Finding | undefined => {
  const key = findingKey(detector.signature, window.day)
  const before = point.findings.get(key)
  if (score < FINDING_FROM && before === undefined) return undefined
  const finding = makeFinding(point, meter, detector, window, before ?? null)
  if (finding.id === before) return undefined
  point.findings.set(key, finding.id)
  return finding
}

const forgetOldDays = (point: PointState): void => {
  const oldest = point.solidDay - KEPT_DAYS
  for (const day of point.features.keys()) if (day <= oldest) point.features.delete(day)
  for (const key of point.findings.keys()) {
    if (Number(key.slice(key.lastIndexOf(' ') + 1)) <= oldest) point.findings.delete(key)
  }
}
