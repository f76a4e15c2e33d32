import type { EpochDay } from '../../schemas/day.ts'
import type { DayEnergy } from './energy.ts'

/** How far around a day others are looked at to estimate it, days. */
export const FILL_WITHIN_DAYS = 28
/** How many of them are averaged. */
export const FILL_BY_DAYS = 4

/** Days around one, the nearest first, of two as near the earlier. */
export const daysAround = (day: EpochDay): EpochDay[] =>
  Array.from({ length: FILL_WITHIN_DAYS }, (_, i) => [day - i - 1, day + i + 1]).flat()

/**
 * Estimates the wanted days that are not known from the energy of those that are: by the mean of the nearest four days of
 * the same kind within 28 days, else by the mean of all. Without any they stay unknown.
 */
export const fillDays = (
  known: ReadonlyMap<EpochDay, DayEnergy>,
  wanted: readonly EpochDay[],
  kindOf: (day: EpochDay) => string,
): Map<EpochDay, DayEnergy> => {
  const days = new Map<EpochDay, DayEnergy>()
  for (const day of wanted) {
    const energy = known.get(day) ?? estimated(known, day, kindOf)
    if (energy) days.set(day, energy)
  }
  return days
}

const estimated = (
  known: ReadonlyMap<EpochDay, DayEnergy>,
  day: EpochDay,
  kindOf: (day: EpochDay) => string,
): DayEnergy | undefined => {
  if (known.size === 0) return undefined
  const alike = daysAround(day)
    .filter(other => known.has(other) && kindOf(other) === kindOf(day))
    .slice(0, FILL_BY_DAYS)
  const by = alike.length > 0 ? alike.map(other => known.get(other)!) : [...known.values()]
  const wh = Math.round(by.reduce((sum, one) => sum + one.wh, 0) / by.length)
  return {
    ...{ day, wh, estimatedWh: wh, bands: null, estimatedBands: null, basis: [] },
    estimates: [alike.length > 0 ? 'same-kind-days' : 'window-mean'],
  }
}
