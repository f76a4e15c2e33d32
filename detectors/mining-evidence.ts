import { dayText } from '../schemas/day.ts'
import type { EvidenceFact } from '../schemas/finding.ts'
import type { DetectorWindow, RegistryFacts } from './detector.ts'
import { fact, known, percent, shown } from './judgement.ts'
import type { MiningCurve } from './mining-curve.ts'
import { weightOf } from './mining-part.ts'
import { type MiningSigns, miningSigns, signOf } from './mining-signs.ts'
import { SIGNS } from './mining-thresholds.ts'
import { isLicensed } from './registry.ts'
import { ramp } from './statistics.ts'
import { medianBetween } from './window-medians.ts'

/** From -1 at `against` to 1 at `towards`. */
const leaning = (value: number, against: number, towards: number): number =>
  2 * ramp(value, against, towards) - 1

const USUAL_FACTORS = {
  normal: '0.75-0.93: motors; 0.95-0.99: switched power supplies',
  normalZh: '0.75-0.93：电动机；0.95-0.99：开关电源',
}

const powerFactorOf = (tan: number): number => 1 / Math.hypot(1, tan)

const floorFacts = ({ floor, days }: MiningCurve, signs: MiningSigns): EvidenceFact[] => [
  fact({
    name: 'constant-days',
    value: days.length,
    unit: 'days',
    zh: `最近 ${days.length} 天低谷处于同一水平`,
    en: `The floor has stood at its present level for ${days.length} days`,
    weight: leaning(days.length, 1, 14),
  }),
  fact({
    name: 'constant-load',
    value: shown(floor.kw),
    unit: 'kW',
    zh: `每日最低四分之一时段平均约 ${shown(floor.kw)} kW`,
    en: `The lowest quarter of each day stands at about ${shown(floor.kw)} kW`,
    weight: weightOf('floor', signs),
  }),
  fact({
    name: 'floor-share',
    value: percent(floor.share),
    unit: '%',
    normal: '10-40 %: a works with day shifts',
    normalZh: '10-40%：白班企业',
    zh: `低谷占平均功率的 ${percent(floor.share)}%`,
    en: `The floor is ${percent(floor.share)} % of the mean power`,
    weight: leaning(floor.share, SIGNS.floorShareFrom, SIGNS.floorShareFull),
  }),
  fact({
    name: 'floor-noise',
    value: percent(floor.noise),
    unit: '%',
    normal: '2-12 %: motors and people; under 1.5 %: electronics',
    normalZh: '2-12%：电动机和人员活动；低于 1.5%：电子设备',
    zh: `低谷时相邻读数之差的中位数为 ${percent(floor.noise)}%`,
    en: `The median step between readings at the floor is ${percent(floor.noise)} %`,
    weight: leaning(floor.noise, SIGNS.floorNoiseFrom, SIGNS.floorNoiseFull),
  }),
  fact({
    name: 'floor-drift',
    value: percent(floor.drift),
    unit: '%',
    normal: '5-30 % from day to day',
    normalZh: '逐日相差 5-30%',
    zh: `五天中有四天低谷与中位数相差不超过 ${percent(floor.drift)}%`,
    en: `On four days of five the floor stays within ${percent(floor.drift)} % of its median`,
    weight: leaning(floor.drift, SIGNS.floorDriftFrom, SIGNS.floorDriftFull),
  }),
  fact({
    name: 'floor-at-rest',
    value: percent(floor.restGap),
    unit: '%',
    normal: '5-60 %: lower on days of rest',
    normalZh: '5-60%：休息日较低',
    zh: `休息日低谷与工作日相差 ${percent(floor.restGap)}%`,
    en: `On days of rest the floor differs by ${percent(floor.restGap)} % from working days`,
    weight: leaning(floor.restGap, SIGNS.floorRestFrom, SIGNS.floorRestFull),
  }),
]

const stepFacts = (curve: MiningCurve, signs: MiningSigns): EvidenceFact[] => {
  const { added, step, judged } = curve
  if (!(added.kw > 0)) return []
  const before = shown(medianBetween(judged, 0, step.at, day => day.floorKw))
  const after = shown(medianBetween(judged, step.at, judged.length, day => day.floorKw))
  const since = dayText(judged[step.at]!.day)
  const factor = shown(powerFactorOf(added.tan))
  return [
    fact({
      name: 'step-up',
      value: shown(added.kw),
      unit: 'kW',
      normal: '0: no lasting step',
      normalZh: '0：没有持续的台阶',
      zh: `自 ${since} 起各时段约增加 ${shown(added.kw)} kW，低谷由 ${before} 升至 ${after} kW`,
      en: `Since ${since} every hour stands about ${shown(added.kw)} kW higher; the floor rose from ${before} to ${after} kW`,
      weight: weightOf('step', signs),
    }),
    fact({
      name: 'step-unevenness',
      value: percent(added.uneven),
      unit: '%',
      normal: '40-150 %: a new shift or growth follows the working day',
      normalZh: '40-150%：增加班次或增产随作息变化',
      zh: `增加量在各时段之间相差 ${percent(added.uneven)}%`,
      en: `What came in differs by ${percent(added.uneven)} % between the hours of the day`,
      weight: leaning(added.uneven, SIGNS.stepFlatFrom, SIGNS.stepFlatFull),
    }),
    fact({
      name: 'step-at-rest',
      value: percent(added.restGap),
      unit: '%',
      normal: '30-100 %: people rest',
      normalZh: '30-100%：人员休息',
      zh: `增加量在休息日与工作日之间相差 ${percent(added.restGap)}%`,
      en: `What came in differs by ${percent(added.restGap)} % between working days and days of rest`,
      weight: leaning(added.restGap, SIGNS.stepEqualFrom, SIGNS.stepEqualFull),
    }),
    fact({
      name: 'step-power-factor',
      value: factor,
      unit: '',
      ...USUAL_FACTORS,
      zh: `增加部分的功率因数约 ${factor}`,
      en: `The power factor of what came in is about ${factor}`,
      weight: leaning(factor, 0.92, 0.96),
    }),
  ]
}

const hiddenFacts = ({ hidden, drop, meanKw }: MiningCurve, signs: MiningSigns): EvidenceFact[] => [
  ...(signOf(signs, 'lineBelow') > 0
    ? [
        fact({
          name: 'better-factor-part',
          value: shown(hidden.share * meanKw),
          unit: 'kW',
          normal: '0: motors and transformers draw kvar at no load',
          normalZh: '0：电动机和变压器空载也消耗无功',
          zh: `无功对有功的回归线在零负荷处低于零，相当于约 ${shown(hidden.share * meanKw)} kW 功率因数较高的恒定负荷`,
          en: `The line of kvar over kW falls below 0 at no load, as about ${shown(hidden.share * meanKw)} kW of constant load at a better power factor would make it`,
          weight: weightOf('line', signs),
        }),
      ]
    : []),
  ...(signOf(signs, 'dropEqual') > 0
    ? [
        fact({
          name: 'peak-drop',
          value: shown(drop.kw),
          unit: 'kW',
          normal: '0 or below: works run at peak hours',
          normalZh: '0 或以下：企业在峰段照常生产',
          zh: `峰段每日退出约 ${shown(drop.kw)} kW，五天中有四天相差不超过 ${percent(drop.spread)}%`,
          en: `About ${shown(drop.kw)} kW goes off in peak hours, within ${percent(drop.spread)} % on four days of five`,
          weight: weightOf('drop', signs),
        }),
      ]
    : []),
]

const wholeFacts = ({ flat, days }: MiningCurve, signs: MiningSigns): EvidenceFact[] => {
  const ratio = shown(medianBetween(days, 0, days.length, day => day.peakKw / day.valleyKw))
  const factor = shown(medianBetween(days, 0, days.length, day => day.pfMean))
  return [
    fact({
      name: 'day-shape',
      value: percent(flat.shape),
      unit: '%',
      normal: '6-20 %: pumps, aeration; 50 % and more: people at work',
      normalZh: '6-20%：水泵、曝气；50% 及以上：有人作业',
      zh: `扣除午后制冷后，一天各时段相差 ${percent(flat.shape)}%`,
      en: `Without afternoon cooling the hours of a day differ by ${percent(flat.shape)} %`,
      weight: weightOf('flat', signs),
    }),
    fact({
      name: 'cooling-wave',
      value: percent(flat.cooling),
      unit: '%',
      zh: `午后制冷波动 ${percent(flat.cooling)}%`,
      en: `The afternoon wave of cooling is ${percent(flat.cooling)} %`,
      weight: 0,
    }),
    fact({
      name: 'night-drift',
      value: percent(flat.drift),
      unit: '%',
      normal: '2-4 %: a data centre; 10 % and more: a works',
      normalZh: '2-4%：数据中心；10% 及以上：生产企业',
      zh: `五天中有四天夜间功率与中位数相差不超过 ${percent(flat.drift)}%`,
      en: `On four nights of five the power stays within ${percent(flat.drift)} % of its median`,
      weight: leaning(flat.drift, SIGNS.driftFrom, SIGNS.driftFull),
    }),
    fact({
      name: 'peak-over-valley',
      value: ratio,
      unit: '',
      normal: '2-5: a day-shift works; 1: indifferent to the price',
      normalZh: '2-5：单日班企业；1：不随电价变化',
      zh: `峰段与谷段平均功率之比 ${ratio}`,
      en: `Peak over valley mean power is ${ratio}`,
      weight: 0.5 - 2 * Math.abs(ratio - 1),
    }),
    fact({
      name: 'power-factor',
      value: factor,
      unit: '',
      ...USUAL_FACTORS,
      zh: `全日功率因数 ${factor}`,
      en: `The power factor of the whole load is ${factor}`,
      weight: leaning(factor, 0.9, 0.96),
    }),
  ]
}

const judgedFact = ({ judged }: MiningCurve): EvidenceFact =>
  fact({
    name: 'judged-days',
    value: judged.length,
    unit: 'days',
    zh: `窗口内有 ${judged.length} 天数据足够完整`,
    en: `${judged.length} days of the window have enough readings`,
    weight: 0,
  })

/** What is on file: licence and declared capacity. */
export const registryFacts = (registry: RegistryFacts, meanKw: number): EvidenceFact[] => {
  const licensed = isLicensed(registry, 'isp')
  const load = registry.contractKva > 0 ? percent(meanKw / registry.contractKva) : Number.NaN
  return [
    fact({
      name: 'load-over-contract',
      value: load,
      unit: '%',
      normal: '10-45 %: most trades',
      normalZh: '10-45%：多数行业',
      zh: `平均功率为合同容量的 ${load}%`,
      en: `The mean power is ${load} % of the contract capacity`,
      weight: 0,
    }),
    fact({
      name: 'isp-licence',
      value: licensed ? 'yes' : 'no',
      unit: '',
      zh: licensed ? '登记有互联网数据中心或接入许可' : '没有互联网数据中心或接入许可登记',
      en: licensed
        ? 'A data centre or internet licence is on file'
        : 'No data centre or internet licence is on file',
      weight: licensed ? -1 : 0.2,
    }),
  ]
}

/** The numbers the mining score rests on. */
export const miningEvidence = (
  { registry }: DetectorWindow,
  curve: MiningCurve,
  signs: MiningSigns = miningSigns(curve),
): EvidenceFact[] =>
  known([
    ...stepFacts(curve, signs),
    ...hiddenFacts(curve, signs),
    ...floorFacts(curve, signs),
    ...wholeFacts(curve, signs),
    judgedFact(curve),
    ...registryFacts(registry, curve.meanKw),
  ])
