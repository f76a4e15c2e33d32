import type { DecisionEntry } from '../../../schemas/decision.ts'
import type { PriceFault } from '../../../schemas/price-change.ts'
import type { DecisionGround } from './ground.ts'

/** What is wrong with one line of a decision looked at by itself, its row not told yet. */
export type EntryCheck = (entry: DecisionEntry, ground: DecisionGround) => readonly Omit<PriceFault, 'row'>[]

export const fault = (column: keyof DecisionEntry, reason: string): Omit<PriceFault, 'row'> => ({
  column,
  reason,
})
