import { createHash } from 'node:crypto'
import {
  COMMON_PARAMETERS,
  type Detector,
  type DetectorWindow,
  explainInFull,
  FEATURES_VERSION,
} from '../../detectors/index.ts'
import { dayText } from '../../schemas/day.ts'
import type { Finding } from '../../schemas/finding.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { PointState } from './point.ts'

const hashes = new Map<Detector, string>()

/** A finding, named by a digest of everything it came from: the same input always makes the same finding. */
export const makeFinding = (
  point: PointState,
  meter: Meter,
  detector: Detector,
  window: DetectorWindow,
  supersedes: string | null,
): Finding => {
  const windowFrom = dayText(window.days[0]!.day)
  const day = dayText(window.day)
  const inputDigest = digestOf(point, detector, window)
  const identity = [
    detector.signature,
    detector.version,
    parameterHash(detector),
    point.pointId,
    meter.customerId,
    windowFrom,
    day,
  ]
  return {
    ...explainInFull(detector, window),
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

const digestOf = (point: PointState, { seesWatch }: Detector, window: DetectorWindow): string => {
  const facts = [FEATURES_VERSION, window.registry, seesWatch ? (window.watch ?? null) : null]
  const hash = createHash('sha256').update(JSON.stringify(facts))
  for (const { day } of window.days) hash.update(new Uint8Array(point.features.get(day)!.buffer))
  return hash.digest('hex')
}

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
