import { isDeepStrictEqual } from 'node:util'
import type { PriceFault } from '../../../schemas/price-change.ts'
import { TariffRule } from '../../../schemas/tariff.ts'

/** Rules that stand in the change twice, and rules that say what is released already. */
export const repeated = (released: readonly TariffRule[], proposed: readonly TariffRule[]): PriceFault[] => {
  const first = new Map<string, number>()
  const known = new Map(released.map(rule => [rule.id, rule]))
  return proposed.flatMap((rule, i) => {
    const row = i + 1
    const before = first.get(rule.id)
    first.set(rule.id, before ?? row)
    if (before !== undefined)
      return [{ row, column: 'id', reason: `Rule ${rule.id} stands in row ${before}.` }]
    const held = known.get(rule.id)
    return held && isSameRule(held, rule)
      ? [
          {
            row,
            column: '',
            reason: `Rule ${rule.id} is released word for word as it stands here: leave it out.`,
          },
        ]
      : []
  })
}

/** Whether two rules say the same, whoever released them. */
export const isSameRule = (a: TariffRule, b: TariffRule): boolean =>
  isDeepStrictEqual(TariffRule.parse(a), TariffRule.parse(b))
