import type { EpochDay } from '../../../schemas/day.ts'
import type { Meter } from '../../../schemas/meter.ts'
import type { ReleasedRule } from '../../../schemas/tariff.ts'
import { chargeLines } from '../../../services/billing/charge-lines.ts'
import type { DayEnergy } from '../../../services/billing/energy.ts'
import { type MeteringTree, meteringTree } from '../../../services/billing/metered.ts'
import type { PricedDay } from '../../../services/billing/priced-day.ts'
import { meter } from '../../support/meters.ts'
import { rule } from '../pricing/rules.ts'

/** A day of so many Wh that was metered, without bands unless told. */
export const dayEnergy = (day: EpochDay, wh: number, change: Partial<DayEnergy> = {}): DayEnergy => ({
  ...{ day, wh, estimatedWh: 0, bands: null, estimatedBands: null, basis: ['interval'], estimates: [] },
  ...change,
})

/** A day at a flat rate, changed as told. */
export const pricedDay = (
  energy: DayEnergy,
  yuanPerKwh: string,
  change: Partial<PricedDay> = {},
): PricedDay => ({
  ...{ day: energy.day, energy, late: null, timeOfUse: undefined },
  rule: FLAT,
  rate: { yuanPerKwh, working: [], gap: null },
  ...change,
})

const FLAT: ReleasedRule = rule()

/** The lines of days of 淘汰类 steel. */
export const linesOf = (days: readonly PricedDay[]) =>
  chargeLines({ entryId: 'entry-1', documentNo: null, industry: '钢铁', category: '淘汰类' }, days)

/** Meters that always stand where they do. */
export const treeOf = (...meters: readonly Partial<Meter>[]): MeteringTree => {
  const entries = meters.map(change => ({ meter: meter({ meterId: change.pointId ?? 'M1', ...change }) }))
  return meteringTree(entries, pointId => entries.find(one => one.meter.pointId === pointId)?.meter)
}
