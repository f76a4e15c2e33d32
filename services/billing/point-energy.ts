import type { BillSource } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { type History, primaryPower } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import { wattHoursOf } from '../pricing/index.ts'
import type { RegistryView } from '../registry/index.ts'
import type { DayEnergy } from './energy.ts'
import { FILL_WITHIN_DAYS, fillDays } from './fill-days.ts'
import { energyOfIntervals, type FillOptions, type SlotDay } from './interval-days.ts'
import { energyOfRegisters } from './register-days.ts'

/** Two months: a register that is read less often tells no cycle. */
const CYCLE_DAYS_AT_MOST = 62

export interface PointEnergyDeps extends FillOptions {
  readonly db: Db
  readonly history: History
  readonly registry: Pick<RegistryView, 'find'>
}

/** Which days of which point are asked for, and from what. */
export interface PointAsked {
  readonly pointId: string
  readonly from: EpochDay
  /** The last day, inclusive */
  readonly to: EpochDay
  readonly source: BillSource
  /** Whether the point was with the same customer that day: nobody's gaps are filled by what another drew */
  readonly isHeld: (day: EpochDay) => boolean
}

/**
 * Energy of a point by days. `interval`: of its curve. `daily`: of its registers, else as its days were judged. `auto`: of
 * the curve where it is whole, else of the registers, else of the curve with what is missing estimated. Days without any
 * are estimated from the others.
 */
export const pointEnergy = async (
  deps: PointEnergyDeps,
  asked: PointAsked,
): Promise<Map<EpochDay, DayEnergy>> => {
  const { from, to, source, isHeld } = asked
  const wanted = Array.from({ length: to - from + 1 }, (_, i) => from + i).filter(isHeld)
  const curves = source === 'daily' ? [] : await curvesOf(deps, asked)
  const days = source === 'interval' ? new Map<EpochDay, DayEnergy>() : await registersOf(deps, asked)
  if (source === 'daily') {
    for (const [day, energy] of await judgedDays(deps, asked)) if (!days.has(day)) days.set(day, energy)
  }
  const byCurve = energyOfIntervals(curves, wanted, deps)
  const whole = new Set(curves.filter(isWhole).map(({ day }) => day))
  for (const [day, energy] of byCurve) if (whole.has(day) || !days.has(day)) days.set(day, energy)
  return fillDays(days, wanted, deps.kindOf)
}

const isWhole = ({ kw }: SlotDay): boolean => !kw.some(value => Number.isNaN(value))

const curvesOf = async ({ history }: PointEnergyDeps, asked: PointAsked): Promise<SlotDay[]> => {
  const { pointId, from, to, isHeld } = asked
  const stored = await history.window(pointId, from - FILL_WITHIN_DAYS, to + FILL_WITHIN_DAYS)
  return stored
    .filter(({ day }) => isHeld(day))
    .map(one => ({ day: one.day, intervalMinutes: one.intervalMinutes, kw: primaryPower(one).kw }))
}

const registersOf = async (
  { history, registry }: PointEnergyDeps,
  { pointId, from, to, isHeld }: PointAsked,
): Promise<Map<EpochDay, DayEnergy>> => {
  const rows = await history.registers(pointId, from - CYCLE_DAYS_AT_MOST, to + CYCLE_DAYS_AT_MOST)
  const energies = energyOfRegisters(rows, (meterId, day) => registry.find(meterId, day)?.multiplier)
  return new Map([...energies].filter(([day]) => isHeld(day)))
}

/** Days as the detectors saw them; of a day that is not whole the rest at its mean power. */
const judgedDays = async (
  { db }: PointEnergyDeps,
  { pointId, from, to, isHeld }: PointAsked,
): Promise<[EpochDay, DayEnergy][]> => {
  const rows = await db
    .selectFrom('feature')
    .select(['day', 'kwh', 'coverage'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from - FILL_WITHIN_DAYS)
    .where('day', '<=', to + FILL_WITHIN_DAYS)
    .orderBy('day')
    .execute()
  return rows.filter(({ day, coverage }) => isHeld(day) && coverage > 0).map(row => [row.day, judgedDay(row)])
}

/** Energy of a judged day. */
export const judgedDay = ({
  day,
  kwh,
  coverage,
}: {
  readonly day: EpochDay
  readonly kwh: number
  readonly coverage: number
}): DayEnergy => {
  const wh = wattHoursOf(kwh / Math.min(1, coverage))
  return {
    ...{ day, wh, estimatedWh: Math.max(0, wh - wattHoursOf(kwh)), bands: null, estimatedBands: null },
    basis: ['day'],
    estimates: coverage < 1 ? ['day-mean'] : [],
  }
}
