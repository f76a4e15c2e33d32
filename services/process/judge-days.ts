import {
  type Detector,
  extractDayFeatures,
  extractRegisterFeatures,
  FEATURE_NAMES,
  measurePeerDay,
  packFeatures,
  type RegistryFacts,
  WINDOW_DAYS,
} from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import { packMarks } from '../../schemas/quality.ts'
import { primaryPower } from '../adapters/history/index.ts'
import type { Calendar } from '../calendar/index.ts'
import { groupOf } from '../peers/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { DetectorChoice, ShadowScore } from '../versions/index.ts'
import type { WatchView } from '../watch/index.ts'
import { makeFinding, type Seen } from './finding.ts'
import { leftOutDays } from './left-out-days.ts'
import { findingKey, KEPT_DAYS } from './load-points.ts'
import { hasCurve, isOfRegisters, LATE_DAYS, type PointState, rememberFinding } from './point.ts'
import { isTimesTen, MARKS_REACH, marksOfDay, TIMES_TEN } from './quality-marks.ts'
import { type ClosedDay, marksAmong, type RegisterEnergy } from './register-energy.ts'
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
  readonly shadow: ShadowScore[]
}

export interface JudgeDeps {
  readonly registry: Pick<RegistryView, 'atPoint' | 'customerDays'>
  readonly calendar: Calendar
  readonly detectors: Pick<DetectorChoice, 'on'>
  readonly watch: Pick<WatchView, 'factsAt'>
}

/** What a window is put together from. */
export type WindowDeps = Pick<JudgeDeps, 'registry' | 'watch'>

/**
 * Judges days of a point that closed, or changed after they had: features of these days, and the scores of every
 * judged day from `from` on, whose window may hold one of them, so that the order in which days close leaves no
 * trace. A day is judged by the registry as of that day; one nobody stands in for is left out.
 */
export const judgeDays = (
  point: PointState,
  closed: readonly ClosedDay[],
  from: EpochDay,
  deps: JudgeDeps,
): Judgement => {
  const judgement: Judgement = { days: [], marked: [], findings: [], shadow: [] }
  // First, so that there is room for the days that come.
  if (Number.isFinite(from)) forgetDays(point, from - WINDOW_DAYS)
  for (const day of closed) {
    if ('kw' in day) measure(point, day, deps)
    else measureRegisters(point, day, deps)
  }
  markNeighbours(point, closed, from, judgement)
  for (const day of point.rows.keys(from)) {
    const meter = deps.registry.atPoint(point.pointId, day)
    if (meter) judgeDay(point, meter, day, deps, judgement)
  }
  forgetOldDays(point)
  return judgement
}

const packed = new Float32Array(FEATURE_NAMES.length)

/** Takes the features and marks of a day into its point. */
const measure = (point: PointState, day: FillingDay, { registry, calendar }: JudgeDeps): void => {
  const meter = registry.atPoint(point.pointId, day.day)
  if (!meter) return
  const power = primaryPower(day)
  const tou = calendar.touOf(meter.districtCode)
  const block = { day: day.day, intervalMinutes: day.intervalMinutes, ...power }
  const features = extractDayFeatures(block, { kind: calendar.kindOf(day.day), tou })
  point.rows.set(day.day, packFeatures(features, packed))
  const before = registry.atPoint(point.pointId, day.day - 1)
  point.rows.mark(day.day, marksOfDay(day, power, before !== undefined && before.meterId !== meter.meterId))
}

/** Takes what registers tell of a day into its point, unless a curve does. */
const measureRegisters = (
  point: PointState,
  energy: RegisterEnergy,
  { registry, calendar }: JudgeDeps,
): void => {
  const { day } = energy
  const meter = registry.atPoint(point.pointId, day)
  if (!meter || hasCurve(point, day)) return
  const context = { kind: calendar.kindOf(day), tou: calendar.touOf(meter.districtCode) }
  point.rows.set(day, packFeatures(extractRegisterFeatures(energy, context)))
  point.rows.mark(day, packMarks(energy.marks) & ~AMONG)
}

/** What the days around tell of a day. */
const AMONG = packMarks(['times-ten', 'repeated-register'])

/** A day looks tenfold, or not, by the days around it; one of registers also sent again. */
const markNeighbours = (
  point: PointState,
  closed: readonly ClosedDay[],
  from: EpochDay,
  judgement: Judgement,
): void => {
  const days = new Set<EpochDay>()
  for (const { day } of closed) {
    for (let d = day - MARKS_REACH.before; d <= day + MARKS_REACH.after; d++)
      if (point.rows.has(d)) days.add(d)
  }
  for (const day of days) {
    const before = point.rows.marksOf(day)
    const marks = isOfRegisters(point.rows.get(day)!)
      ? (before & ~AMONG) | packMarks(marksAmong(d => point.rows.get(d)?.[KWH] ?? Number.NaN, day))
      : (before & ~TIMES_TEN) | (isTimesTen(point.rows, day) ? TIMES_TEN : 0)
    if (marks === before) continue
    point.rows.mark(day, marks)
    if (day < from) judgement.marked.push({ pointId: point.pointId, day, marks })
  }
}

const KWH = FEATURE_NAMES.indexOf('kwh')

const judgeDay = (
  point: PointState,
  meter: Meter,
  day: EpochDay,
  deps: JudgeDeps,
  judgement: Judgement,
): void => {
  const seen = windowOf(point, meter, day, deps)
  const scores: Record<string, number> = {}
  const { active, shadow } = deps.detectors.on(day)
  for (const detector of active) {
    const score = detector.score(seen.window)
    scores[detector.signature] = score
    const finding = findingOf(point, meter, detector, seen, score)
    if (finding) judgement.findings.push(finding)
  }
  for (const detector of shadow) {
    const { signature, version } = detector
    const score = detector.score(seen.window)
    judgement.shadow.push({ signature, version, pointId: point.pointId, day, score })
  }
  const { coverage, kwh } = point.rows.features(day)!
  judgement.days.push({
    pointId: point.pointId,
    day,
    customerId: meter.customerId,
    features: point.rows.get(day)!.slice(),
    coverage,
    kwh,
    scores,
    marks: point.rows.marksOf(day),
    ...groupOf(meter),
    moves: measurePeerDay(seen.window.days, day, meter.contractKva),
  })
}

/** The clean judged days of the customer who has the point on the judged day. */
const windowOf = (point: PointState, meter: Meter, day: EpochDay, { registry, watch }: WindowDeps): Seen => {
  const own = registry.customerDays(point.pointId, day)!
  const { days, marks } = point.rows.window(day - WINDOW_DAYS + 1, day, own.holds)
  const leftOut = leftOutDays({ days, marks })
  const clean = leftOut.length === 0 ? days : days.filter(one => leftOut.every(({ day }) => day !== one.day))
  const watched = watch.factsAt(point.pointId, meter.customerId, day)
  return { window: { day, days: clean, registry: registryFacts(meter), watch: watched }, leftOut }
}

const registryFacts = (meter: Meter): RegistryFacts => ({
  industryCode: meter.industryCode,
  industryEdition: meter.industryEdition,
  contractKva: meter.contractKva,
  voltageKv: meter.voltageKv,
  intervalMinutes: meter.intervalMinutes,
  licensedProcesses: meter.licensedProcesses,
  licensedTonnesPerYear: meter.licensedTonnesPerYear,
})

/** A finding is made for a score worth keeping, and for whatever replaces one that was kept. */
const findingOf = (
  point: PointState,
  meter: Meter,
  detector: Detector,
  seen: Seen,
  score: number,
): Finding | undefined => {
  const key = findingKey(detector.signature, seen.window.day)
  const before = point.findings?.get(key)
  if (score < FINDING_FROM && before === undefined) return undefined
  const finding = makeFinding(point, meter, detector, seen, before ?? null)
  if (finding.id === before) return undefined
  rememberFinding(point, key, finding.id)
  return finding
}

const forgetDays = (point: PointState, last: EpochDay): void => {
  if (point.rows.deleteUpTo(last)) point.rowsFrom = last + 1
}

/** Of days that are not judged again but by a correction, which reads all it asks for, nothing is remembered. */
const forgetOldDays = (point: PointState): void => {
  forgetDays(point, point.solidDay - KEPT_DAYS)
  for (const key of point.findings?.keys() ?? []) {
    if (Number(key.slice(key.lastIndexOf(' ') + 1)) < point.solidDay - LATE_DAYS) point.findings?.delete(key)
  }
}

export { windowOf }
