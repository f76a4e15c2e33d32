import { type EpochDay, parseDay } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'

/** The days on which what rules say turns, beside those of assessments. */
export const turnsOfRules = (rules: readonly ReleasedRule[]): EpochDay[] =>
  rules.flatMap(({ effectiveFrom, effectiveTo, formula }) => {
    const thresholds = formula?.kind === 'excess' ? formula.thresholds : []
    return [{ from: effectiveFrom, to: effectiveTo }, ...thresholds].flatMap(({ from, to }) => [
      ...(from === null ? [] : [parseDay(from)]),
      ...(to === null ? [] : [parseDay(to) + 1]),
    ])
  })
