import { type Alert, type AlertOf, PAYLOAD_VERSION, type PayloadType } from '../../schemas/alert.ts'
import type { Charge } from '../../schemas/case.ts'
import type { EvidenceFact } from '../../schemas/finding.ts'
import { chargeExpectation } from '../criteria/index.ts'
import { isPersonal, masked, maskedId } from '../personal/index.ts'
import { fitAlert } from './fit-alert.ts'
import { mapTexts } from './map-texts.ts'
import { REPORTED, type Released, type Telling } from './telling.ts'

type About = Omit<AlertOf<'case.closed'>['data'], 'outcomes'>

/**
 * What a district is told of a case: that it was released unless told otherwise. Never a reading, never an address; of a
 * person or sole trader name and 户号 are masked wherever they stand. Under 20,000 bytes: the weakest facts are left out
 * first, then texts are cut. Throws RangeError when even that is too long.
 */
export const composeAlert = <T extends Telling = typeof REPORTED>(
  held: Released,
  atMs: number,
  districtName: string,
  telling?: T,
): AlertOf<T['type']> => {
  const { type, ...told } = telling ?? REPORTED
  const timestamp = new Date(atMs).toISOString()
  const hides = held.isPersonal ?? isPersonal({ name: held.customerName, creditCode: '' })
  const data = { ...aboutCase(held, districtName, hides), ...ownData(held, type, told, hides) }
  // What fits together is said by the contract, which every alert is tested by.
  return fitAlert({ type, timestamp, data } as Alert) as AlertOf<T['type']>
}

const aboutCase = (held: Released, districtName: string, hides: boolean): About => ({
  version: PAYLOAD_VERSION,
  caseNumber: held.number,
  caseVersion: held.version,
  leadNumber: held.leadNumber ?? null,
  customer: {
    id: hides ? maskedId(held.customerId) : held.customerId,
    name: hides ? masked(held.customerName) : held.customerName,
    masked: hides,
  },
  districtCode: held.districtCode,
  districtName,
  link: `/v1/cases/${encodeURIComponent(held.id)}`,
})

/** What only alerts of that type tell. */
const ownData = (held: Released, type: PayloadType, told: object, hides: boolean): object => {
  const isLead = type === 'case.reported' || type === 'case.updated'
  const nature = isLead ? '线索' : type === 'tier.decided' ? '决定' : undefined
  const data = {
    ...(isLead ? { charges: held.charges.map(charge => chargeTold(charge, hides)) } : {}),
    ...told,
    ...(nature === undefined ? {} : { nature }),
  }
  return hides ? mapTexts(data, unnamed(held)) : data
}

const chargeTold = (charge: Charge, hides: boolean): AlertOf<'case.reported'>['data']['charges'][number] => ({
  signature: charge.signature,
  level: charge.level,
  score: charge.score,
  since: charge.openedAt,
  unsupported: charge.unsupported,
  // Who gives a tip names people.
  sentence: hides && charge.findingId === null ? BY_WORD : charge.sentence,
  expectation: chargeExpectation(charge),
  evidence: charge.evidence
    .toSorted(byStrength)
    .map(({ name, value, unit, zh, en }) => ({ name, value, unit, zh, en })),
  inspection: charge.inspection,
  tier: charge.tier,
  estimate: charge.estimate,
})

const BY_WORD = {
  zh: '由人员线索立案，内容见链接。',
  en: 'Opened on the word of a person: read it by the link.',
}

// A fact that speaks against the accusation is as much worth telling as one that speaks for it.
const byStrength = (a: EvidenceFact, b: EvidenceFact): number => Math.abs(b.weight) - Math.abs(a.weight)

/** Takes name and 户号 of a person out of a text. */
const unnamed =
  ({ customerName, customerId }: Released) =>
  (text: string): string => {
    // A single letter stands in many words that name nobody.
    const withoutName = customerName.length < 2 ? text : text.replaceAll(customerName, masked(customerName))
    return customerId.length < 4 ? withoutName : withoutName.replaceAll(customerId, maskedId(customerId))
  }
