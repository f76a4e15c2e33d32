import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { SurchargeNotice } from '../../schemas/decision.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'

/** What an amount is multiplied by because it was not paid in time, and by which notice. */
export interface Lateness {
  readonly factor: string
  readonly notice: SurchargeNotice
  readonly afterDays: number
}

/**
 * Whether the amount of a day is late as of a day: its notice, of several the one released last, was not paid within the
 * days that the rule grants. The last of them is still in time. null: it is not, or the rule knows no such thing.
 */
export const latenessOn = (
  rule: ReleasedRule | null,
  notices: readonly SurchargeNotice[],
  day: EpochDay,
  asOf: EpochDay,
): Lateness | null => {
  const late = rule?.formula?.kind === 'excess' ? rule.formula.late : null
  if (!late) return null
  const date = dayText(day)
  const notice = notices.findLast(({ from, to }) => from <= date && date <= to)
  if (!notice) return null
  const paidOrNow = notice.paidOn === null ? asOf : parseDay(notice.paidOn)
  const isLate = paidOrNow > parseDay(notice.noticedOn) + late.afterDays
  return isLate ? { factor: late.factor, notice, afterDays: late.afterDays } : null
}
