import { dayText, type EpochDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import type { ReleasedRule, TariffFormula, UseStep } from '../../schemas/tariff.ts'

/** What a rule adds on a plant's day, in words. */
export const sayFormula = ({ formula }: Pick<ReleasedRule, 'formula'>, day: EpochDay): BothLanguages => {
  if (formula === null) return { zh: '未查到标准', en: 'no amount was found' }
  switch (formula.kind) {
    case 'flat':
      return { zh: `加价 ${formula.yuanPerKwh} 元/kWh`, en: `${formula.yuanPerKwh} yuan/kWh` }
    case 'decided-step':
      return {
        zh:
          formula.steps.map(one => `第 ${one.step} 档 ${one.yuanPerKwh}`).join('，') +
          ' 元/kWh，档次由决定载明',
        en: `${formula.steps.map(one => `step ${one.step} ${one.yuanPerKwh}`).join(', ')} yuan/kWh; the decision names the step`,
      }
    case 'use-step':
      return sayUse(formula)
    case 'excess':
      return sayExcess(formula, dayText(day))
    case 'limit-ratio':
      return {
        zh: `${formula.steps.map(one => `超过限额 ${one.overRatio} 倍 ${one.yuanPerKwh}`).join('，')} 元/kWh`,
        en: `${formula.steps.map(one => `over ${one.overRatio} times the limit ${one.yuanPerKwh}`).join(', ')} yuan/kWh`,
      }
  }
}

type Formula<K extends TariffFormula['kind']> = Extract<TariffFormula, { kind: K }>

const sayUse = ({ lines, commissionedFrom, commissionedBefore }: Formula<'use-step'>): BothLanguages => {
  const since = [
    commissionedFrom === null
      ? ['', '']
      : [`${commissionedFrom} 起投产；`, `commissioned from ${commissionedFrom} on; `],
    commissionedBefore === null
      ? ['', '']
      : [`${commissionedBefore} 前投产；`, `commissioned before ${commissionedBefore}; `],
  ]
  const steps = (all: readonly UseStep[], above: string) =>
    all
      .map(one => `${one.upToKwhPerTonne === null ? above : `≤${one.upToKwhPerTonne}`}: ${one.yuanPerKwh}`)
      .join(', ')
  const of = (above: string) => lines.map(one => `${one.line} ${steps(one.steps, above)}`).join('; ')
  return {
    zh: `${since.map(([zh]) => zh).join('')}按可比电耗（kWh/t）${of('以上')} 元/kWh`,
    en: `${since.map(([, en]) => en).join('')}by use in kWh/t ${of('above')} yuan/kWh`,
  }
}

const sayExcess = (formula: Formula<'excess'>, date: string): BothLanguages => {
  const threshold = formula.thresholds.find(one => one.from <= date && (one.to === null || date <= one.to))
  const bound = threshold ? `${threshold.kwhPerTonne} kWh/t` : ''
  const { perKwhPerTonne: length, yuanPerKwh, line } = formula
  return {
    zh:
      bound === ''
        ? '当日没有基准'
        : `${line} 电耗超过 ${bound} 的，每 ${length} kWh/t（不足按一段计）加价 ${yuanPerKwh} 元/kWh，加在全部用电量上`,
    en:
      bound === ''
        ? 'no threshold that day'
        : `${line} above ${bound}: ${yuanPerKwh} yuan/kWh for each started ${length} kWh/t, on all power`,
  }
}
