import { createHash } from 'node:crypto'
import { type Detector, type DetectorWindow, FEATURES_VERSION } from '../../detectors/index.ts'
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
  const inputDigest = digestOf(point, window)
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
    ...detector.explain(window),
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

const digestOf = (point: PointState, window: DetectorWindow): string => {
  const hash = createHash('sha256').update(JSON.stringify([FEATURES_VERSION, window.registry]))
  for (const { day } of window.days) hash.update(bytesOf(point.rows.get(day)!))
  return hash.digest('hex')
}

const bytesOf = ({ buffer, byteOffset, byteLength }: Float32Array<ArrayBuffer>): Uint8Array =>
  new Uint8Array(buffer, byteOffset, byteLength)

const parameterHash = (detector: Detector): string => {
  let hash = hashes.get(detector)
  if (!hash) {
    hash = sha256(
      JSON.stringify(Object.entries(detector.parameters).sort(([a], [b]) => (a < b ? -1 : 1))),
    ).slice(0, 16)
    hashes.set(detector, hash)
  }
  return hash
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
