import type { BothLanguages, EvidenceFact } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import { fact, known, medianOverDays, percent, shown } from './judgement.ts'
import type { MiningCurve } from './mining-curve.ts'
import { CURVE } from './mining-thresholds.ts'
import { isLicensed } from './registry.ts'
import { finite } from './statistics.ts'

/** The constant load (kW) and its energy (kWh) over the days of the window that carry it. */
export const constantEnergy = (
  { days }: DetectorWindow,
  { alone, hidden, levelKw, floorKw }: MiningCurve,
) => {
  const attributableKw = Math.max(0, finite(alone >= hidden ? levelKw : floorKw))
  const carried = days.reduce(
    (sum, day) => sum + Math.max(0, Math.min(finite(day.kwh), attributableKw * 24 * day.coverage)),
    0,
  )
  return { attributableKw, attributableKwh: finite(carried) }
}

const stillnessFacts = ({ days, drift, floorDrift, floorKw }: MiningCurve): EvidenceFact[] => {
  const share = floorKw / medianOverDays(days, day => day.meanKw)
  const step = percent(medianOverDays(days, day => day.floorNoise))
  const range = percent(medianOverDays(days, day => day.fourHourRange))
  return [
    fact({
      name: 'constant-days',
      value: days.length,
      unit: 'days',
      zh: `最近连续 ${days.length} 天处于同一低谷水平`,
      en: `The floor has stood near its present level for ${days.length} days`,
      weight: (days.length - 3) / 10,
    }),
    fact({
      name: 'constant-load',
      value: shown(floorKw),
      unit: 'kW',
      zh: `任何时段都不低于约 ${shown(floorKw)} kW`,
      en: `Never below about ${shown(floorKw)} kW at any hour`,
      weight: 0.3,
    }),
    fact({
      name: 'floor-share',
      value: percent(share),
      unit: '%',
      normal: '10-40 %: a works with day shifts',
      zh: `恒定部分占平均功率的 ${percent(share)}%`,
      en: `The constant part is ${percent(share)} % of the mean power`,
      weight: share,
    }),
    fact({
      name: 'floor-noise',
      value: step,
      unit: '%',
      normal: '2-12 %: motors and people; under 1.5 %: electronics',
      zh: `低谷时相邻读数之差的中位数为 ${step}%`,
      en: `The median step between readings at the floor is ${step} %`,
      weight: (3 - step) / 3,
    }),
    fact({
      name: 'floor-drift',
      value: percent(floorDrift),
      unit: '%',
      normal: '5-30 % from day to day',
      zh: `每日低谷之间平均相差 ${percent(floorDrift)}%`,
      en: `The floor moves by ${percent(floorDrift)} % from day to day`,
      weight: (CURVE.floorDriftFrom - floorDrift) / CURVE.floorDriftFrom,
    }),
    fact({
      name: 'level-drift',
      value: percent(drift),
      unit: '%',
      normal: '2-4 %: a data centre; 10 % and more: a works',
      zh: `每日中位功率之间平均相差 ${percent(drift)}%`,
      en: `The daily median power moves by ${percent(drift)} %`,
      weight: (CURVE.driftFrom - drift) / CURVE.driftFrom,
    }),
    fact({
      name: 'day-range',
      value: range,
      unit: '%',
      normal: '6-20 %: cooling, aeration; 50 % and more: people at work',
      zh: `一天之内四小时均值相差 ${range}%`,
      en: `Four-hour means within a day differ by ${range} %`,
      weight: (14 - range) / 14,
    }),
  ]
}

const tariffFacts = ({ days }: MiningCurve): EvidenceFact[] => {
  const ratio = medianOverDays(days, day => day.peakKw / day.valleyKw)
  const powerFactor = medianOverDays(days, day => day.pfFloor)
  return [
    fact({
      name: 'peak-over-valley',
      value: shown(ratio),
      unit: '',
      normal: '2-5: a day-shift works; 1: indifferent to the price',
      zh: `峰段与谷段平均功率之比 ${shown(ratio)}`,
      en: `Peak over valley mean power is ${shown(ratio)}`,
      weight: 0.5 - 2 * Math.abs(ratio - 1),
    }),
    fact({
      name: 'power-factor-at-floor',
      value: Number.isNaN(powerFactor) ? Number.NaN : shown(powerFactor),
      unit: '',
      normal: '0.75-0.93: motors; 0.95-0.99: switched power supplies',
      zh: `低谷时功率因数 ${shown(powerFactor)}`,
      en: `Power factor ${shown(powerFactor)} at the floor`,
      weight: powerFactor >= CURVE.powerFactorFull ? 0.4 : -0.4,
    }),
  ]
}

const judgedFact = ({ judgedDays }: MiningCurve): EvidenceFact =>
  fact({
    name: 'judged-days',
    value: judgedDays,
    unit: 'days',
    zh: `窗口内有 ${judgedDays} 天数据足够完整`,
    en: `${judgedDays} days of the window have enough readings`,
    weight: 0,
  })

const licenceFact = ({ registry }: DetectorWindow): EvidenceFact => {
  const licensed = isLicensed(registry, 'isp')
  return fact({
    name: 'isp-licence',
    value: licensed ? 'yes' : 'no',
    unit: '',
    zh: licensed ? '登记有互联网数据中心或接入许可' : '没有互联网数据中心或接入许可登记',
    en: licensed
      ? 'A data centre or internet licence is on file'
      : 'No data centre or internet licence is on file',
    weight: licensed ? -1 : 0.2,
  })
}

/** The numbers the mining score rests on. */
export const miningEvidence = (window: DetectorWindow, curve: MiningCurve): EvidenceFact[] =>
  known([...stillnessFacts(curve), ...tariffFacts(curve), judgedFact(curve), licenceFact(window)])

/** Two sentences for the analyst. */
export const miningSentence = (window: DetectorWindow, curve: MiningCurve, score: number): BothLanguages => {
  const { attributableKw } = constantEnergy(window, curve)
  const kw = shown(attributableKw)
  if (isLicensed(window.registry, 'isp'))
    return {
      zh: `恒定负荷约 ${kw} kW，登记的数据中心或接入许可可以解释。不作为嫌疑。`,
      en: `A constant load of about ${kw} kW is explained by the data centre or internet licence on file. It is no suspicion.`,
    }
  if (score < 0.7)
    return {
      zh: `恒定部分约 ${kw} kW，与挖矿相似之处不足以立案。请继续观察。`,
      en: `About ${kw} kW is constant, too little like mining to open a case. Keep watching.`,
    }
  return {
    zh: `约 ${kw} kW 的负荷昼夜、峰谷、工作日与休息日几乎不变，符合虚拟货币挖矿。登记资料不能解释，建议现场核查。`,
    en: `A load of about ${kw} kW hardly changes by day or night, tariff period or day of the week, as crypto mining does. The registry does not explain it; a site check is advised.`,
  }
}
