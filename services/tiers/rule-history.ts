import { dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { RuleHistory, RuleHistoryQuery, RuleStretch } from '../../schemas/price-list.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { isInForce, loadRuleVersions, sayFormula, turnsOfRules } from '../pricing/index.ts'
import { rowOf } from './rule-list.ts'
import { knownAtOf } from './words.ts'

interface HistoryAsked extends RuleHistoryQuery {
  readonly id: string
}

/** All versions of a rule, and what the one that counts adds from day to day; undefined: no such rule was known then. */
export const ruleHistory = async (
  db: Db,
  { id, knownAt }: HistoryAsked,
): Promise<RuleHistory | undefined> => {
  const versions = await loadRuleVersions(db, id, knownAtOf(knownAt))
  const counting = versions.at(-1)
  if (!counting) return undefined
  return {
    ruleId: id,
    versions: versions.map(rule => ({
      ...rowOf(rule, firstDayOf(rule)),
      ...{ source: rule.source, note: rule.note, gapReason: rule.gapReason, enabled: rule.enabled },
    })),
    stretches: stretchesOf(counting),
  }
}

const firstDayOf = ({ effectiveFrom, releasedAt }: ReleasedRule): EpochDay =>
  parseDay(effectiveFrom ?? releasedAt.slice(0, 10))

/** From its first day on, parted where what it says turns; none of a rule that holds on no day. */
const stretchesOf = (rule: ReleasedRule): RuleStretch[] => {
  const turns = [...new Set(turnsOfRules([rule]))].sort((a, b) => a - b)
  return turns.flatMap((from, i) => {
    if (!isInForce(rule, from)) return []
    const next = turns[i + 1]
    return [
      {
        from: dayText(from),
        to: next === undefined ? null : dayText(next - 1),
        amount: sayFormula(rule, from),
      },
    ]
  })
}
