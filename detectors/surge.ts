import { dayText } from '../schemas/day.ts'
import type { BothLanguages, EvidenceFact, InnocentExplanation, Score } from '../schemas/finding.ts'
import type { Detector, DetectorWindow, WatchFacts } from './detector.ts'
import { cannotJudge, fact, innocent, known, percent, said, scoreOf, shown } from './judgement.ts'
import { dayKwh, isRegisterDay } from './known-days.ts'
import { finite, ramp } from './statistics.ts'
import { CURVE, readSurgeCurve, type SurgeCurve, stoodAsHigh } from './surge-curve.ts'
import { NO_TIER, REGISTERS_ALONE, reasonWords, watchFacts } from './watch-words.ts'

const REGISTRY = {
  steepness: 9,
  middle: 0.6,
  /** Growth, a new shift and a return from holiday are lawful: alone a surge is a lead and opens nothing. */
  unwatchedCap: 0.6,
  ownLogOdds: 0.3,
  newcomerLogOdds: -1,
  neighbourLogOdds: -0.5,
} as const

const logOdds = (watch: WatchFacts | null | undefined): number => {
  if (!watch) return 0
  if (watch.isNewcomer === false) return REGISTRY.ownLogOdds
  return REGISTRY.newcomerLogOdds + REGISTRY.neighbourLogOdds * Math.log(Math.max(1, watch.sharedBy))
}

const judge = ({ watch }: DetectorWindow, { strength }: SurgeCurve): number =>
  strength === 0 ? 0 : scoreOf(strength, logOdds(watch), REGISTRY, watch ? 1 : REGISTRY.unwatchedCap)

const TOO_LITTLE = {
  zh: '此前完整数据不足十天，没有可比的过去，无法判断。',
  en: 'Fewer than ten earlier days have enough readings: there is no past to compare with, and nothing can be said.',
}

const evidenceOf = ({ registry, watch }: DetectorWindow, curve: SurgeCurve): EvidenceFact[] => {
  const { beforeKwh, upperKwh, nowKwh, ratio, addedKwh } = curve
  const use = registry.contractKva > 0 ? percent(nowKwh / 24 / registry.contractKva) : Number.NaN
  return known([
    fact({
      name: 'energy-before',
      value: shown(beforeKwh),
      unit: 'kWh/day',
      zh: `此前 ${curve.earlierDays} 天日电量中位数 ${shown(beforeKwh)} kWh，四分之三的日子不超过 ${shown(upperKwh)} kWh`,
      en: `The median of ${curve.earlierDays} earlier days is ${shown(beforeKwh)} kWh; three of four stay under ${shown(upperKwh)} kWh`,
      weight: 0,
    }),
    fact({
      name: 'energy-now',
      value: shown(nowKwh),
      unit: 'kWh/day',
      zh: `最近七天中至少五天达到 ${shown(nowKwh)} kWh`,
      en: `At least five of the last seven days reached ${shown(nowKwh)} kWh`,
      weight: 0.3,
    }),
    fact({
      name: 'energy-ratio',
      value: shown(ratio),
      unit: '',
      normal: '0.8-1.5: orders and seasons; 1.5-2: a further shift',
      normalZh: '0.8-1.5：订单和季节变化；1.5-2：增加班次',
      zh: `为同类日（工作日、休息日分别比较）中位数的 ${shown(ratio)} 倍`,
      en: `${shown(ratio)} times the median of earlier days of the same kind, working days and others apart`,
      weight: ramp(ratio, 1, 3),
    }),
    fact({
      name: 'energy-added',
      value: shown(addedKwh),
      unit: 'kWh/day',
      normal: `under ${CURVE.addedFromKwh} kWh/day: too small to tell of anything`,
      normalZh: `低于 ${CURVE.addedFromKwh} kWh/日：太小，不足以说明问题`,
      zh: `每天增加约 ${shown(addedKwh)} kWh`,
      en: `About ${shown(addedKwh)} kWh a day were added`,
      weight: ramp(addedKwh, 0, CURVE.addedFullKwh),
    }),
    fact({
      name: 'contract-use',
      value: use,
      unit: '%',
      normal: '10-50 % of the contract as a mean of a day',
      normalZh: '日均功率为合同容量的 10-50%',
      zh: `日均功率占合同容量的 ${use}%`,
      en: `The mean of a day is ${use} % of the contract capacity`,
      weight: use > 50 ? 0.3 : 0,
    }),
    ...(watch ? watchFacts(watch) : []),
  ])
}

const innocentOf = (curve: SurgeCurve): InnocentExplanation[] => {
  const ratio = said(curve.ratio)
  const over = said(curve.nowKwh / curve.upperKwh)
  const added = said(curve.addedKwh, ' kWh')
  return [
    innocent(
      'growth-or-new-shift',
      0.7 - 0.4 * ramp(curve.ratio, 2, 4),
      `订单增长或增加班次一般不超过 2 倍；此处 ${ratio.zh} 倍。`,
      `Orders or a further shift seldom more than double the energy; here it is ${ratio.en} times.`,
    ),
    innocent(
      'return-from-holiday',
      ramp(curve.nowKwh / curve.upperKwh, 1.5, 1),
      `停产放假后复工会回到此前水平；此处为此前较高水平的 ${over.zh} 倍。`,
      `After a shutdown a works returns to what it had; here it is ${over.en} times the upper level of before.`,
    ),
    innocent(
      'seasonal-load',
      0.3,
      `采暖、制冷、烘干、灌溉随季节增加；此处每天增加 ${added.zh}，用途须看曲线和现场。`,
      `Heating, cooling, drying and irrigation come with the season; here ${added.en} a day were added, for what the curve and the site must tell.`,
    ),
  ]
}

const sentenceOf = (window: DetectorWindow, curve: SurgeCurve, score: number): BothLanguages => {
  const ratio = said(curve.ratio)
  const { watch } = window
  if (!watch || score < 0.7)
    return {
      zh: `近一周日电量为此前的 ${ratio.zh} 倍，仅作线索：增产、加班和复工都合法。`,
      en: `The last week's energy is ${ratio.en} times that of before. It is a lead alone: growth, a new shift and a return to work are lawful.`,
    }
  const reason = reasonWords(watch)
  return {
    zh: `因${reason.zh}受监视的场所近一周日电量为此前的 ${ratio.zh} 倍，建议现场核查。`,
    en: `A place that is watched (${reason.en}) took ${ratio.en} times the energy of before in the last week; a site check is advised.`,
  }
}

const addedOf = ({ recent, beforeKwh }: SurgeCurve) => {
  const added = recent.map(day => ({ day, kwh: finite(Math.max(0, dayKwh(day) - finite(beforeKwh))) }))
  return added.filter(({ kwh }) => kwh > 0)
}

const explain = (window: DetectorWindow): Score => {
  const curve = readSurgeCurve(window)
  if (curve.earlierDays < CURVE.earlierDaysLeast) return cannotJudge(TOO_LITTLE)
  const score = judge(window, curve)
  const added = addedOf(curve)
  return {
    score,
    evidence: evidenceOf(window, curve),
    innocent: innocentOf(curve),
    sentence: sentenceOf(window, curve, score),
    dates: added.map(({ day, kwh }) => ({ date: dayText(day.day), from: '00:00', to: '24:00', kwh })),
    limits: [...(curve.recent.some(isRegisterDay) ? [REGISTERS_ALONE] : []), NO_TIER],
    inspection: null,
    attributableKw: finite(Math.max(0, curve.addedKwh) / 24),
    attributableKwh: finite(added.reduce((sum, { kwh }) => sum + kwh, 0)),
  }
}

/** Energy far above a point's own past. A lead; of a watched point it may be more. */
export const surge: Detector = {
  signature: 'surge',
  version: '1',
  seesWatch: true,
  parameters: { ...CURVE, ...REGISTRY },
  score: window => (stoodAsHigh(window) ? 0 : judge(window, readSurgeCurve(window))),
  explain,
}
