import type { Alert } from '../../schemas/alert.ts'
import type { Case, Charge } from '../../schemas/case.ts'
import type { EvidenceFact } from '../../schemas/finding.ts'
import { chargeExpectation } from '../criteria/index.ts'

/** Standard Webhooks asks for payloads under 20 kB: https://www.standardwebhooks.com */
export const MAX_BODY_BYTES = 20_000

/** A case as it is released; a member with the number of its lead where its district may know that. */
export interface Released extends Case {
  readonly leadNumber?: string | null
}

const MAX_NAME_LETTERS = 200
const MAX_SENTENCE_LETTERS = 600

/**
 * The alert of one case version, as released: charges, evidence, tier and estimate, never a reading. When
 * the body would reach 20,000 bytes, the facts of the least weight (for or against) are left out first,
 * then long sentences are cut. Throws RangeError when even that is too long.
 */
export const composeAlert = (reported: Released, releasedAtMs: number, districtName: string): Alert => {
  const whole = asAlert(reported, releasedAtMs, districtName)
  const trimmed = trimEvidence(whole)
  if (fits(trimmed)) return trimmed
  const shortened = trimEvidence(shorten(whole))
  if (fits(shortened)) return shortened
  throw new RangeError(`The alert of case ${reported.number} does not fit into ${MAX_BODY_BYTES} bytes.`)
}

const asAlert = (reported: Released, releasedAtMs: number, districtName: string): Alert => ({
  type: 'case.reported',
  timestamp: new Date(releasedAtMs).toISOString(),
  data: {
    caseNumber: reported.number,
    caseVersion: reported.version,
    leadNumber: reported.leadNumber ?? null,
    customer: { id: reported.customerId, name: reported.customerName },
    districtCode: reported.districtCode,
    districtName,
    charges: reported.charges.map(asAlertCharge),
    nature: '线索',
    link: `/v1/cases/${encodeURIComponent(reported.id)}`,
  },
})

type AlertCharge = Alert['data']['charges'][number]

const asAlertCharge = (charge: Charge): AlertCharge => ({
  signature: charge.signature,
  level: charge.level,
  score: charge.score,
  since: charge.openedAt,
  sentence: charge.sentence,
  expectation: chargeExpectation(charge),
  evidence: charge.evidence
    .toSorted(byStrength)
    .map(({ name, value, unit, zh, en }) => ({ name, value, unit, zh, en })),
  tier: charge.tier,
  estimate: charge.estimate,
})

// A fact that speaks against the accusation is as much worth telling as one that speaks for it.
const byStrength = (a: EvidenceFact, b: EvidenceFact): number => Math.abs(b.weight) - Math.abs(a.weight)

const fits = (alert: Alert): boolean => Buffer.byteLength(JSON.stringify(alert)) < MAX_BODY_BYTES

/** Each charge keeps its strongest facts, as many for every charge as fit. */
const trimEvidence = (alert: Alert): Alert => {
  let facts = Math.max(0, ...alert.data.charges.map(charge => charge.evidence.length))
  let trimmed = alert
  while (facts > 0 && !fits(trimmed)) {
    facts -= 1
    const most = facts
    trimmed = withCharges(alert, charge => ({ ...charge, evidence: charge.evidence.slice(0, most) }))
  }
  return trimmed
}

const shorten = (alert: Alert): Alert => {
  const { customer } = alert.data
  const short = withCharges(alert, charge => ({
    ...charge,
    sentence: {
      zh: cut(charge.sentence.zh, MAX_SENTENCE_LETTERS),
      en: cut(charge.sentence.en, MAX_SENTENCE_LETTERS),
    },
  }))
  const name = cut(customer.name, MAX_NAME_LETTERS)
  return { ...short, data: { ...short.data, customer: { id: customer.id, name } } }
}

const withCharges = (alert: Alert, change: (charge: AlertCharge) => AlertCharge): Alert => ({
  ...alert,
  data: { ...alert.data, charges: alert.data.charges.map(change) },
})

const cut = (text: string, most: number): string => {
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
