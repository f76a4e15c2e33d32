import type { PriceFault } from '../../schemas/price-change.ts'
import type { TariffRule } from '../../schemas/tariff.ts'
import type { Db } from '../adapters/store/index.ts'

/** Why rules cannot be, beside those already released: all reasons at once, none of ones that can. */
export const faultsOfRules = async (_db: Db, rules: readonly TariffRule[]): Promise<PriceFault[]> =>
  sameIdTwice(rules)

const sameIdTwice = (rules: readonly TariffRule[]): PriceFault[] =>
  rules.flatMap(({ id }, i) => {
    const first = rules.findIndex(rule => rule.id === id)
    if (first === i) return []
    return [{ row: i + 1, column: 'id', reason: `Rule ${id} stands in row ${first + 1} already.` }]
  })
