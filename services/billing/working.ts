import Big from 'big.js'
import type { Band, BillGap } from '../../schemas/bill.ts'
import { dayText } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { kwhText } from '../pricing/index.ts'
import type { Lateness } from './late.ts'
import type { PricedDay } from './priced-day.ts'

/** What a line came to, and what from. */
export interface Reckoned {
  readonly days: readonly PricedDay[]
  readonly band: Band | null
  readonly wh: number
  readonly estimatedWh: number
  readonly factors: { readonly band: Big | null; readonly late: Big | null }
  readonly amount: Big | null
  readonly yuan: string | null
  readonly gap: BillGap | null
}

const BAND_NAMES: Readonly<Record<Band, string>> = {
  尖峰: 'sharp peak',
  峰: 'peak',
  平: 'flat',
  谷: 'valley',
}

const GAPS: Readonly<Record<BillGap, BothLanguages>> = {
  'no-rule': { zh: '当日没有适用的规则', en: 'no rule applies on these days' },
  'from-memory': { zh: '规则仅凭记忆，标准待核', en: 'the rule is only remembered and decides nothing' },
  'no-step': { zh: '决定未载明档次', en: 'the decision names no step' },
  'unknown-step': { zh: '规则中没有决定所载档次', en: 'the rule has no such step' },
  'no-assessment': { zh: '缺少所需年度的能效核定', en: 'the assessment of the year it goes by is missing' },
  'no-limit': { zh: '核定中没有限额', en: 'the assessment names no limit' },
  'no-threshold': { zh: '规则没有当日的电耗标准', en: 'the rule has no threshold for these days' },
  'not-in-force': { zh: '规则当日不在有效期内', en: 'the rule is not in force on these days' },
  'no-energy': { zh: '电量未知，且无从估算', en: 'the energy is not known and nothing tells it' },
  'negative-energy': {
    zh: '其后所接的电量大于其本身计量的电量',
    en: 'what hangs behind its points drew more than they did',
  },
  'no-bands': {
    zh: '规则随分时浮动，但电量没有分时数据',
    en: 'the rule floats with the time of use, and the energy is not told by hour',
  },
}

/** The arithmetic of a line, step by step, so that anybody can do it again by hand. */
export const workingOf = (reckoned: Reckoned): BothLanguages[] => {
  const { days, band, factors, amount } = reckoned
  const [first] = days as [PricedDay]
  return [
    ...(first.energy === null ? [] : [energyStep(reckoned)]),
    ...meanDaySteps(days),
    ...first.rate.working,
    ...(band && factors.band ? [bandStep(band, factors.band)] : []),
    ...(first.late ? [lateStep(first.late)] : []),
    amount ? productStep(reckoned) : gapStep(reckoned),
  ]
}

const energyStep = ({ days, band, wh, estimatedWh }: Reckoned): BothLanguages => {
  const [from, to] = [dayText(days[0]!.day), dayText(days.at(-1)!.day)]
  const [all, measured, estimated] = [wh, wh - estimatedWh, estimatedWh].map(kwhText)
  const where = band ? { zh: `${band}段`, en: ` in the ${BAND_NAMES[band]} band` } : { zh: '', en: '' }
  return {
    zh: `${from} 至 ${to} 共 ${days.length} 天，${where.zh}电量 ${all} kWh（计量 ${measured}，估算 ${estimated}）。`,
    en: `${from} to ${to}, ${days.length} days${where.en}: ${all} kWh (metered ${measured}, estimated ${estimated}).`,
  }
}

const meanDaySteps = (days: readonly PricedDay[]): BothLanguages[] => {
  const shared = days.filter(({ energy }) => energy?.basis.includes('cycle-mean')).length
  if (shared === 0) return []
  return [
    {
      zh: `其中 ${shared} 天按抄表周期内日平均电量 × 应执行天数计。`,
      en: `${shared} of the days go by the mean day of their reading cycle × the days it applies.`,
    },
  ]
}

const bandStep = (band: Band, factor: Big): BothLanguages => ({
  zh: `该规则随分时浮动：${band}段 × ${factor.toFixed()}。`,
  en: `The rule floats with the time of use: ${BAND_NAMES[band]} × ${factor.toFixed()}.`,
})

const lateStep = ({ factor, notice, afterDays }: Lateness): BothLanguages => {
  const paid = notice.paidOn
    ? { zh: `${notice.paidOn} 才缴纳`, en: `paid only on ${notice.paidOn}` }
    : { zh: '至今未缴纳', en: 'not paid yet' }
  return {
    zh: `通知单 ${notice.documentNo}（${notice.noticedOn}）超过 ${afterDays} 天${paid.zh}：× ${factor}。`,
    en: `Notice ${notice.documentNo} of ${notice.noticedOn}, ${paid.en}, more than ${afterDays} days after it: × ${factor}.`,
  }
}

const productStep = ({ days, wh, factors, amount, yuan }: Reckoned): BothLanguages => {
  const rate = days[0]!.rate.yuanPerKwh!
  const shown = [rate, factors.band?.toFixed(), factors.late?.toFixed()].filter(one => one !== undefined)
  const exact = new Big(wh).div(1000).times(amount!).toFixed()
  const product = `${kwhText(wh)} × ${shown.join(' × ')} = ${exact}`
  return {
    zh: `${product}，四舍五入至 0.01：${yuan} 元。`,
    en: `${product}, half up to 0.01: ${yuan} yuan.`,
  }
}

const gapStep = ({ gap }: Reckoned): BothLanguages => ({
  zh: `金额不能确定：${GAPS[gap!].zh}。`,
  en: `No amount can be told: ${GAPS[gap!].en}.`,
})
