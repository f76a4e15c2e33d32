import { dayText, type EpochDay, parseDay } from '../schemas/day.ts'
import type { EvidenceFact, Score } from '../schemas/finding.ts'
import { aroundDay, aroundStep, BEFORE_AFTER, type BeforeAfter } from './before-after.ts'
import type { Detector, DetectorWindow } from './detector.ts'
import { fact, known, percent, shown } from './judgement.ts'
import { ramp } from './statistics.ts'
import { normOf, type TradeNorm } from './trade-norms.ts'
import { COVERAGE_LEAST, type Usage, usageOf } from './usage.ts'

const HOURS_PER_MONTH = 720
const DAYS_PER_MONTH = 30
/** So many dated nights a score may carry: with all of them there, the first may not be the first there was. */
const DATES_MOST = 14

/**
 * What every accusation says whatever it suspects: hashed into each finding with the detector's own thresholds.
 * `factWordsVersion` grows when facts are worded anew: a finding in other words is none that can be made anew to the
 * letter. Words are no mathematics, so that no detector's version grows with them and has to run in shadow first.
 */
export const COMMON_PARAMETERS: Readonly<Record<string, number>> = {
  commonEvidenceVersion: 1,
  factWordsVersion: 1,
  commonCoverageLeast: COVERAGE_LEAST,
  ...BEFORE_AFTER,
}

/** What a detector says of a window, with the facts that any accusation needs added where it has not said them. */
export const explainInFull = (detector: Detector, window: DetectorWindow): Score => {
  const score = detector.explain(window)
  if (score.cannotJudge) return score
  const said = new Set(score.evidence.map(({ name }) => name))
  const common = commonEvidence(window, score.dates.length < DATES_MOST ? score.dates[0]?.date : undefined)
  return { ...score, evidence: [...score.evidence, ...common.filter(({ name }) => !said.has(name))] }
}

/** `firstDate`: the first day the suspected load ran, where it is known. */
const commonEvidence = (window: DetectorWindow, firstDate: string | undefined): EvidenceFact[] => {
  const usage = usageOf(window.days)
  return known([
    ...capacityFacts(usage, window),
    ...tradeFacts(usage, normOf(window.registry)),
    changeFact(usage, firstDate === undefined ? undefined : parseDay(firstDate)),
    dataFact(usage, window),
  ])
}

const capacityFacts = (
  { dailyKwh }: Usage,
  { registry: { contractKva } }: DetectorWindow,
): EvidenceFact[] => {
  if (contractKva === 0) return []
  const perKva = (dailyKwh * DAYS_PER_MONTH) / contractKva
  return [
    fact({
      name: 'capacity-energy',
      value: shown(perKva),
      unit: 'kWh/kVA',
      normal: `at most ${HOURS_PER_MONTH}: the whole capacity at every hour (arithmetic)`,
      normalZh: `至多 ${HOURS_PER_MONTH}：容量每时每刻满用（算术值）`,
      zh: `每千伏安合同容量每月（30 天）用电约 ${shown(perKva)} kWh，相当于容量的 ${percent(perKva / HOURS_PER_MONTH)}%`,
      en: `About ${shown(perKva)} kWh a month of 30 days for each kVA of contract capacity, ${percent(perKva / HOURS_PER_MONTH)} % of what it could carry`,
      weight: 0.5 * ramp(perKva, HOURS_PER_MONTH, 1.2 * HOURS_PER_MONTH),
    }),
  ]
}

const tradeFacts = ({ nightShare, loadFactor }: Usage, norm: TradeNorm | undefined): EvidenceFact[] => [
  fact({
    name: 'trade-night-share',
    value: percent(nightShare),
    unit: '%',
    ...against(norm, norm?.nightShare),
    zh: `整个窗口夜间（0-6时）与白天（8-18时）平均功率之和中，夜间占 ${percent(nightShare)}%${sourceOf(norm).zh}`,
    en: `Over the whole window the night (00-06) has ${percent(nightShare)} % of night and day (08-18) mean power together${sourceOf(norm).en}`,
    weight: above(100 * nightShare, norm?.nightShare),
  }),
  fact({
    name: 'trade-load-factor',
    value: percent(loadFactor),
    unit: '%',
    ...against(norm, norm?.loadFactor),
    zh: `负荷率（平均功率与常见最高功率之比）${percent(loadFactor)}%${sourceOf(norm).zh}`,
    en: `Load factor (mean over the usual top power) ${percent(loadFactor)} %${sourceOf(norm).en}`,
    weight: above(100 * loadFactor, norm?.loadFactor),
  }),
]

const against = (norm: TradeNorm | undefined, range: TradeNorm['nightShare'] | undefined) =>
  norm && range
    ? {
        normal: `${range[0]}-${range[1]} %: ${norm.en}`,
        normalZh: `${range[0]}-${range[1]}%：${norm.zh}`,
      }
    : {}

const sourceOf = (norm: TradeNorm | undefined) =>
  norm
    ? {
        zh: `；申报行业的范围为公开录波自行测算（1 家企业，${norm.windows} 个 35 天时段）`,
        en: `; the range of the declared trade is an own measurement on public recordings (one enterprise, ${norm.windows} windows of 35 days)`,
      }
    : { zh: '；申报行业没有已测的通常范围', en: '; no usual range of the declared trade was measured' }

/** Above what was measured of a trade speaks for, within it somewhat against; half as much again is clear. */
const above = (value: number, range: TradeNorm['nightShare'] | undefined): number => {
  if (!range || !Number.isFinite(value)) return 0
  return value <= range[1] ? -0.1 : 0.3 * ramp(value, range[1], 1.5 * range[1])
}

const changeFact = ({ days }: Usage, first: EpochDay | undefined): EvidenceFact => {
  const change = (first === undefined ? undefined : aroundDay(days, first)) ?? aroundStep(days)
  if (!change) {
    return fact({
      name: 'change-daily-energy',
      value: 'none',
      unit: '',
      zh: `所看 ${days.length} 天内日电量没有明显台阶：看不到开始之前的用电`,
      en: `No clear step in the daily energy of the ${days.length} days looked at: what was before the start is not in them`,
      weight: 0,
    })
  }
  return stepFact(change)
}

const stepFact = ({ from, daysBefore, daysAfter, beforeKwh, afterKwh }: BeforeAfter): EvidenceFact => {
  const wasNothing = beforeKwh === 0
  return fact({
    name: 'change-daily-energy',
    value: wasNothing ? 'from nothing' : percent(afterKwh / beforeKwh - 1),
    unit: wasNothing ? '' : '%',
    zh: `${dayText(from)} 之前 ${daysBefore} 天日电量中位数 ${shown(beforeKwh)} kWh，自该日起 ${daysAfter} 天为 ${shown(afterKwh)} kWh`,
    en: `Median daily energy ${shown(beforeKwh)} kWh in the ${daysBefore} days before ${dayText(from)}, ${shown(afterKwh)} kWh in the ${daysAfter} days from then on`,
    weight: wasNothing ? 0.3 : 0.3 * ramp(afterKwh / beforeKwh, 1.2, 3),
  })
}

const dataFact = (usage: Usage, { days, day }: DetectorWindow): EvidenceFact => {
  const span = day - days[0]!.day + 1
  const complete = percent(days.reduce((sum, { coverage }) => sum + coverage, 0) / days.length)
  return fact({
    name: 'data-days',
    value: usage.days.length,
    unit: 'days',
    zh: `${span} 天的窗口中有 ${days.length} 天参与判定，其中 ${usage.days.length} 天读数足够完整；参与各天读数平均完整率 ${complete}%`,
    en: `${days.length} days of a window of ${span} were looked at, ${usage.days.length} of them with enough readings; on average ${complete} % of their readings are there`,
    weight: 0,
  })
}
