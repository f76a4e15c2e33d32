import { WATCH_PLACES, WATCH_REASONS } from '../../detectors/index.ts'
import type { BothLanguages, EvidenceFact } from '../../schemas/finding.ts'
import { LICENCES } from './accusation/words.ts'

/** Units that are words, or hold one. */
const UNITS_ZH: Readonly<Record<string, string>> = {
  days: '天',
  min: '分钟',
  'heats/day': '炉/日',
  'h/month': '小时/月',
  'kWh/day': 'kWh/日',
  'kWh/kVA·month': 'kWh/(kVA·月)',
  't/a': '吨/年',
  '×': '倍',
}

/** What a fact may answer where it holds no number. */
const ANSWERS: Readonly<Record<string, BothLanguages>> = {
  yes: { zh: '有', en: 'yes' },
  no: { zh: '无', en: 'no' },
  none: { zh: '无', en: 'none' },
  'from nothing': { zh: '从无到有', en: 'from nothing' },
  ...WATCH_REASONS,
  ...WATCH_PLACES,
  ...LICENCES,
}

/** The value of a fact with its unit, as people say it. */
export const amountOf = ({ value, unit }: Pick<EvidenceFact, 'value' | 'unit'>): BothLanguages => {
  const { zh, en } = ANSWERS[value] ?? { zh: `${value}`, en: `${value}` }
  return { zh: withUnit(zh, UNITS_ZH[unit] ?? unit), en: withUnit(en, unit) }
}

const withUnit = (amount: string, unit: string): string => (unit === '' ? amount : `${amount} ${unit}`)
