import { fault, type RuleCheck } from './check.ts'

/** Dates the wrong way round, or missing where they are needed. ISO dates of one length sort as text. */
export const checkDates: RuleCheck = rule => {
  const { effectiveFrom: from, effectiveTo: to, enabled, formula } = rule
  const faults = []
  if (from !== null && to !== null && to < from) {
    faults.push(fault('effectiveTo', `The last day ${to} lies before the first day ${from}: swap them.`))
  }
  if (from === null && to !== null) {
    faults.push(fault('effectiveFrom', `The rule ends on ${to} and begins never: give its first day.`))
  }
  if (from === null && enabled) {
    faults.push(fault('effectiveFrom', 'A rule that may be proposed needs its first day.'))
  }
  if (formula?.kind === 'use-step') {
    const { commissionedFrom: since, commissionedBefore: before } = formula
    if (since !== null && before !== null && before <= since) {
      faults.push(
        fault(
          'formula.commissionedBefore',
          `No line is commissioned from ${since} on and before ${before}: swap them.`,
        ),
      )
    }
  }
  return faults
}
