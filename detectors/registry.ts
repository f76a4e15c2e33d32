import type { LicensedProcess } from '../schemas/meter.ts'
import type { RegistryFacts } from './detector.ts'

/** Trades that matter to a judgement, by GB/T 4754. A trade is never a licence. */
export type Trade =
  | 'foundry'
  | 'steel'
  | 'heavy-process'
  | 'power'
  | 'water'
  | 'warehouse'
  | 'farm'
  | 'telecom'
  | 'internet'
  | 'transport'
  | 'other'

/** GB/T 4754 renumbered metal casting: 3130 (2011) became 3391 (2017), and 3140 (2011) rolling became 3130. */
const FOUNDRY = { '2011': ['3130', '326'], '2017': ['3391', '3392'] } as const

/** First digits that name a trade; longer ones first. */
const TRADES: readonly (readonly [digits: string, trade: Trade])[] = [
  ['31', 'steel'],
  ['32', 'heavy-process'],
  ['22', 'heavy-process'],
  ['25', 'heavy-process'],
  ['26', 'heavy-process'],
  ['28', 'heavy-process'],
  ['30', 'heavy-process'],
  ['44', 'power'],
  ['45', 'power'],
  ['46', 'water'],
  ['59', 'warehouse'],
  ['01', 'farm'],
  ['02', 'farm'],
  ['03', 'farm'],
  ['04', 'farm'],
  ['05', 'farm'],
  ['63', 'telecom'],
  ['64', 'internet'],
  ['65', 'internet'],
  ['53', 'transport'],
  ['54', 'transport'],
  ['55', 'transport'],
  ['56', 'transport'],
]

/** The trade that an industry code claims. */
export const tradeOf = ({ industryCode, industryEdition }: RegistryFacts): Trade => {
  if (FOUNDRY[industryEdition].some(digits => industryCode.startsWith(digits))) return 'foundry'
  return TRADES.find(([digits]) => industryCode.startsWith(digits))?.[1] ?? 'other'
}

export const isLicensed = (
  { licensedProcesses }: RegistryFacts,
  ...any: readonly LicensedProcess[]
): boolean => any.some(process => licensedProcesses.includes(process))
