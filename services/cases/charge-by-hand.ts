import { WINDOW_DAYS } from '../../detectors/index.ts'
import type { ByHand, Charge } from '../../schemas/case.ts'
import { dayOf, dayText } from '../../schemas/day.ts'
import type { BothLanguages, Signature } from '../../schemas/finding.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import { proposeTier } from '../pricing/index.ts'

/** Stands where a charge by a detector has the version of the detector, or its criterion. */
export const BY_HAND = 'by-hand'

export const SOURCE_NAMES: Readonly<Record<ByHand['source'], BothLanguages>> = {
  tip: { zh: '举报', en: 'Tip' },
  survey: { zh: '摸排', en: 'Survey' },
  inspection: { zh: '检查', en: 'Inspection' },
}

/** What a tier is proposed by. */
interface PricedBy {
  readonly rules: readonly ReleasedRule[]
  /** Of the customer on the day of the charge */
  readonly districtCode: string
}

/** A charge on the word of a person alone: no readings speak for it yet, so it has neither score nor estimate. */
export const chargeByHand = (
  signature: Signature,
  byHand: ByHand,
  { rules, districtCode }: PricedBy,
): Charge => {
  const { source, note, at, level, pointId } = byHand
  const day = dayOf(Date.parse(at))
  const { zh, en } = SOURCE_NAMES[source]
  return {
    signature,
    level,
    score: 0,
    criterion: null,
    pointId,
    findingId: null,
    byHand,
    day: dayText(day),
    windowFrom: dayText(day - WINDOW_DAYS + 1),
    openedAt: at,
    evidence: [],
    innocent: [],
    sentence: { zh: `${zh}：${note}`, en: `${en}: ${note}` },
    dates: [],
    limits: [],
    inspection: null,
    attributableKw: 0,
    attributableKwh: 0,
    peers: null,
    unsupported: false,
    tier: proposeTier(rules, signature, day, districtCode),
    estimate: null,
  }
}
