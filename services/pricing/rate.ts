import Big from 'big.js'
import type { Assessment } from '../../schemas/assessment.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { DecisionEntry } from '../../schemas/decision.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { ReleasedRule, TariffFormula } from '../../schemas/tariff.ts'
import type { RateGap } from '../../schemas/tier.ts'

/** What is added per kWh, with the way it was reckoned; or why that cannot be told. */
export type Rate =
  | { readonly yuanPerKwh: string; readonly working: readonly BothLanguages[]; readonly gap: null }
  | { readonly yuanPerKwh: null; readonly working: readonly BothLanguages[]; readonly gap: RateGap }

/** What the amount of a line of a decision is reckoned from. */
export interface RateGround {
  /** Who names the amount, or the step, in the decision itself */
  readonly entry: Pick<DecisionEntry, 'yuanPerKwh' | 'step'>
  /** The one rule that applies */
  readonly rule: ReleasedRule | null
  readonly day: EpochDay
  readonly assessment: (yearsBack: number) => Assessment | undefined
}

/**
 * The amount of a line of a decision on a day, in exact decimals of at most four places. An amount that the document
 * itself names goes before the rule's. A rule that is only remembered decides nothing.
 */
export const rateOf = ({ entry, rule, day, assessment }: RateGround): Rate => {
  if (entry.yuanPerKwh !== null) {
    return known(entry.yuanPerKwh, [
      say(
        `决定文件载明加价 ${entry.yuanPerKwh} 元/kWh。`,
        `The decision itself names ${entry.yuanPerKwh} yuan/kWh.`,
      ),
    ])
  }
  if (rule?.formula == null) return unknown('no-rule')
  if (rule.sourceStatus === 'memory') return unknown('from-memory')
  const { formula } = rule
  switch (formula.kind) {
    case 'flat':
      return known(formula.yuanPerKwh, [
        say(
          `规则 ${rule.id}：加价 ${formula.yuanPerKwh} 元/kWh。`,
          `Rule ${rule.id}: ${formula.yuanPerKwh} yuan/kWh.`,
        ),
      ])
    case 'decided-step':
      return byDecidedStep(formula, entry.step)
    case 'use-step':
      return byUse(formula, assessment(formula.yearsBack))
    case 'excess':
      return byExcess(formula, day, assessment(formula.yearsBack))
    case 'limit-ratio':
      return byRatio(formula, assessment(formula.yearsBack))
  }
}

type Formula<K extends TariffFormula['kind']> = Extract<TariffFormula, { kind: K }>

const known = (yuanPerKwh: string, working: readonly BothLanguages[]): Rate => ({
  yuanPerKwh: amountText(new Big(yuanPerKwh)),
  working,
  gap: null,
})

const unknown = (gap: RateGap): Rate => ({ yuanPerKwh: null, working: [], gap })

const say = (zh: string, en: string): BothLanguages => ({ zh, en })

const byDecidedStep = ({ steps }: Formula<'decided-step'>, step: number | null): Rate => {
  if (step === null) return unknown('no-step')
  const found = steps.find(one => one.step === step)
  if (!found) return unknown('unknown-step')
  return known(found.yuanPerKwh, [
    say(
      `决定核定为第 ${step} 档：加价 ${found.yuanPerKwh} 元/kWh。`,
      `The decision puts it on step ${step}: ${found.yuanPerKwh} yuan/kWh.`,
    ),
  ])
}

const byUse = ({ lines }: Formula<'use-step'>, assessed: Assessment | undefined): Rate => {
  const steps = lines.find(({ line }) => line === assessed?.line)?.steps
  if (!assessed || !steps) return unknown('no-assessment')
  const { kwhPerTonne: use, year, line } = assessed
  // The last step may have an end too: what is above it stays on it.
  const step = steps.find(({ upToKwhPerTonne: most }) => most === null || use <= most) ?? steps.at(-1)!
  const bound = step.upToKwhPerTonne
  const place =
    bound === null || use > bound
      ? ['以上各档之外', 'above the steps before']
      : [`不超过 ${bound} kWh/t`, `up to ${bound} kWh/t`]
  return known(step.yuanPerKwh, [
    say(
      `${line} ${year} 年可比电耗 ${use} kWh/t，${place[0]}：加价 ${step.yuanPerKwh} 元/kWh。`,
      `${line} used ${use} kWh/t in ${year}, ${place[1]}: ${step.yuanPerKwh} yuan/kWh.`,
    ),
  ])
}

const byExcess = (formula: Formula<'excess'>, day: EpochDay, assessed: Assessment | undefined): Rate => {
  if (!assessed) return unknown('no-assessment')
  const date = dayText(day)
  const threshold = formula.thresholds.find(({ from, to }) => from <= date && (to === null || date <= to))
  if (!threshold) return unknown('no-threshold')
  const { kwhPerTonne: use, year } = assessed
  const excess = new Big(use).minus(threshold.kwhPerTonne)
  if (excess.lte(0)) {
    return known('0.00', [
      say(
        `${year} 年电耗 ${use} kWh/t，未超过 ${date} 适用的 ${threshold.kwhPerTonne} kWh/t：不加价。`,
        `${use} kWh/t in ${year}, not above the ${threshold.kwhPerTonne} kWh/t that holds on ${date}: nothing.`,
      ),
    ])
  }
  const stretches = startedStretches(excess, formula.perKwhPerTonne)
  const amount = new Big(formula.yuanPerKwh).times(stretches)
  const reckoned = say(
    `${year} 年电耗 ${use} kWh/t，超过 ${date} 适用的 ${threshold.kwhPerTonne} kWh/t 共 ${excess} kWh/t；每 ${formula.perKwhPerTonne} kWh/t 为一段，不足一段按一段，计 ${stretches} 段：${stretches} × ${formula.yuanPerKwh} = ${amountText(amount)} 元/kWh，加在全部用电量上。`,
    `${use} kWh/t in ${year}, ${excess} kWh/t above the ${threshold.kwhPerTonne} kWh/t that holds on ${date}; each started ${formula.perKwhPerTonne} kWh/t counts whole, ${stretches} of them: ${stretches} × ${formula.yuanPerKwh} = ${amountText(amount)} yuan/kWh, on all power.`,
  )
  return withRelief(formula, assessed, amount, reckoned)
}

/** How many stretches of a length are begun. */
const startedStretches = (excess: Big, length: number): Big => {
  const whole = excess.div(length).round(0, Big.roundDown)
  return whole.times(length).lt(excess) ? whole.plus(1) : whole
}

/** Each whole percentage point of non-hydro renewables above the line takes its share off. Rounding: not verified. */
const withRelief = (
  { relief }: Formula<'excess'>,
  { nonHydroPercent: share, incentivePercent: incentive }: Assessment,
  amount: Big,
  reckoned: BothLanguages,
): Rate => {
  const isEarned =
    relief !== null &&
    share !== null &&
    incentive !== null &&
    share > relief.abovePercent &&
    share >= incentive
  if (!isEarned) return known(amountText(amount), [reckoned])
  const points = new Big(share).minus(relief.abovePercent).round(0, Big.roundDown)
  const off = points.times(relief.percentPerPoint)
  const left = off.gte(100) ? new Big(0) : amount.times(new Big(100).minus(off)).div(100)
  return known(amountText(left), [
    reckoned,
    say(
      `非水可再生能源占比 ${share}%，超过 ${relief.abovePercent}% 整 ${points} 个百分点且达到激励值 ${incentive}%：加价降低 ${off}%，为 ${amountText(left)} 元/kWh（四舍五入至 0.0001）。`,
      `Non-hydro renewables ${share} %, ${points} whole points above ${relief.abovePercent} % and not below the incentive value ${incentive} %: ${off} % off, ${amountText(left)} yuan/kWh (half up to 0.0001).`,
    ),
  ])
}

const byRatio = ({ steps }: Formula<'limit-ratio'>, assessed: Assessment | undefined): Rate => {
  if (!assessed) return unknown('no-assessment')
  const { kwhPerTonne: use, limitKwhPerTonne: limit, year } = assessed
  if (limit === null) return unknown('no-limit')
  const over = steps.filter(({ overRatio }) => new Big(use).gt(new Big(limit).times(overRatio)))
  const step = over.toSorted((a, b) => b.overRatio - a.overRatio)[0]
  const amount = step?.yuanPerKwh ?? '0.00'
  const bound = step ? `超过其 ${step.overRatio} 倍` : '未达加价倍数'
  return known(amount, [
    say(
      `${year} 年电耗 ${use} kWh/t，限额 ${limit} kWh/t，${bound}：加价 ${amount} 元/kWh。`,
      `${use} kWh/t in ${year}, limit ${limit} kWh/t, ${step ? `over ${step.overRatio} times it` : 'below every step'}: ${amount} yuan/kWh.`,
    ),
  ])
}

/** Two places at least, four at most, half up. */
const amountText = (amount: Big): string => {
  const four = amount.toFixed(4, Big.roundHalfUp)
  return four.replace(/0{1,2}$/, '')
}
