import { dayText } from '../schemas/day.ts'
import type { BothLanguages, DatedHours, EvidenceFact, InnocentExplanation } from '../schemas/finding.ts'
import type { DetectorWindow, WatchFacts } from './detector.ts'
import { fact, innocent, known, percent, said, shown } from './judgement.ts'
import { isRegisterDay } from './known-days.ts'
import type { RestartCurve } from './restart-curve.ts'
import { finite, ramp } from './statistics.ts'
import { NO_TIER, REGISTERS_ALONE, reasonWords, watchFacts } from './watch-words.ts'

const DATES_TOLD = 14

/** The numbers a restart rests on: before, while it stood still, and now. */
export const restartEvidence = (
  { registry }: DetectorWindow,
  watch: WatchFacts,
  curve: RestartCurve,
): EvidenceFact[] =>
  known([...watchFacts(watch), ...levelFacts(curve), useFact(registry.contractKva, curve), nightFact(curve)])

const guardAlone = (guardKw: number) => ({
  normal: `under ${shown(guardKw)} kW: guard and lighting`,
  normalZh: `低于 ${shown(guardKw)} kW：值守和照明`,
})

const levelFacts = ({ beforeKw, quietKw, levelKw, guardKw, running }: RestartCurve): EvidenceFact[] => [
  fact({
    name: 'level-before',
    value: shown(beforeKw),
    unit: 'kW',
    zh: `列入监视前日均功率约 ${shown(beforeKw)} kW`,
    en: `Before the watch began the days had a mean of about ${shown(beforeKw)} kW`,
    weight: 0,
  }),
  fact({
    name: 'level-stopped',
    value: shown(quietKw),
    unit: 'kW',
    ...guardAlone(guardKw),
    zh: `此后曾连续五天日均功率不高于 ${shown(quietKw)} kW`,
    en: `For five days in a row since then its mean did not pass ${shown(quietKw)} kW`,
    weight: 0.5 * ramp(levelKw / quietKw, 1, 3),
  }),
  fact({
    name: 'level-now',
    value: shown(levelKw),
    unit: 'kW',
    ...guardAlone(guardKw),
    zh: `最近七天中至少三天日均功率达到 ${shown(levelKw)} kW`,
    en: `On at least three of the last seven days its mean reached ${shown(levelKw)} kW`,
    weight: levelKw > guardKw ? 0.6 : -0.6,
  }),
  fact({
    name: 'running-days',
    value: running.length,
    unit: 'days',
    normal: '0 days: a closed site',
    normalZh: '0 天：已关停场所',
    zh: `监视以来有 ${running.length} 天高于守卫和照明用电`,
    en: `On ${running.length} days of the window it ran above guard and lighting`,
    weight: (running.length - 2) / 6,
  }),
]

const useFact = (contractKva: number, { levelKw }: RestartCurve): EvidenceFact => {
  const use = contractKva > 0 ? percent(levelKw / contractKva) : Number.NaN
  return fact({
    name: 'contract-use',
    value: use,
    unit: '%',
    normal: 'under 3 %: guard and lighting; 10-60 %: production',
    normalZh: '低于 3%：值守和照明；10-60%：生产',
    zh: `日均功率占合同容量的 ${use}%`,
    en: `The mean of a day is ${use} % of the contract capacity`,
    weight: use >= 10 ? 0.4 : 0,
  })
}

const nightFact = ({ nightRatio }: RestartCurve): EvidenceFact =>
  fact({
    name: 'night-over-mean',
    value: shown(nightRatio),
    unit: '',
    normal: '0.2-0.5: a day shift; 1: around the clock; 1.5 and more: by night',
    normalZh: '0.2-0.5：白班；1：昼夜连续；1.5 及以上：夜间生产',
    zh: `运行日 00-08 时平均功率为全天均值的 ${shown(nightRatio)} 倍`,
    en: `On running days 00-08 has ${shown(nightRatio)} times the day's mean`,
    weight: ramp(nightRatio, 0.5, 1),
  })

/** The lawful explanations of a load at a watched place, with the number for or against. */
export const restartInnocent = (
  { registry }: DetectorWindow,
  { isNewcomer, sharedBy }: WatchFacts,
  { levelKw, guardKw, quietKw, nightRatio }: RestartCurve,
  licensed: boolean,
): InnocentExplanation[] => {
  const level = said(levelKw, ' kW')
  const guard = said(guardKw, ' kW')
  const night = said(nightRatio)
  const rise = said(levelKw / quietKw)
  return [
    innocent(
      'guard-and-lighting',
      ramp(levelKw, 2 * guardKw, guardKw),
      `值守和照明一般不超过 ${guard.zh}；此处达到 ${level.zh}。`,
      `Guard and lighting stay under ${guard.en}; here it reached ${level.en}.`,
    ),
    innocent(
      'licensed-resumption',
      licensed ? 0.9 : 0.05,
      licensed
        ? `登记有相应许可：${registry.licensedProcesses.join('、')}。`
        : '档案状态未恢复为在用，也没有相应许可登记。',
      licensed
        ? `A licence for it is on file: ${registry.licensedProcesses.join(', ')}.`
        : 'The registry does not say that it is in use again, and no licence for it is on file.',
    ),
    innocent(
      'lawful-successor',
      isNewcomer === false ? 0.05 : 0.3 + 0.4 * ramp(nightRatio, 0.9, 0.4) + 0.1 * ramp(sharedBy, 2, 6),
      isNewcomer === false
        ? '仍为被监视户本身的户号。'
        : `新立户可能是合法承租人；其 00-08 时用电为全天均值的 ${night.zh} 倍（白班一般 0.2-0.5）。`,
      isNewcomer === false
        ? 'It is the watched account itself.'
        : `A new account may be a lawful tenant; its 00-08 has ${night.en} times the day's mean (a day shift: 0.2-0.5).`,
    ),
    innocent(
      'dismantling-or-maintenance',
      0.1 + 0.3 * ramp(levelKw / quietKw, 4, 1.5),
      `拆除、检修用电短暂且有限；此处为静止时的 ${rise.zh} 倍。`,
      `Dismantling and repairs take little and not for long; here it is ${rise.en} times what it drew at rest.`,
    ),
  ]
}

/** The days on which it ran, whole: at which hours the curve's own signatures tell. */
export const restartDates = ({ running, quietKw, guardKw }: RestartCurve): DatedHours[] => {
  const stillKw = Math.min(Number.isNaN(quietKw) ? guardKw : quietKw, guardKw)
  return running.slice(-DATES_TOLD).map(({ day, meanKw }) => ({
    date: dayText(day),
    from: '00:00',
    to: '24:00',
    kwh: finite(24 * Math.max(0, meanKw - stillKw)),
  }))
}

export const restartLimits = ({ running }: RestartCurve): BothLanguages[] => [
  ...(running.some(isRegisterDay) ? [REGISTERS_ALONE] : []),
  {
    zh: '电量不能说明由谁、以何名义运行；绕表用电不可见。',
    en: 'Energy does not tell who runs it, nor in whose name; what bypasses the meter is not seen.',
  },
  NO_TIER,
]

export const restartSentence = (watch: WatchFacts, curve: RestartCurve, score: number): BothLanguages => {
  const reason = reasonWords(watch)
  const level = said(curve.levelKw, ' kW')
  const days = curve.running.length
  if (score < 0.7)
    return {
      zh: `因${reason.zh}受监视；近日日均功率 ${level.zh}，不足以认定恢复生产。请继续观察。`,
      en: `Watched (${reason.en}); with a mean of ${level.en} lately it is not enough to say that it runs again. Keep watching.`,
    }
  return {
    zh: `因${reason.zh}受监视的场所有 ${days} 天重新用电，日均功率达到 ${level.zh}，高于值守和照明。疑似死灰复燃，建议现场核查。`,
    en: `A place that is watched (${reason.en}) ran on ${days} days, with a mean of up to ${level.en}, above guard and lighting. It may have come back to life; a site check is advised.`,
  }
}
