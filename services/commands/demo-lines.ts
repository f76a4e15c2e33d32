import type { Case, Charge } from '../../schemas/case.ts'
import type { District, Enterprise } from '../simulator/index.ts'

const LEVEL_NAMES = { red: '红', orange: '橙', yellow: '黄' } as const

/** What the demo is made of, said before it starts. */
export const openingLines = (district: District, url: string): string[] => {
  const count = (kind: Enterprise['kind']): number =>
    district.enterprises.filter(enterprise => enterprise.kind === kind).length
  return [
    `Dianshao 电哨 demo — an invented district of ${district.meters.length} enterprises over ${district.days} days, served at ${url}.`,
    `  ${count('recording')} are real legal loads from published recordings, scaled; ${count('look-alike')} are simulated legal look-alikes;`,
    `  ${count('constructed suspect')} are suspects CONSTRUCTED for this demo. No real enterprise is named. The detectors know none of this.`,
  ]
}

/** What was flagged, strongest first, beside what the district's maker knows. */
export const foundLines = (district: District, cases: readonly Case[]): string[] => {
  const byCustomer = new Map(district.enterprises.map(one => [one.meter.customerId, one]))
  const legal = district.enterprises.filter(({ truth }) => truth === 'legal')
  const accused = new Set(cases.map(({ customerId }) => customerId))
  const missed = district.enterprises.filter(
    ({ truth, meter }) => truth !== 'legal' && !accused.has(meter.customerId),
  )
  const wronged = legal.filter(({ meter }) => accused.has(meter.customerId))
  return [
    `\n3. Flagged: ${cases.length} of ${district.meters.length} enterprises; ${legal.length - wronged.length} of ${legal.length} legal ones left alone.`,
    ...cases.flatMap(one => caseLines(one, byCustomer.get(one.customerId))),
    ...wronged.map(({ meter, story }) => `   WRONGLY flagged: ${meter.customerName} — ${story}`),
    ...missed.map(({ meter, story }) => `   Missed: ${meter.customerName} — ${story}`),
  ]
}

const caseLines = (one: Case, enterprise: Enterprise | undefined): string[] => [
  `\n   ${one.number} ${one.customerName}`,
  ...one.charges.flatMap(chargeLines),
  `      in truth: ${enterprise ? `${enterprise.kind} — ${enterprise.story}` : 'unknown'}`,
]

const chargeLines = (charge: Charge): string[] => {
  const strongest = [...charge.evidence].sort((a, b) => b.weight - a.weight).slice(0, 2)
  const { tier, estimate } = charge
  return [
    `      ${LEVEL_NAMES[charge.level]} ${charge.signature}, score ${charge.score.toFixed(2)}, first seen ${charge.openedAt.slice(0, 10)}`,
    `      ${charge.sentence.zh}`,
    `      ${charge.sentence.en}`,
    ...strongest.map(fact => `      · ${fact.en}`),
    tier
      ? `      tier ${tier.label} ${tier.category} +${tier.yuanPerKwh} yuan/kWh, ${tier.documentNo ?? 'document not known'} from ${tier.effectiveFrom}, known from: ${tier.sourceStatus}`
      : '      no tier applies',
    ...(estimate
      ? [
          `      about ${estimate.yuan} yuan for ${estimate.kwh.toFixed(0)} kWh in ${estimate.days} days (${estimate.attributableYuan} yuan for the suspected load alone)`,
        ]
      : []),
  ]
}
