import { dayText } from '../schemas/day.ts'
import type { BothLanguages, EvidenceFact, InnocentExplanation, Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow } from './detector.ts'
import { cannotJudge, fact, innocent, known, percent, said, scoreOf, shown } from './judgement.ts'
import { dayKwh, isRegisterDay } from './known-days.ts'
import { CURVE, type LicenceCurve, readLicenceCurve } from './licence-curve.ts'
import { isLicensed } from './registry.ts'
import { finite, ramp } from './statistics.ts'
import { NO_TIER, REGISTERS_ALONE } from './watch-words.ts'

const SLOPE = { steepness: 9, middle: 0.6 } as const

const mayMelt = ({ registry }: DetectorWindow): boolean => isLicensed(registry, 'induction-melting')

const judge = ({ strength }: LicenceCurve): number => (strength === 0 ? 0 : scoreOf(strength, 0, SLOPE))

const UNLICENSED = {
  zh: '没有感应熔炼许可登记，无所谓超许可，无法判断。',
  en: 'No licence for induction melting is on file, so there is none to exceed: nothing can be said.',
}
const TOO_LITTLE = {
  zh: '窗口内生产日不足七天数据足够完整，无法判断。',
  en: 'Fewer than seven working days of the window have enough readings; nothing can be said.',
}

const obstacle = (window: DetectorWindow, curve: LicenceCurve): BothLanguages | undefined => {
  if (!mayMelt(window)) return UNLICENSED
  return curve.activeDays < CURVE.halfDaysLeast ? TOO_LITTLE : undefined
}

const evidenceOf = ({ registry }: DetectorWindow, curve: LicenceCurve): EvidenceFact[] => {
  const { contractKva, licensedTonnesPerYear = 0 } = registry
  const use = percent(curve.use)
  const growth = percent(curve.growth - 1)
  const topGrowth = percent(curve.topGrowth - 1)
  return known([
    fact({
      name: 'licence',
      value: 'induction-melting',
      unit: '',
      zh:
        licensedTonnesPerYear > 0
          ? `登记许可：感应熔炼，核定产能 ${shown(licensedTonnesPerYear)} 吨/年`
          : '登记许可：感应熔炼，核定产能未登记',
      en:
        licensedTonnesPerYear > 0
          ? `Licensed: induction melting of ${shown(licensedTonnesPerYear)} t a year`
          : 'Licensed: induction melting; no tonnage is on file',
      weight: 0,
    }),
    fact({
      name: 'capacity-use',
      value: use,
      unit: '%',
      normal: '50-105 % of the contract at the top of melting',
      normalZh: '熔炼最高功率为合同容量的 50-105%',
      zh: `十个生产日中七个最高功率达到 ${shown(curve.topKw)} kW，为合同容量 ${shown(contractKva)} kVA 的 ${use}%`,
      en: `On seven of ten working days the top reaches ${shown(curve.topKw)} kW, ${use} % of the contract of ${shown(contractKva)} kVA`,
      weight: ramp(curve.use, 1, CURVE.useFull) - ramp(curve.use, 1, 0.6),
    }),
    fact({
      name: 'energy-before',
      value: shown(curve.beforeKwh),
      unit: 'kWh/day',
      zh: `窗口之初生产日电量中位数 ${shown(curve.beforeKwh)} kWh`,
      en: `In the first weeks of the window a working day took ${shown(curve.beforeKwh)} kWh`,
      weight: 0,
    }),
    fact({
      name: 'energy-now',
      value: shown(curve.nowKwh),
      unit: 'kWh/day',
      zh: `最近生产日电量中位数 ${shown(curve.nowKwh)} kWh`,
      en: `In the latest weeks it took ${shown(curve.nowKwh)} kWh`,
      weight: 0,
    }),
    fact({
      name: 'energy-growth',
      value: growth,
      unit: '%',
      normal: 'under 30 % within five weeks',
      normalZh: '五周内低于 30%',
      zh: `五周内生产日电量增长 ${growth}%`,
      en: `The energy of a working day grew by ${growth} % within the window`,
      weight: ramp(curve.growth, 1.1, CURVE.growthFull),
    }),
    fact({
      name: 'top-growth',
      value: topGrowth,
      unit: '%',
      normal: 'under 15 %: the same furnaces run longer; more: a furnace was added',
      normalZh: '低于 15%：原有炉子延长运行；更高：增设了炉子',
      zh: `最高功率增长 ${topGrowth}%`,
      en: `The top grew by ${topGrowth} %`,
      weight: ramp(curve.topGrowth, 1, CURVE.topGrowthFull),
    }),
    fact({
      name: 'hours-of-contract',
      value: shown(curve.hours),
      unit: 'kWh/kVA·month',
      normal: '100-450 kWh/kVA·month: a foundry of one to three shifts; 730 at most',
      normalZh: '100-450 kWh/(kVA·月)：一至三班的铸造企业；至多 730',
      zh: `每千伏安每月用电 ${shown(curve.hours)} kWh`,
      en: `${shown(curve.hours)} kWh for each kVA of the contract in a month`,
      weight: ramp(curve.hours, 400, CURVE.hoursFull),
    }),
    tonnesFact(curve, licensedTonnesPerYear),
  ])
}

const tonnesFact = ({ tonnes, tonnesShare }: LicenceCurve, licensed: number): EvidenceFact => {
  const share = percent(tonnesShare)
  const isKnown = licensed > 0
  return fact({
    name: 'tonnes-a-year',
    value: shown(tonnes),
    unit: 't/a',
    ...(isKnown
      ? {
          normal: `up to ${shown(licensed)} t/a: the licence`,
          normalZh: `至多 ${shown(licensed)} 吨/年：核定产能`,
        }
      : {}),
    zh: `按每吨 ${CURVE.kwhPerTonne} kWh（600-700）折算约 ${shown(tonnes)} 吨/年${isKnown ? `，为核定产能的 ${said(share, '%').zh}` : ''}`,
    en: `At ${CURVE.kwhPerTonne} kWh a tonne (600-700) it comes to about ${shown(tonnes)} t a year${isKnown ? `, ${said(share, ' %').en} of the licence` : ''}`,
    weight: ramp(tonnesShare, 1, CURVE.tonnesFull),
  })
}

const innocentOf = ({ use, growth, topGrowth, tonnesShare }: LicenceCurve): InnocentExplanation[] => {
  const used = said(100 * use, ' %')
  const top = said(100 * (topGrowth - 1), ' %')
  const tonnes = said(100 * tonnesShare, ' %')
  return [
    innocent(
      'registered-capacity-out-of-date',
      0.3 + 0.3 * ramp(use, 1.3, 2),
      `增容后档案未更新时会超过合同容量；此处为 ${used.zh}，请先核对业扩记录。`,
      `A registry that missed an extension shows the same; here ${used.en} of the contract: look at the records of extensions first.`,
    ),
    innocent(
      'orders-or-further-shift',
      ramp(topGrowth, 1.3, 1.05) * ramp(growth, 2, 1.3),
      `订单和班次增加电量而不增加最高功率；此处最高功率增长 ${top.zh}。`,
      `Orders and shifts add energy and leave the top as it is; here the top grew by ${top.en}.`,
    ),
    innocent(
      'cold-charge-or-holding',
      ramp(tonnesShare, 1.8, 1.1),
      `冷料、保温和辅机使每吨电耗达 700 kWh 以上；折算为核定产能的 ${tonnes.zh}。`,
      `Cold charge, holding and auxiliaries take over 700 kWh a tonne; reckoned, it is ${tonnes.en} of the licence.`,
    ),
  ]
}

const sentenceOf = (curve: LicenceCurve, score: number): BothLanguages => {
  const use = said(100 * curve.use, ' %')
  if (score < 0.7)
    return {
      zh: `持证铸造企业的用电与许可和合同容量（最高功率占 ${use.zh}）大体相符，不足以立案。`,
      en: `The licensed foundry's power is much what licence and contract allow (its top is ${use.en} of the contract); too little to open a case.`,
    }
  return {
    zh: `持证铸造企业的熔炼用电明显超出许可或合同容量（最高功率占 ${use.zh}），建议核查实际炉型、台数和产量。`,
    en: `The licensed foundry's melting clearly exceeds its licence or contract (its top is ${use.en} of the contract); a check of its furnaces and tonnage is advised.`,
  }
}

/** What is above the contract, or above the energy of the window's first weeks. */
const excessOf = ({ recent, topKw, use, beforeKwh }: LicenceCurve, contractKva: number) => {
  const above = recent.map(day => ({ day, kwh: finite(Math.max(0, dayKwh(day) - beforeKwh)) }))
  const overContractKw = use > 1 ? topKw - contractKva : 0
  const kwh = above.reduce((sum, one) => sum + one.kwh, 0)
  return {
    above,
    kw: finite(Math.max(overContractKw, recent.length === 0 ? 0 : kwh / 24 / recent.length)),
    kwh,
  }
}

const explain = (window: DetectorWindow): Score => {
  const curve = readLicenceCurve(window)
  const why = obstacle(window, curve)
  if (why) return cannotJudge(why)
  const score = judge(curve)
  const { above, kw, kwh } = excessOf(curve, window.registry.contractKva)
  return {
    score,
    evidence: evidenceOf(window, curve),
    innocent: innocentOf(curve),
    sentence: sentenceOf(curve, score),
    dates: above.map(one => ({ date: dayText(one.day.day), from: '00:00', to: '24:00', kwh: one.kwh })),
    limits: [
      ...(curve.recent.some(isRegisterDay) ? [REGISTERS_ALONE] : []),
      {
        zh: '电量只能估计产量：炉料、保温和非熔炼用电不可分辨。',
        en: 'Energy only estimates tonnage: charge, holding and what is not melting cannot be told apart.',
      },
      NO_TIER,
    ],
    inspection: null,
    attributableKw: kw,
    attributableKwh: finite(kwh),
  }
}

/** A licensed foundry that outgrows its licence or its contract capacity. */
export const licenceExcess: Detector = {
  signature: 'licence-excess',
  version: '1',
  parameters: { ...CURVE, ...SLOPE },
  score: window => {
    if (!mayMelt(window)) return 0
    const curve = readLicenceCurve(window)
    return obstacle(window, curve) ? 0 : judge(curve)
  },
  explain,
}
