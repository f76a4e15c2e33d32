import type { PriceFault } from '../../../schemas/price-change.ts'
import type { TariffRule } from '../../../schemas/tariff.ts'

/** What is wrong with one rule looked at by itself, its row not told yet. */
export type RuleCheck = (rule: TariffRule) => readonly Omit<PriceFault, 'row'>[]

export const fault = (column: string, reason: string): Omit<PriceFault, 'row'> => ({ column, reason })
