import type { BothLanguages, EvidenceFact } from '../schemas/finding.ts'
import type { DayFeatures } from './day-features.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { fact, known, medianOverDays, percent, shown } from './judgement.ts'
import { isLicensed } from './registry.ts'
import { finite } from './statistics.ts'

/** Days that the numbers are taken from: those that look like melting, else the judged day. */
export const shownDays = ({ days }: DetectorWindow, { activeDays }: FurnaceCurve): readonly DayFeatures[] =>
  activeDays.length > 0 ? activeDays : days.slice(-1)

const excessKw = (day: DayFeatures): number => Math.max(0, day.onKw - day.offKw)

/**
 * Power above the host during heats (kW, median of melting days) and its energy over the window (kWh). Counts
 * cautiously: charging below half power is left with the host.
 */
export const meltingEnergy = ({ activeDays }: FurnaceCurve) => ({
  attributableKw: finite(medianOverDays(activeDays, excessKw)),
  attributableKwh: finite(activeDays.reduce((sum, day) => sum + excessKw(day) * Math.max(0, day.onHours), 0)),
})

const heatFacts = (days: readonly DayFeatures[]): EvidenceFact[] => {
  const heats = medianOverDays(days, day => Math.max(day.heats, day.ripples))
  const minutes = medianOverDays(days, day => (day.heats >= 3 ? day.heatMinutes : day.rippleMinutes))
  const depth = percent(medianOverDays(days, day => (day.heats >= 3 ? day.heatDepth : day.rippleDepth)))
  const spread = percent(medianOverDays(days, day => day.heatSpread))
  return [
    fact({
      name: 'heats',
      value: shown(heats),
      unit: 'heats/day',
      zh: `熔炼日每天约 ${shown(heats)} 个升降周期`,
      en: `About ${shown(heats)} rise-and-fall cycles on a melting day`,
      weight: 0.6,
    }),
    fact({
      name: 'cycle',
      value: shown(minutes),
      unit: 'min',
      normal: '40-200 min: melting; under 40 min: compressors, presses; hours: ovens, mills',
      zh: `相邻炉次间隔约 ${shown(minutes)} 分钟`,
      en: `About ${shown(minutes)} minutes from one heat to the next`,
      weight: minutes >= 40 && minutes <= 200 ? 0.6 : -0.2,
    }),
    fact({
      name: 'cycle-depth',
      value: depth,
      unit: '%',
      zh: `炉次之间功率回落约为上限的 ${depth}%`,
      en: `Between heats the power falls by about ${depth} % of the ceiling`,
      weight: depth / 100,
    }),
    fact({
      name: 'ceiling-spread',
      value: spread,
      unit: '%',
      normal: '10-30 %: machines at random; under 6 %: a constant-power supply',
      zh: `各炉次峰值与功率上限相差平均 ${spread}%`,
      en: `The peaks of the heats stay ${spread} % under one ceiling on average`,
      weight: (10 - spread) / 10,
    }),
  ]
}

const powerFacts = (days: readonly DayFeatures[], { registry }: DetectorWindow): EvidenceFact[] => {
  const ceiling = medianOverDays(days, day => day.ceilingKw)
  const powerFactor = shown(medianOverDays(days, day => day.pfHigh))
  const night = percent(medianOverDays(days, day => day.nightKw / (day.nightKw + day.workKw)))
  const use = percent(ceiling / registry.contractKva)
  const facts = [
    fact({
      name: 'ceiling',
      value: shown(ceiling),
      unit: 'kW',
      zh: `功率上限 ${shown(ceiling)} kW`,
      en: `Power ceiling ${shown(ceiling)} kW`,
      weight: 0.2,
    }),
    fact({
      name: 'night-share',
      value: night,
      unit: '%',
      normal: '5-40 %: a day-shift works',
      zh: `夜间（0-6时）与白天（8-18时）平均功率之和中，夜间占 ${night}%`,
      en: `Of the night (00-06) and day (08-18) mean power together, the night has ${night} %`,
      weight: (night - 50) / 50,
    }),
  ]
  if (powerFactor > 0)
    facts.push(
      fact({
        name: 'power-factor-at-ceiling',
        value: powerFactor,
        unit: '',
        normal: '0.75-0.90: motors; 0.93-0.98: rectifiers; 1.00: heating elements',
        zh: `满功率时功率因数 ${powerFactor}`,
        en: `Power factor ${powerFactor} at full power`,
        weight: powerFactor >= 0.93 && powerFactor <= 0.985 ? 0.4 : -0.4,
      }),
    )
  if (registry.contractKva > 0)
    facts.push(
      fact({
        name: 'contract-use',
        value: use,
        unit: '%',
        normal: '20-60 % of the contract capacity',
        zh: `功率上限达合同容量的 ${use}%`,
        en: `The ceiling uses ${use} % of the contract capacity`,
        weight: use >= 50 && use <= 115 ? 0.3 : 0,
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
    weight: licensed ? -1 : 0.3,
  })
}

/** The numbers the furnace score rests on. */
export const furnaceEvidence = (window: DetectorWindow, curve: FurnaceCurve): EvidenceFact[] => {
  const days = shownDays(window, curve)
  const active = fact({
    name: 'melting-days',
    value: curve.activeDays.length,
    unit: 'days',
    normal: '0 days',
    zh: `${curve.judgedDays} 个可判断日中有 ${curve.activeDays.length} 天呈熔炼形态`,
    en: `${curve.activeDays.length} of ${curve.judgedDays} judged days look like melting`,
    weight: curve.activeDays.length > 0 ? curve.strength : -0.5,
  })
  return known([active, ...heatFacts(days), ...powerFacts(days, window), licenceFact(window)])
}

/** Two sentences for the analyst. */
export const furnaceSentence = (
  window: DetectorWindow,
  curve: FurnaceCurve,
  score: number,
): BothLanguages => {
  const { attributableKw } = meltingEnergy(curve)
  const days = curve.activeDays.length
  if (isLicensed(window.registry, 'induction-melting'))
    return {
      zh: `有 ${days} 天呈感应炉熔炼形态，但已登记感应熔炼许可，不作为嫌疑。请只核对产能。`,
      en: `${days} days look like induction melting, but a licence for it is on file, so this is no suspicion. Compare the capacity only.`,
    }
  if (score < 0.7)
    return {
      zh: `有 ${days} 天呈现部分熔炼形态，证据不足以立案。请继续观察。`,
      en: `${days} days show something of melting, too little to open a case. Keep watching.`,
    }
  return {
    zh: `有 ${days} 天出现约 ${shown(attributableKw)} kW 的整流负荷，按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。`,
    en: `On ${days} days a rectifier load of about ${shown(attributableKw)} kW rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised.`,
  }
}
