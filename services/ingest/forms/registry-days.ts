import type { Meter } from '../../../schemas/meter.ts'

/**
 * Why an entry cannot stand beside the others of its meter: their days must not overlap, where one without a last
 * day ends when the next begins. Undefined when it can.
 */
export const faultOfDays = (entry: Meter, others: readonly Meter[]): string | undefined => {
  const { meterId, validFrom, validTo } = entry
  if (validFrom !== null && validTo !== null && validTo < validFrom) {
    return `valid_to ${validTo} is before valid_from ${validFrom}.`
  }
  for (const other of others) {
    if (other.validFrom === validFrom) {
      return `${meterId} stands there twice${validFrom === null ? '' : ` from ${validFrom} on`}.`
    }
    const [first, second] = firstDay(entry) < firstDay(other) ? [entry, other] : [other, entry]
    if (first.validTo !== null && first.validTo >= firstDay(second)) {
      return `${meterId} stands there twice on ${firstDay(second)}.`
    }
  }
  return undefined
}

/** Dates compare as text; an entry without a first day was always there. */
const firstDay = ({ validFrom }: Meter): string => validFrom ?? ''
