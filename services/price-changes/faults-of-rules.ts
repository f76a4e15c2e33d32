import type { PriceFault } from '../../schemas/price-change.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'
import { loadRules } from '../pricing/index.ts'
import { checkAmounts } from './rule-checks/amounts.ts'
import type { RuleCheck } from './rule-checks/check.ts'
import { checkDates } from './rule-checks/dates.ts'
import { gaps } from './rule-checks/gaps.ts'
import { checkJurisdiction } from './rule-checks/jurisdiction.ts'
import { overlaps } from './rule-checks/overlaps.ts'
import { repeated } from './rule-checks/repeated.ts'
import { placedTogether, seriesOf } from './rule-checks/series.ts'
import { checkSource } from './rule-checks/source.ts'
import { checkSteps } from './rule-checks/steps.ts'
import { checkThresholds } from './rule-checks/thresholds.ts'

/** Of one rule by itself. */
const CHECKS: readonly RuleCheck[] = [
  checkJurisdiction,
  checkDates,
  checkSource,
  checkAmounts,
  checkSteps,
  checkThresholds,
]

/** Why rules cannot be, beside those already released: all reasons at once, none of ones that can. */
export const faultsOfRules = async (db: Db, rules: readonly TariffRule[]): Promise<PriceFault[]> =>
  faultsBeside(await loadRules(db), rules)

/** The same beside the released rules at hand. */
export const faultsBeside = (released: readonly TariffRule[], rules: readonly TariffRule[]): PriceFault[] => {
  const alone = rules.flatMap((rule, i) =>
    CHECKS.flatMap(check => check(rule)).map(found => ({ row: i + 1, ...found })),
  )
  const series = seriesOf(placedTogether(released, rules))
  const before = seriesOf(placedTogether(released, []))
  return [...repeated(released, rules), ...alone, ...overlaps(series), ...gaps(series, before)]
}
