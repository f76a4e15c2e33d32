import { dayText } from '../schemas/day.ts'
import type { EvidenceFact } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { energyFacts } from './furnace-energy.ts'
import { ODDS } from './furnace-odds.ts'
import { DAY_WEIGHTS, relativeDepth, SIGNS } from './furnace-signs.ts'
import { fact, known, medianOverDays, percent, shown } from './judgement.ts'
import { isLicensed } from './registry.ts'
import { ramp } from './statistics.ts'

/** Days that the numbers are taken from: those that look like melting, else the judged day. */
export const shownDays = ({ days }: DetectorWindow, { activeDays }: FurnaceCurve): readonly DayFeatures[] =>
  activeDays.length > 0 ? activeDays : days.slice(-1)

/** The heaviest sign: weights of facts are log-odds, from against to for, over this. */
const HEAVIEST = ODDS.windowRectifier

/** Weight of a fact: what its sign carries, from -w at none to w when it is full. */
const weightOf = (sign: number, logOdds: number): number => (2 * sign - 1) * (logOdds / HEAVIEST)

const heatFacts = (days: readonly DayFeatures[]): EvidenceFact[] => {
  const heats = medianOverDays(days, day => day.heats)
  const minutes = medianOverDays(days, day => day.heatMinutes)
  const jitter = medianOverDays(days, day => day.heatJitter)
  const depth = medianOverDays(days, relativeDepth)
  const even = medianOverDays(days, day => day.heatDepth)
  const spread = percent(medianOverDays(days, day => day.heatSpread))
  return [
    fact({
      name: 'heats',
      value: shown(heats),
      unit: 'heats/day',
      normal: '5-9 heats in a night of 8 hours',
      normalZh: '夜间 8 小时 5-9 炉',
      zh: `熔炼日每天约 ${shown(heats)} 个升降周期`,
      en: `About ${shown(heats)} rise-and-fall cycles on a melting day`,
      weight: 0,
    }),
    fact({
      name: 'cycle',
      value: shown(minutes),
      unit: 'min',
      normal: '40-150 min: melting; under 40 min: compressors, presses; hours: ovens, mills',
      normalZh: '40-150 分钟：熔炼；低于 40 分钟：空压机、压力机；数小时：烘炉、磨机',
      zh: `相邻炉次间隔约 ${shown(minutes)} 分钟`,
      en: `About ${shown(minutes)} minutes from one heat to the next`,
      weight: weightOf(ramp(minutes, SIGNS.paceFromMinutes, SIGNS.paceFullMinutes), DAY_WEIGHTS.pace),
    }),
    fact({
      name: 'cycle-jitter',
      value: percent(jitter),
      unit: '%',
      normal: '10-30 %: melting; under 5 %: timers; over 40 %: machines at random',
      normalZh: '10-30%：熔炼；低于 5%：定时器控制；高于 40%：机器随机启停',
      zh: `炉次间隔平均偏差 ${percent(jitter)}%`,
      en: `The pace of the heats deviates by ${percent(jitter)} % on average`,
      weight: weightOf(ramp(jitter, SIGNS.jitterFrom, SIGNS.jitterFull), DAY_WEIGHTS.regular),
    }),
    fact({
      name: 'cycle-depth',
      value: percent(depth),
      unit: '%',
      normal: '60-100 %: one crucible; 7-26 %: two crucibles on one supply',
      normalZh: '60-100%：单炉体；7-26%：一套电源一拖二',
      zh: `炉次之间功率回落约为本体负荷的 ${percent(depth)}%`,
      en: `Between heats the power falls by about ${percent(depth)} % of the load above the host`,
      weight: weightOf(ramp(even, SIGNS.evenFrom, SIGNS.evenFull), DAY_WEIGHTS.even),
    }),
    fact({
      name: 'ceiling-spread',
      value: spread,
      unit: '%',
      normal: '10-30 %: machines at random; under 6 %: a constant-power supply',
      normalZh: '10-30%：机器随机启停；低于 6%：恒功率电源',
      zh: `各炉次峰值与功率上限相差平均 ${spread}%`,
      en: `The peaks of the heats stay ${spread} % under one ceiling on average`,
      weight: weightOf(ramp(spread, 20, 2), DAY_WEIGHTS.top),
    }),
  ]
}

const shapeFacts = (days: readonly DayFeatures[], curve: FurnaceCurve): EvidenceFact[] => {
  const climb = shown(medianOverDays(days, day => day.climbMinutes))
  const fall = percent(medianOverDays(days, day => day.heatFall))
  const drift = percent(curve.ceilingDrift)
  return [
    fact({
      name: 'climb',
      value: climb,
      unit: 'min',
      normal: '5-40 min: a crucible is charged and climbs; 0 min: machines switched on and off',
      normalZh: '5-40 分钟：加料后功率爬升；0 分钟：机器直接启停',
      zh: `每炉爬升比回落多用约 ${climb} 分钟`,
      en: `A heat spends about ${climb} minutes more climbing than falling`,
      weight: weightOf((curve.climb + curve.skew) / 2, ODDS.windowClimb + ODDS.windowSkew),
    }),
    fact({
      name: 'switch-off',
      value: fall,
      unit: '%',
      normal: '80-100 %: a supply switched off; 30-60 %: a shift of people and machines',
      normalZh: '80-100%：电源整体断开；30-60%：人员和机器换班',
      zh: `半小时内最大回落为本体负荷的 ${fall}%`,
      en: `The sharpest half hour takes away ${fall} % of the load above the host`,
      weight: weightOf(ramp(fall / 100, SIGNS.fallFrom, SIGNS.fallFull), DAY_WEIGHTS.fall),
    }),
    fact({
      name: 'ceiling-drift',
      value: drift,
      unit: '%',
      normal: 'under 2 %: a constant-power supply; 3-10 %: mixed machines',
      normalZh: '低于 2%：恒功率电源；3-10%：多种机器混用',
      zh: `功率上限逐日相差 ${drift}%`,
      en: `From day to day the ceiling differs by ${drift} %`,
      weight: weightOf(curve.steady, ODDS.steady),
    }),
  ]
}

const powerFacts = (days: readonly DayFeatures[], { registry }: DetectorWindow): EvidenceFact[] => {
  const ceiling = medianOverDays(days, day => day.heatTopKw)
  const powerFactor = medianOverDays(days, day => day.heatPf)
  const nightOverDay = medianOverDays(days, day => day.nightKw / day.workKw)
  const night = percent(medianOverDays(days, day => day.nightKw / (day.nightKw + day.workKw)))
  const use = percent(ceiling / registry.contractKva)
  const facts = [
    fact({
      name: 'ceiling',
      value: shown(ceiling),
      unit: 'kW',
      normal: '300-6,000 kW: furnaces of 0.5-10 t',
      normalZh: '300-6000 kW：0.5-10 吨炉',
      zh: `功率上限 ${shown(ceiling)} kW`,
      en: `Power ceiling ${shown(ceiling)} kW`,
      weight: 0,
    }),
    fact({
      name: 'night-share',
      value: night,
      unit: '%',
      normal: '5-40 %: a day-shift works',
      normalZh: '5-40%：单日班企业',
      zh: `夜间（0-6时）与白天（8-18时）平均功率之和中，夜间占 ${night}%`,
      en: `Of the night (00-06) and day (08-18) mean power together, the night has ${night} %`,
      weight: weightOf(ramp(nightOverDay, SIGNS.nightFrom, SIGNS.nightFull), DAY_WEIGHTS.night),
    }),
    fact({
      name: 'power-factor-at-ceiling',
      value: shown(powerFactor),
      unit: '',
      normal: '0.75-0.89: motors; 0.90-0.98: rectifiers; 1.00: heating elements',
      normalZh: '0.75-0.89：电动机；0.90-0.98：整流器；1.00：电热元件',
      zh: `熔炼负荷满功率时功率因数 ${shown(powerFactor)}`,
      en: `Power factor ${shown(powerFactor)} of the load above the host at full power`,
      weight: weightOf(
        ramp(powerFactor, 0.86, 0.9) * ramp(powerFactor, SIGNS.powerFactorOne, SIGNS.powerFactorResistive),
        ODDS.windowRectifier,
      ),
    }),
  ]
  if (registry.contractKva > 0)
    facts.push(
      fact({
        name: 'contract-use',
        value: use,
        unit: '%',
        normal: '20-60 % of the contract capacity',
        normalZh: '合同容量的 20-60%',
        zh: `功率上限达合同容量的 ${use}%`,
        en: `The ceiling uses ${use} % of the contract capacity`,
        weight: weightOf(ramp(use / 100, ODDS.contractFrom, ODDS.contractFull), ODDS.contract),
      }),
    )
  return facts
}

const licenceFact = ({ registry }: DetectorWindow): EvidenceFact => {
  const licensed = isLicensed(registry, 'induction-melting')
  return fact({
    name: 'melting-licence',
    value: licensed ? 'yes' : 'no',
    unit: '',
    zh: licensed ? '登记有感应熔炼许可' : '没有感应熔炼许可登记',
    en: licensed ? 'An induction melting licence is on file' : 'No induction melting licence is on file',
    weight: licensed ? -1 : 0.1,
  })
}

const activeFact = ({ activeDays, judgedDays, enough, pooled, consistent }: FurnaceCurve): EvidenceFact => {
  const first = activeDays[0]
  const since = first
    ? { zh: `，首日 ${dayText(first.day)}`, en: `, the first on ${dayText(first.day)}` }
    : { zh: '', en: '' }
  return fact({
    name: 'melting-days',
    value: activeDays.length,
    unit: 'days',
    normal: '0 days',
    normalZh: '0 天',
    zh: `${judgedDays} 个可判断日中有 ${activeDays.length} 天呈熔炼形态${since.zh}`,
    en: `${activeDays.length} of ${judgedDays} judged days look like melting${since.en}`,
    weight: weightOf((enough * (pooled + consistent)) / 2, ODDS.pooled),
  })
}

/** The numbers the furnace score rests on, each with what its sign carries. */
export const furnaceEvidence = (window: DetectorWindow, curve: FurnaceCurve): EvidenceFact[] => {
  const days = shownDays(window, curve)
  return known([
    activeFact(curve),
    ...heatFacts(days),
    ...shapeFacts(days, curve),
    ...powerFacts(days, window),
    ...energyFacts(window, curve),
    licenceFact(window),
  ])
}
