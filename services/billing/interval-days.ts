import type { Band, EstimateMethod } from '../../schemas/bill.ts'
import type { EpochDay } from '../../schemas/day.ts'
import { wattHoursOf } from '../pricing/index.ts'
import { BANDS, type DayEnergy, NO_BANDS } from './energy.ts'
import { daysAround, FILL_BY_DAYS } from './fill-days.ts'
import { bandOf, type TimeOfUse } from './time-of-use.ts'

/** Mean primary power of each slot of a day, kW; NaN where there is no reading. */
export interface SlotDay {
  readonly day: EpochDay
  readonly intervalMinutes: number
  readonly kw: Float32Array
}

export interface FillOptions {
  /** Days of one kind look alike: working days, weekends, holidays */
  readonly kindOf: (day: EpochDay) => string
  /** The periods that hold on a day; undefined when none are known */
  readonly timeOfUse: (day: EpochDay) => TimeOfUse | undefined
}

/**
 * Energy of the wanted days from the curve of one point: mean kW × hours of the interval. What is missing is estimated:
 * a slot by the mean of the same slot of the nearest four days of its kind within 28 days, else by the mean of the known
 * slots of its day, else by the mean of all days known. A day whereof nothing can be known is absent.
 */
export const energyOfIntervals = (
  stored: readonly SlotDay[],
  wanted: readonly EpochDay[],
  options: FillOptions,
): Map<EpochDay, DayEnergy> => {
  const byDay = new Map(stored.filter(hasReading).map(one => [one.day, one]))
  const known = [...byDay.values()].sort((a, b) => a.day - b.day)
  const energies = new Map<EpochDay, DayEnergy>()
  if (known.length === 0) return energies
  // Not needed while no day is without neighbours, and then the same for all.
  let meanOfAll: number | undefined
  const meanKwOfAll = (): number => (meanOfAll ??= meanOf(known.flatMap(({ kw }) => [...kw])))
  for (const day of wanted) {
    const own = byDay.get(day)
    const intervalMinutes = own?.intervalMinutes ?? nearest(known, day).intervalMinutes
    const slots = own?.kw ?? new Float32Array(1440 / intervalMinutes).fill(Number.NaN)
    const neighbours = neighboursOf(day, intervalMinutes, byDay, options)
    const meanOfDay = own && meanOf([...own.kw])
    const estimate = (slot: number): Estimate => {
      const alike = alikeAt(neighbours, slot)
      if (alike.length > 0) return { kw: meanOf(alike), method: 'same-slots' }
      if (meanOfDay !== undefined) return { kw: meanOfDay, method: 'day-mean' }
      return { kw: meanKwOfAll(), method: 'window-mean' }
    }
    energies.set(day, addUp(day, slots, intervalMinutes, options.timeOfUse(day), estimate))
  }
  return energies
}

interface Estimate {
  readonly kw: number
  readonly method: EstimateMethod
}

const hasReading = ({ kw }: SlotDay): boolean => kw.some(value => !Number.isNaN(value))

const nearest = (known: readonly SlotDay[], day: EpochDay): SlotDay =>
  known.reduce((best, one) => (Math.abs(one.day - day) < Math.abs(best.day - day) ? one : best))

/** Days of the same kind, the nearest first, of two as near the earlier. */
const neighboursOf = (
  day: EpochDay,
  intervalMinutes: number,
  byDay: ReadonlyMap<EpochDay, SlotDay>,
  { kindOf }: FillOptions,
): SlotDay[] => {
  const kind = kindOf(day)
  return daysAround(day).flatMap(other => {
    const one = byDay.get(other)
    return one?.intervalMinutes === intervalMinutes && kindOf(other) === kind ? [one] : []
  })
}

const alikeAt = (neighbours: readonly SlotDay[], slot: number): number[] => {
  const found: number[] = []
  for (const { kw } of neighbours) {
    if (!Number.isNaN(kw[slot]!)) found.push(kw[slot]!)
    if (found.length === FILL_BY_DAYS) break
  }
  return found
}

const meanOf = (values: readonly number[]): number => {
  const known = values.filter(value => !Number.isNaN(value))
  return known.reduce((sum, value) => sum + value, 0) / known.length
}

/** Each band is rounded to a whole Wh, measured and estimated apart, so that a day is the sum of its bands. */
const addUp = (
  day: EpochDay,
  kw: Float32Array,
  intervalMinutes: number,
  tou: TimeOfUse | undefined,
  estimate: (slot: number) => Estimate,
): DayEnergy => {
  const hours = intervalMinutes / 60
  const measured: Record<Band, number> = { ...NO_BANDS }
  const estimated: Record<Band, number> = { ...NO_BANDS }
  const methods = new Set<EstimateMethod>()
  for (let slot = 0; slot < kw.length; slot++) {
    const band = tou ? bandOf(tou, day, slot * hours) : '平'
    if (!Number.isNaN(kw[slot]!)) {
      measured[band] += kw[slot]! * hours
    } else {
      const { kw: guess, method } = estimate(slot)
      estimated[band] += guess * hours
      methods.add(method)
    }
  }
  const bands = { ...NO_BANDS }
  const estimatedBands = { ...NO_BANDS }
  for (const band of BANDS) {
    estimatedBands[band] = wattHoursOf(estimated[band])
    bands[band] = wattHoursOf(measured[band]) + estimatedBands[band]
  }
  const total = (of: Record<Band, number>): number => BANDS.reduce((sum, band) => sum + of[band], 0)
  return {
    ...{ day, wh: total(bands), estimatedWh: total(estimatedBands) },
    ...(tou ? { bands, estimatedBands } : { bands: null, estimatedBands: null }),
    basis: kw.every(value => Number.isNaN(value)) ? [] : ['interval'],
    estimates: [...methods],
  }
}
