import type { DaySums } from '../../schemas/api.ts'
import type { TouHours } from '../../schemas/context.ts'
import { dayText, type EpochDay } from '../../schemas/day.ts'
import { unpackMarks } from '../../schemas/quality.ts'
import { type History, primaryPower, type StoredDay } from '../adapters/history/index.ts'
import type { Db } from '../adapters/store/index.ts'
import type { Calendar } from '../calendar/index.ts'
import type { RegistryView } from '../registry/index.ts'
import { energyOfDays, type RegisterEnergy } from './register-energy.ts'
import { filledSlots } from './slot-rule.ts'

/** Midnights around a period by which its first and last day are marked. */
const MARKED_BY = { before: 2, after: 2 }

type DaySum = DaySums['days'][number]

export interface DaySumDeps {
  readonly db: Db
  readonly history: History
  readonly registry: Pick<RegistryView, 'atPoint'>
  readonly calendar: Calendar
}

/** Energy of a point's days, both ends included: of its curve where there is one, else of its registers. */
export const daySums = async (
  { db, history, registry, calendar }: DaySumDeps,
  pointId: string,
  from: EpochDay,
  to: EpochDay,
): Promise<DaySum[]> => {
  const marks = await marksOf(db, pointId, from, to)
  const sums = new Map<EpochDay, DaySum>()
  const registers = await history.registers(pointId, from - MARKED_BY.before, to + MARKED_BY.after)
  for (const energy of energyOfDays(registers, from)) {
    if (energy.day <= to) sums.set(energy.day, sumOfRegisters(energy))
  }
  for (const stored of await history.window(pointId, from, to)) {
    const tou = calendar.touOf(registry.atPoint(pointId, stored.day)?.districtCode ?? '')
    sums.set(stored.day, { ...sumOfCurve(stored, tou), marks: unpackMarks(marks.get(stored.day) ?? 0) })
  }
  return [...sums].sort(([a], [b]) => a - b).map(([, sum]) => sum)
}

const marksOf = async (
  db: Db,
  pointId: string,
  from: EpochDay,
  to: EpochDay,
): Promise<Map<EpochDay, number>> => {
  const rows = await db
    .selectFrom('feature')
    .select(['day', 'marks'])
    .where('point_id', '=', pointId)
    .where('day', '>=', from)
    .where('day', '<=', to)
    .execute()
  return new Map(rows.map(({ day, marks }) => [day, marks]))
}

const sumOfRegisters = (energy: RegisterEnergy): DaySum => ({
  day: dayText(energy.day),
  from: 'registers',
  kwh: known(energy.kwh),
  sharpKwh: known(energy.sharpKwh),
  peakKwh: known(energy.peakKwh),
  flatKwh: known(energy.flatKwh),
  valleyKwh: known(energy.valleyKwh),
  maxKw: known(energy.maxKw),
  readings: 1,
  expected: 1,
  marks: [...energy.marks],
})

/** kWh = Σ mean kW × hours of the interval. */
const sumOfCurve = (stored: StoredDay, tou: TouHours): Omit<DaySum, 'marks'> => {
  const { kw } = primaryPower(stored)
  const hours = stored.intervalMinutes / 60
  const sums = { peak: 0, flat: 0, valley: 0 }
  let maxKw = Number.NaN
  for (let slot = 0; slot < kw.length; slot++) {
    const value = kw[slot]!
    if (Number.isNaN(value)) continue
    sums[periodOf(slot * hours, tou)] += value * hours
    if (!(maxKw >= value)) maxKw = value
  }
  return {
    day: dayText(stored.day),
    from: 'curve',
    kwh: known(sums.peak + sums.flat + sums.valley),
    sharpKwh: null,
    peakKwh: known(sums.peak),
    flatKwh: known(sums.flat),
    valleyKwh: known(sums.valley),
    maxKw: known(maxKw),
    readings: filledSlots(kw),
    expected: kw.length,
  }
}

const periodOf = (hour: number, { peak, valley }: TouHours): 'peak' | 'flat' | 'valley' => {
  const holds = (hours: TouHours['peak']): boolean => hours.some(([from, to]) => hour >= from && hour < to)
  if (holds(valley)) return 'valley'
  return holds(peak) ? 'peak' : 'flat'
}

/** To a thousandth; null when not known. */
const known = (value: number): number | null =>
  Number.isNaN(value) ? null : Math.round(value * 1_000) / 1_000
