import {
  type DayFeatures,
  type Detector,
  type DetectorWindow,
  detectors,
  extractDayFeatures,
  measurePeerDay,
  packFeatures,
  type RegistryFacts,
  unpackFeatures,
  WINDOW_DAYS,
} from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import { primaryPower } from '../adapters/history/index.ts'
import { groupOf } from '../peers/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { Calendar } from './calendar.ts'
import { makeFinding } from './finding.ts'
import { findingKey, KEPT_DAYS } from './load-points.ts'
import type { PointState } from './point.ts'
import { isTimesTen, MARKS_REACH, marksOfDay, TIMES_TEN } from './quality-marks.ts'
import type { FillingDay } from './slot-rule.ts'

/** From this score on a finding is kept. */
const FINDING_FROM = 0.5

/** A judged day as it is stored. */
export interface JudgedDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly customerId: string
  readonly features: Float32Array
  readonly coverage: number
  readonly kwh: number
  /** By signature */
  readonly scores: Record<string, number>
  readonly marks: number
  readonly districtCode: string
  /** Division of the industry code */
  readonly trade: string
  /** What it is compared with its peers by; null when it cannot be */
  readonly moves: Float32Array | null
}

/** A judged day of which only the marks are other than before. */
export interface MarkedDay {
  readonly pointId: string
  readonly day: EpochDay
  readonly marks: number
}

export interface Judgement {
  readonly days: JudgedDay[]
  readonly marked: MarkedDay[]
  readonly findings: Finding[]
}

export interface JudgeDeps {
  readonly registry: Pick<RegistryView, 'atPoint' | 'customerDays'>
  readonly calendar: Calendar
}

/**
 * Judges days of a point that closed, or changed after they had: features of these days, and the scores of every
 * judged day from `from` on, whose window may hold one of them, so that the order in which days close leaves no
 * trace. A day is judged by the registry as of that day; one nobody stands in for is left out.
 */
export const judgeDays = (
  point: PointState,
  closed: readonly FillingDay[],
  from: EpochDay,
  deps: JudgeDeps,
): Judgement => {
  const judgement: Judgement = { days: [], marked: [], findings: [] }
  for (const day of closed) measure(point, day, deps)
  markNeighbours(point, closed, from, judgement)
  for (const day of daysFrom(point, from)) {
    const meter = deps.registry.atPoint(point.pointId, day)
    if (meter) judgeDay(point, meter, day, deps, judgement)
  }
  forgetOldDays(point)
  return judgement
}

/** Takes the features and marks of a day into its point. */
const measure = (point: PointState, day: FillingDay, { registry, calendar }: JudgeDeps): void => {
  const meter = registry.atPoint(point.pointId, day.day)
  if (!meter) return
  const power = primaryPower(day)
  const tou = calendar.touOf(meter.districtCode)
  const block = { day: day.day, intervalMinutes: day.intervalMinutes, ...power }
  const features = extractDayFeatures(block, { kind: calendar.kindOf(day.day), tou })
  point.features.set(day.day, packFeatures(features))
  const before = registry.atPoint(point.pointId, day.day - 1)
  point.marks.set(day.day, marksOfDay(day, power, before !== undefined && before.meterId !== meter.meterId))
}

/** A day looks tenfold, or not, by the days around it. */
const markNeighbours = (
  point: PointState,
  closed: readonly FillingDay[],
  from: EpochDay,
  judgement: Judgement,
): void => {
  const days = new Set<EpochDay>()
  for (const { day } of closed) {
    for (let d = day - MARKS_REACH.before; d <= day + MARKS_REACH.after; d++)
      if (point.features.has(d)) days.add(d)
  }
  for (const day of days) {
    const own = (point.marks.get(day) ?? 0) & ~TIMES_TEN
    const marks = isTimesTen(point.features, day) ? own | TIMES_TEN : own
    if (marks === (point.marks.get(day) ?? 0)) continue
    point.marks.set(day, marks)
    if (day < from) judgement.marked.push({ pointId: point.pointId, day, marks })
  }
}

const daysFrom = (point: PointState, first: EpochDay): EpochDay[] =>
  [...point.features.keys()].filter(day => day >= first).sort((a, b) => a - b)

const judgeDay = (
  point: PointState,
  meter: Meter,
  day: EpochDay,
  deps: JudgeDeps,
  judgement: Judgement,
): void => {
  const window = windowOf(point, meter, day, deps)
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
    customerId: meter.customerId,
    features: point.features.get(day)!,
    coverage,
    kwh,
    scores,
    marks: point.marks.get(day) ?? 0,
    ...groupOf(meter),
    moves: measurePeerDay(window.days, day, meter.contractKva),
  })
}

/** The judged days a detector sees: those of the customer who has the point on the judged day. */
const windowOf = (
  point: PointState,
  meter: Meter,
  day: EpochDay,
  { registry }: JudgeDeps,
): DetectorWindow => {
  const days: DayFeatures[] = []
  const own = registry.customerDays(point.pointId, day)!
  for (let d = day - WINDOW_DAYS + 1; d <= day; d++) {
    const packed = point.features.get(d)
    if (packed && own.holds(d)) days.push(unpackFeatures(packed))
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
  for (const day of point.features.keys()) {
    if (day > oldest) continue
    point.features.delete(day)
    point.marks.delete(day)
  }
  for (const key of point.findings.keys()) {
    if (Number(key.slice(key.lastIndexOf(' ') + 1)) <= oldest) point.findings.delete(key)
  }
}
