import type { BothLanguages, Score } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import { said } from './judgement.ts'
import type { MiningCurve } from './mining-curve.ts'
import { miningEvidence } from './mining-evidence.ts'
import { miningInnocent } from './mining-innocent.ts'
import { type ConstantPart, constantPart } from './mining-part.ts'
import { miningSigns } from './mining-signs.ts'
import { isLicensed } from './registry.ts'

const BEHIND: BothLanguages = {
  zh: '绕越计量装置的用电（绕表用电）不在读数之内，没有线路拓扑和线损数据看不到。',
  en: 'Power taken before the meter is not in its readings; without topology and line losses it cannot be seen.',
}
const SERVER_ROOM: BothLanguages = {
  zh: '未登记的机房若同样平稳、功率因数相同，仅凭曲线无法与挖矿区分，须现场核查设备。',
  en: 'An unregistered server room as still and with the same power factor cannot be told from a mine by its curve; only a look at the machines can.',
}
const NO_KVAR: BothLanguages = {
  zh: '该计量点没有无功读数，功率因数未能作为依据。',
  en: 'This meter has no reactive readings, so the power factor could not be weighed.',
}
const NO_ONSET: BothLanguages = {
  zh: '窗口之内未见该负荷投入，之前何时开始无法得知。',
  en: 'The window does not show the load coming in; since when it runs cannot be told.',
}
const HOURLY: BothLanguages = {
  zh: '小时数据看不到一小时以内的波动。',
  en: 'Hourly readings do not show what moves within the hour.',
}

const limitsOf = ({ floor, days }: MiningCurve, { view }: ConstantPart): BothLanguages[] => [
  BEHIND,
  SERVER_ROOM,
  ...(Number.isFinite(floor.tan) ? [] : [NO_KVAR]),
  ...(view === 'step' ? [] : [NO_ONSET]),
  ...(days.some(day => day.intervalMinutes >= 60) ? [HOURLY] : []),
]

const HOW: Readonly<Record<ConstantPart['view'], BothLanguages>> = {
  step: {
    zh: '自某日起突然投入，各时段、工作日与休息日增加相同',
    en: 'came in at once and adds the same at every hour and on every day of the week',
  },
  flat: {
    zh: '昼夜、峰谷、工作日与休息日几乎不变',
    en: 'hardly changes by day or night, tariff period or day of the week',
  },
  drop: {
    zh: '除峰段每日等量退出外昼夜不变',
    en: 'stands at every hour but the peak ones, where it goes off by the same amount each day',
  },
  line: {
    zh: '以明显高于主体生产的功率因数恒定运行',
    en: 'stands at a better power factor than the load above it',
  },
  floor: { zh: '在主体负荷之下始终不变', en: 'never moves under the load above it' },
}

/** Two sentences for the analyst. */
export const miningSentence = (
  { registry }: DetectorWindow,
  { view, attributableKw }: ConstantPart,
  score: number,
): BothLanguages => {
  const kw = said(attributableKw).en
  if (isLicensed(registry, 'isp'))
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
    zh: `约 ${kw} kW 的负荷${HOW[view].zh}，符合虚拟货币挖矿。登记资料不能解释，建议现场核查。`,
    en: `A load of about ${kw} kW ${HOW[view].en}, as crypto mining does. The registry does not explain it; a site check is advised.`,
  }
}

/** The score with all it rests on. */
export const explainCurve = (window: DetectorWindow, curve: MiningCurve, score: number): Score => {
  const signs = miningSigns(curve)
  const part = constantPart(curve, signs)
  return {
    score,
    evidence: miningEvidence(window, curve, signs),
    innocent: miningInnocent(window, curve),
    sentence: miningSentence(window, part, score),
    dates: [...part.dates],
    limits: limitsOf(curve, part),
    inspection: null,
    attributableKw: part.attributableKw,
    attributableKwh: part.attributableKwh,
  }
}
