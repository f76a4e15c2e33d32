import type { EvidenceFact } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { SIGNS } from './furnace-signs.ts'
import { fact, medianOverDays, shown } from './judgement.ts'

/** Energy that melting a tonne of steel takes, kWh (practice 600-680, electroheatinduction.com). */
const STEEL_KWH_PER_T = { least: 600, most: 700 }

/** Days before the first melting day that make a fair comparison. */
const BEFORE_LEAST_DAYS = 3

const tonnes = (kwh: number): string =>
  `${shown(kwh / STEEL_KWH_PER_T.most)}-${shown(kwh / STEEL_KWH_PER_T.least)}`

/** Energy by night and by heat. What it would melt is an equivalent, no proof. */
const nightFacts = (days: readonly DayFeatures[]): EvidenceFact[] => {
  const night = medianOverDays(days, ({ heatKwh }) => heatKwh)
  const heat = medianOverDays(days, ({ heatKwh, heats }) => heatKwh / heats)
  return [
    fact({
      name: 'energy-per-day',
      value: shown(night),
      unit: 'kWh',
      normal: `${STEEL_KWH_PER_T.least}-${STEEL_KWH_PER_T.most} kWh melt a tonne of steel`,
      normalZh: `熔化一吨钢需 ${STEEL_KWH_PER_T.least}-${STEEL_KWH_PER_T.most} kWh`,
      zh: `熔炼日高于本底的电量约 ${shown(night)} kWh，若用于熔钢相当于 ${tonnes(night)} 吨（仅为折算，不是产量证明）`,
      en: `About ${shown(night)} kWh above the host on a melting day; were it steel, ${tonnes(night)} t (an equivalent, no proof of output)`,
      weight: 0,
    }),
    fact({
      name: 'energy-per-heat',
      value: shown(heat),
      unit: 'kWh',
      normal: '300-7,000 kWh: heats of 0.5-10 t',
      normalZh: '300-7000 kWh：每炉 0.5-10 吨',
      zh: `每炉约 ${shown(heat)} kWh`,
      en: `About ${shown(heat)} kWh a heat`,
      weight: 0,
    }),
  ]
}

/** The days before the first melting day beside the melting days. */
const beforeFact = (days: readonly DayFeatures[], active: readonly DayFeatures[]): EvidenceFact[] => {
  const before = days.filter(({ day, coverage }) => day < active[0]!.day && coverage >= SIGNS.coverageLeast)
  if (before.length < BEFORE_LEAST_DAYS) return []
  const earlier = shown(medianOverDays(before, ({ kwh }) => kwh))
  const now = shown(medianOverDays(active, ({ kwh }) => kwh))
  return [
    fact({
      name: 'before-and-after',
      value: shown(now / earlier),
      unit: '×',
      normal: '0.7-1.4: weeks of the same works',
      normalZh: '0.7-1.4：同一企业各周之间',
      zh: `首个熔炼日之前 ${before.length} 天日电量中位数 ${earlier} kWh，熔炼日 ${now} kWh`,
      en: `In the ${before.length} days before the first melting day ${earlier} kWh a day (median), on melting days ${now} kWh`,
      weight: 0,
    }),
  ]
}

/** Hours a month for which the contract capacity would have to run to take the window's energy. */
const capacityFact = ({ days, registry }: DetectorWindow): EvidenceFact[] => {
  const daily = medianOverDays(days, ({ kwh }) => kwh)
  const hours = shown((30 * daily) / registry.contractKva)
  if (!(registry.contractKva > 0)) return []
  return [
    fact({
      name: 'contract-hours',
      value: hours,
      unit: 'h/month',
      normal: '60-250 h/month: one or two shifts',
      normalZh: '60-250 小时/月：一班或两班',
      zh: `按日电量中位数折算，合同容量每月利用 ${hours} 小时`,
      en: `By the median day the contract capacity is used ${hours} hours a month`,
      weight: 0,
    }),
  ]
}

/** Energy apart from the host, before and after, and against the contract. */
export const energyFacts = (window: DetectorWindow, { activeDays }: FurnaceCurve): EvidenceFact[] =>
  activeDays.length === 0
    ? []
    : [...nightFacts(activeDays), ...beforeFact(window.days, activeDays), ...capacityFact(window)]
