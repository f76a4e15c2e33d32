import Big from 'big.js'
import type { TariffFormula } from '../../../schemas/tariff.ts'
import { fault, type RuleCheck } from './check.ts'
import { HIGHEST } from './limits.ts'

/** Amounts that nobody can mean. Negative ones cannot be written at all. */
export const checkAmounts: RuleCheck = ({ formula }) =>
  amountsOf(formula)
    .filter(({ yuanPerKwh }) => new Big(yuanPerKwh).gt(HIGHEST))
    .map(({ column, yuanPerKwh }) =>
      fault(
        column,
        `${yuanPerKwh} yuan/kWh is above ${HIGHEST.toFixed(2)}, which no surcharge comes near: correct the amount.`,
      ),
    )

const amountsOf = (formula: TariffFormula | null): { column: string; yuanPerKwh: string }[] => {
  switch (formula?.kind) {
    case undefined:
      return []
    case 'flat':
    case 'excess':
      return [{ column: 'formula.yuanPerKwh', yuanPerKwh: formula.yuanPerKwh }]
    case 'decided-step':
    case 'limit-ratio':
      return formula.steps.map(({ yuanPerKwh }, i) => ({
        column: `formula.steps.${i}.yuanPerKwh`,
        yuanPerKwh,
      }))
    case 'use-step':
      return formula.lines.flatMap(({ steps }, i) =>
        steps.map(({ yuanPerKwh }, j) => ({
          column: `formula.lines.${i}.steps.${j}.yuanPerKwh`,
          yuanPerKwh,
        })),
      )
  }
}
