import { dayText, parseDay } from '../../../schemas/day.ts'
import type { TariffFormula, TariffRule } from '../../../schemas/tariff.ts'
import { fault, type RuleCheck } from './check.ts'

type Threshold = Extract<TariffFormula, { kind: 'excess' }>['thresholds'][number]

/** Thresholds by the year that meet twice, leave days between them, or leave days of the rule without one. */
export const checkThresholds: RuleCheck = rule => {
  const { formula } = rule
  if (formula?.kind !== 'excess') return []
  const { thresholds } = formula
  return [
    ...thresholds.flatMap(({ from, to }, i) =>
      to !== null && to < from
        ? [fault(columnOf(i), `The last day ${to} lies before the first day ${from}: swap them.`)]
        : [],
    ),
    ...thresholds.flatMap((threshold, i) => {
      const before = thresholds[i - 1]
      return before ? meeting(before, threshold, i) : []
    }),
    ...uncovered(rule, thresholds),
  ]
}

const columnOf = (i: number): string => `formula.thresholds.${i}`

const meeting = (before: Threshold, { from }: Threshold, i: number) => {
  if (before.to === null || from <= before.to) {
    const end = before.to === null ? 'has no end' : `holds up to ${before.to}`
    return [fault(columnOf(i), `It begins on ${from}, while the threshold before it ${end}.`)]
  }
  const next = dayText(parseDay(before.to) + 1)
  return from === next ? [] : [fault(columnOf(i), `No threshold holds from ${next} until ${from}.`)]
}

const uncovered = ({ effectiveFrom, effectiveTo }: TariffRule, thresholds: readonly Threshold[]) => {
  const [first, last] = [thresholds[0]!, thresholds.at(-1)!]
  const faults = []
  if (effectiveFrom !== null && effectiveFrom < first.from) {
    faults.push(fault(columnOf(0), `No threshold holds from ${effectiveFrom}, when the rule begins, on.`))
  }
  if (last.to !== null && (effectiveTo === null || last.to < effectiveTo)) {
    const reason = `No threshold holds after ${last.to}, while the rule goes on.`
    faults.push(fault(columnOf(thresholds.length - 1), reason))
  }
  return faults
}
