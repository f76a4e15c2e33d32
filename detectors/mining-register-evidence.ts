import { dayText } from '../schemas/day.ts'
import type { BothLanguages, EvidenceFact, Score } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import { fact, innocent, known, percent, said, shown } from './judgement.ts'
import { registryFacts } from './mining-evidence.ts'
import { REGISTERS, type RegisterCurve } from './mining-registers.ts'
import { isLicensed } from './registry.ts'
import { finite, ramp } from './statistics.ts'

const DATES_MOST = 14

const LIMITS: readonly BothLanguages[] = [
  {
    zh: '只有每日示数：看不到小时曲线、功率因数和主体负荷之下的恒定部分。',
    en: 'Only daily registers: no hours, no power factor and no constant part under a host can be seen.',
  },
  {
    zh: '同样平稳的机房、冷库或泵站无法区分，须现场核查。',
    en: 'A server room, cold store or pumping station as even cannot be told apart; only a site check can.',
  },
]

const registerFacts = ({ days, meanKw, spread, tariffGap, restGap, step }: RegisterCurve): EvidenceFact[] => [
  fact({
    name: 'register-days',
    value: days.length,
    unit: 'days',
    zh: `按 ${days.length} 天的每日示数判断`,
    en: `Judged by the daily registers of ${days.length} days`,
    weight: 0,
  }),
  fact({
    name: 'mean-load',
    value: shown(meanKw),
    unit: 'kW',
    zh: `日均功率约 ${shown(meanKw)} kW`,
    en: `The mean power of a day is about ${shown(meanKw)} kW`,
    weight: 0.1,
  }),
  fact({
    name: 'daily-spread',
    value: percent(spread),
    unit: '%',
    normal: '10-50 %: a works; 2-4 %: a data centre',
    normalZh: '10-50%：生产企业；2-4%：数据中心',
    zh: `五天中有四天日电量与中位数相差不超过 ${percent(spread)}%`,
    en: `On four days of five the energy stays within ${percent(spread)} % of its median`,
    weight: 2 * ramp(spread, REGISTERS.registerEvenFrom, REGISTERS.registerEvenFull) - 1,
  }),
  fact({
    name: 'tariff-gap',
    value: percent(tariffGap),
    unit: '%',
    normal: '30-300 %: people at work; 0: indifferent to the price',
    normalZh: '30-300%：有人作业；0：不随电价变化',
    zh: `峰、谷段平均功率与平段相差 ${percent(tariffGap)}%`,
    en: `Peak and valley mean power differ by ${percent(tariffGap)} % from flat hours`,
    weight: 2 * ramp(tariffGap, REGISTERS.registerTariffFrom, REGISTERS.registerTariffFull) - 1,
  }),
  fact({
    name: 'rest-gap',
    value: percent(restGap),
    unit: '%',
    normal: '10-80 %: lower on days of rest',
    normalZh: '10-80%：休息日较低',
    zh: `休息日与工作日相差 ${percent(restGap)}%`,
    en: `Days of rest differ by ${percent(restGap)} % from working days`,
    weight: 2 * ramp(restGap, REGISTERS.registerRestFrom, REGISTERS.registerRestFull) - 1,
  }),
  fact({
    name: 'step-up',
    value: shown(step.kw),
    unit: 'kW',
    normal: '0: no lasting step',
    normalZh: '0：没有持续的台阶',
    zh: `日均功率跃升约 ${shown(step.kw)} kW`,
    en: `The mean power rose by about ${shown(step.kw)} kW and stayed there`,
    weight: ramp(step.kw / meanKw, REGISTERS.registerStartFrom, REGISTERS.registerStartFull),
  }),
]

const sentenceOf = (kw: string, score: number): BothLanguages =>
  score < 0.7
    ? {
        zh: `每日示数显示约 ${kw} kW，与挖矿相似之处不足以立案。请继续观察。`,
        en: `Daily registers show about ${kw} kW, too little like mining to open a case. Keep watching.`,
      }
    : {
        zh: `每日示数显示约 ${kw} kW 突然投入后逐日、逐时段相等，符合虚拟货币挖矿。建议现场核查。`,
        en: `By its daily registers about ${kw} kW came in at once and is equal on every day and in every tariff period, as crypto mining is. A site check is advised.`,
      }

/** The score of daily registers with all it rests on. */
export const explainRegisters = (
  { registry }: DetectorWindow,
  curve: RegisterCurve,
  score: number,
): Score => {
  const { days, meanKw, spread } = curve
  const licensed = isLicensed(registry, 'isp')
  const moved = said(100 * spread, ' %')
  return {
    score,
    evidence: known([...registerFacts(curve), ...registryFacts(registry, meanKw)]),
    innocent: [
      innocent(
        'data-centre',
        licensed ? 0.95 : 0.3 + 0.3 * ramp(spread, 0.005, 0.025),
        licensed ? '登记有数据中心或接入许可。' : `没有相应许可；数据中心每日变动约 2-4%，此处 ${moved.zh}。`,
        licensed
          ? 'A data centre or internet licence is on file.'
          : `No such licence; a data centre moves 2-4 % from day to day, here ${moved.en}.`,
      ),
      innocent(
        'continuous-plant',
        0.3 + 0.5 * ramp(spread, 0.01, 0.06),
        `冷库、泵站、连续生产的日电量一般变动 3-15%；此处 ${moved.zh}。`,
        `Cold stores, pumps and continuous plants move 3-15 % from day to day; here ${moved.en}.`,
      ),
    ],
    sentence: sentenceOf(said(meanKw).en, score),
    dates: days.slice(-DATES_MOST).map(day => ({
      date: dayText(day.day),
      from: '00:00',
      to: '24:00',
      kwh: Math.round(Math.max(0, finite(day.kwh))),
    })),
    limits: [...LIMITS],
    inspection: null,
    attributableKw: Math.max(0, finite(meanKw)),
    attributableKwh: days.reduce((sum, day) => sum + Math.max(0, finite(day.kwh)), 0),
  }
}
