import Big from 'big.js'
import type { UseStep } from '../../../schemas/tariff.ts'
import { fault, type RuleCheck } from './check.ts'

/** Steps that do not go up, in their bounds or in their amounts. */
export const checkSteps: RuleCheck = ({ formula }) => {
  switch (formula?.kind) {
    case 'decided-step':
      return goUp(
        'formula.steps',
        formula.steps.map(({ step, yuanPerKwh }) => ({ bound: step, yuanPerKwh })),
      )
    case 'limit-ratio':
      return goUp(
        'formula.steps',
        formula.steps.map(({ overRatio, yuanPerKwh }) => ({ bound: overRatio, yuanPerKwh })),
      )
    case 'use-step':
      return [
        ...formula.lines.flatMap(({ steps }, i) => goUp(`formula.lines.${i}.steps`, steps.map(asStep))),
        ...formula.lines.flatMap(({ line }, i) =>
          formula.lines.findIndex(one => one.line === line) === i
            ? []
            : [fault(`formula.lines.${i}.line`, `The line ${line} has its steps already.`)],
        ),
      ]
    default:
      return []
  }
}

interface Step {
  /** Infinity: whatever is above the steps before it */
  readonly bound: number
  readonly yuanPerKwh: string
}

const asStep = ({ upToKwhPerTonne, yuanPerKwh }: UseStep): Step => ({
  bound: upToKwhPerTonne ?? Number.POSITIVE_INFINITY,
  yuanPerKwh,
})

const goUp = (column: string, steps: readonly Step[]) =>
  steps.flatMap((step, i) => {
    const before = steps[i - 1]
    if (!before) return []
    const faults = []
    if (step.bound <= before.bound) {
      const [was, is] = [before.bound, step.bound].map(boundText)
      faults.push(fault(`${column}.${i}`, `Steps ascend: ${is} does not come after ${was}.`))
    }
    if (new Big(step.yuanPerKwh).lt(before.yuanPerKwh)) {
      const reason = `Amounts ascend with their steps: ${step.yuanPerKwh} comes after ${before.yuanPerKwh}.`
      faults.push(fault(`${column}.${i}.yuanPerKwh`, reason))
    }
    return faults
  })

const boundText = (bound: number): string =>
  bound === Number.POSITIVE_INFINITY ? 'the open end' : String(bound)
