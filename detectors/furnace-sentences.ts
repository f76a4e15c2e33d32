import type { BothLanguages } from '../schemas/finding.ts'
import type { DetectorWindow } from './detector.ts'
import type { FurnaceCurve } from './furnace-curve.ts'
import { meltingEnergy, meltingNights } from './furnace-nights.ts'
import { medianOverDays, shown } from './judgement.ts'
import { isLicensed } from './registry.ts'

/** Two sentences for the analyst. */
export const furnaceSentence = (
  window: DetectorWindow,
  curve: FurnaceCurve,
  score: number,
): BothLanguages => {
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
  const { attributableKw } = meltingEnergy(curve)
  const last = meltingNights(curve).at(-1)
  const when = {
    zh: last ? `（最近一次 ${last.date} ${last.from}—${last.to}）` : '',
    en: last ? ` (last on ${last.date}, ${last.from} to ${last.to})` : '',
  }
  return {
    zh: `有 ${days} 天出现约 ${shown(attributableKw)} kW 的负荷${when.zh}，按炉次升降并停在同一功率上限，符合中频感应炉熔炼。未见感应熔炼许可，建议现场核查。`,
    en: `On ${days} days a load of about ${shown(attributableKw)} kW${when.en} rises and falls heat by heat up to one ceiling, as a medium-frequency induction furnace does. No melting licence is on file; a site check is advised.`,
  }
}

const ALWAYS: readonly BothLanguages[] = [
  {
    zh: '绕越计量装置的用电（绕表用电）没有线路拓扑数据，看不到。',
    en: 'Power drawn around the meter cannot be seen without the topology of the line.',
  },
  {
    zh: '曲线看不出熔炼何种金属，也不能单凭电量证明产量。',
    en: 'The curve does not tell which metal is melted, and energy alone proves no output.',
  },
  {
    zh: '许可以登记资料为准；其他部门颁发而未登记的许可不可见。',
    en: 'Licences are those on file; one given elsewhere and not registered is not seen.',
  },
]

/** What these readings cannot tell. */
export const furnaceLimits = (
  { days, registry }: DetectorWindow,
  { activeDays, judgedDays }: FurnaceCurve,
): BothLanguages[] => {
  const limits = [...ALWAYS]
  if (Number.isNaN(medianOverDays(activeDays, ({ heatPf }) => heatPf)))
    limits.push({
      zh: '没有无功数据，无法用功率因数区分整流负荷与电动机。',
      en: 'Without kvar the power factor cannot tell a rectifier from motors.',
    })
  if (judgedDays < days.length)
    limits.push({
      zh: `窗口 ${days.length} 天中有 ${days.length - judgedDays} 天缺数或计量间隔过长，未参与判断。`,
      en: `${days.length - judgedDays} of the ${days.length} days of the window have too few readings or too long an interval and are not judged.`,
    })
  if (!(registry.contractKva > 0))
    limits.push({
      zh: '没有登记合同容量，无法核对容量。',
      en: 'No contract capacity is on file to compare with.',
    })
  return limits
}
