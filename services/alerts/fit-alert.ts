import type { Alert, AlertOf } from '../../schemas/alert.ts'
import { mapTexts } from './map-texts.ts'

/** Standard Webhooks asks for payloads under 20 kB: https://www.standardwebhooks.com */
export const MAX_BODY_BYTES = 20_000

/** Letters of a text, tried one after the other until an alert fits. */
const MOST_LETTERS = [600, 300, 150, 80, 40, 20, 10]

/**
 * The same alert under 20,000 bytes: the facts of the least weight (for or against) are left out first, then every text
 * is cut, to no fewer letters than it takes. Throws RangeError when even that is too long.
 */
export const fitAlert = (whole: Alert): Alert => {
  const trimmed = trimEvidence(whole)
  if (fits(trimmed)) return trimmed
  for (const most of MOST_LETTERS) {
    const cut = trimEvidence(mapTexts(whole, text => cutTo(text, most)))
    if (fits(cut)) return cut
  }
  throw new RangeError(`An alert ${whole.type} does not fit into ${MAX_BODY_BYTES} bytes.`)
}

const fits = (alert: Alert): boolean => Buffer.byteLength(JSON.stringify(alert)) < MAX_BODY_BYTES

const tellsCharges = (alert: Alert): alert is AlertOf<'case.reported'> | AlertOf<'case.updated'> =>
  'charges' in alert.data

/** Each charge keeps its strongest facts, as many for every charge as fit. */
const trimEvidence = (alert: Alert): Alert => {
  if (!tellsCharges(alert)) return alert
  const { charges } = alert.data
  const keeping = (facts: number): Alert =>
    ({
      ...alert,
      data: {
        ...alert.data,
        charges: charges.map(charge => ({ ...charge, evidence: charge.evidence.slice(0, facts) })),
      },
    }) as Alert
  let facts = Math.max(0, ...charges.map(charge => charge.evidence.length))
  let trimmed: Alert = alert
  while (facts > 0 && !fits(trimmed)) {
    facts -= 1
    trimmed = keeping(facts)
  }
  return trimmed
}

const cutTo = (text: string, most: number): string => {
  // No letter has more than two code units.
  if (text.length <= most) return text
  const letters = [...text]
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join('')}…`
}
