import { createHash } from 'node:crypto'
import {
  COMMON_PARAMETERS,
  type Detector,
  type DetectorWindow,
  explainInFull,
  FEATURES_VERSION,
} from '../../detectors/index.ts'
import { dayText } from '../../schemas/day.ts'
import type { BothLanguages, EvidenceFact, Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { QualityMark } from '../../schemas/quality.ts'
import type { LeftOutDay } from './left-out-days.ts'
import type { PointState } from './point.ts'

/** What a detector sees, and the days it is not shown because they are dirty. */
export interface Seen {
  readonly window: DetectorWindow
  readonly leftOut: readonly LeftOutDay[]
}

const hashes = new Map<Detector, string>()

/** A finding, named by a digest of everything it came from: the same input always makes the same finding. */
export const makeFinding = (
  point: PointState,
  meter: Meter,
  detector: Detector,
  { window, leftOut }: Seen,
  supersedes: string | null,
): Finding => {
  const windowFrom = dayText(window.days[0]?.day ?? window.day)
  const day = dayText(window.day)
  const inputDigest = digestOf(point, detector, window, leftOut)
  const identity = [
    detector.signature,
    detector.version,
    parameterHash(detector),
    point.pointId,
    meter.customerId,
    windowFrom,
    day,
  ]
  const explained = explainInFull(detector, window)
  return {
    ...explained,
    evidence: [...explained.evidence, ...leftOutFacts(leftOut)],
    id: sha256([...identity, inputDigest].join('\n')).slice(0, 40),
    signature: detector.signature,
    detectorVersion: detector.version,
    parameterHash: parameterHash(detector),
    inputDigest,
    pointId: point.pointId,
    customerId: meter.customerId,
    windowFrom,
    day,
    supersedes,
  }
}

const digestOf = (
  { rows }: PointState,
  { seesWatch }: Detector,
  { days, registry, watch }: DetectorWindow,
  leftOut: readonly LeftOutDay[],
): string => {
  const facts = [FEATURES_VERSION, registry, seesWatch ? (watch ?? null) : null]
  const hash = createHash('sha256').update(JSON.stringify(facts))
  for (const { day } of days) hash.update(bytesOf(rows.get(day)!))
  if (leftOut.length > 0) hash.update(JSON.stringify(leftOut.map(({ day, reason }) => [day, reason])))
  return hash.digest('hex')
}

const REASONS: Record<QualityMark, BothLanguages> = {
  gap: { zh: '读数缺失超过四分之一', en: 'more than a quarter of the readings missing' },
  stuck: { zh: '表计读数卡滞', en: 'meter stuck at one value' },
  rollover: { zh: '示数翻转', en: 'register rolled over' },
  exchange: { zh: '换表', en: 'meter exchanged' },
  'times-ten': { zh: '量级突变约十倍', en: 'values tenfold or a tenth for one day' },
  'repeated-register': { zh: '示数重复上送', en: 'register sent again instead of read' },
  'clock-jump': { zh: '表计时钟跳变', en: 'clock of the meter set back' },
}

/** Says which days were not judged, and why; it weighs nothing. */
const leftOutFacts = (leftOut: readonly LeftOutDay[]): EvidenceFact[] => {
  if (leftOut.length === 0) return []
  const told = (language: 'zh' | 'en'): string =>
    leftOut.map(({ day, reason }) => `${dayText(day)} ${REASONS[reason][language]}`).join(', ')
  return [
    {
      name: 'days-left-out',
      value: leftOut.length,
      unit: 'days',
      zh: `窗口内有 ${leftOut.length} 天数据异常，未参与判断：${told('zh')}`,
      en: `${leftOut.length} days of the window hold faulty data and were not judged: ${told('en')}`,
      weight: 0,
    },
  ]
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const parameterHash = (detector: Detector): string => {
  let hash = hashes.get(detector)
  if (!hash) {
    const parameters = Object.entries({ ...detector.parameters, ...COMMON_PARAMETERS })
    hash = sha256(JSON.stringify(parameters.sort(([a], [b]) => (a < b ? -1 : 1)))).slice(0, 16)
    hashes.set(detector, hash)
  }
  return hash
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Whether a detector is the very one, with every threshold, that made a finding. */
export const isMadeBy = (
  detector: Detector,
  { signature, detectorVersion, parameterHash: hash }: Finding,
): boolean =>
  detector.signature === signature && detector.version === detectorVersion && parameterHash(detector) === hash
