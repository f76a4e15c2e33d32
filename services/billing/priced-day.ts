import type { BillGap, BillLine } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { ReleasedRule } from '../../schemas/tariff.ts'
import type { Rate } from '../pricing/index.ts'
import type { DayEnergy } from './energy.ts'
import type { Lateness } from './late.ts'
import type { TimeOfUse } from './time-of-use.ts'

/** What is levied: a line of a decision, or a rule that is only tried. */
export interface Levy {
  readonly entryId: string | null
  readonly documentNo: string | null
  readonly industry: string
  readonly category: BillLine['category']
}

/** A day with all that its amount comes from. */
export interface PricedDay {
  readonly day: EpochDay
  /** null: not known */
  readonly energy: DayEnergy | null
  readonly rule: ReleasedRule | null
  readonly rate: Rate | { readonly yuanPerKwh: null; readonly working: readonly []; readonly gap: BillGap }
  readonly late: Lateness | null
  /** The periods of the day, for a rule that floats */
  readonly timeOfUse: TimeOfUse | undefined
}

/** Days in a row that are reckoned alike. */
export interface Stretch {
  readonly levy: Levy
  readonly days: readonly PricedDay[]
}
