import Big from 'big.js'
import type { EpochDay } from '../../schemas/day.ts'
import type { StoredRegister } from '../adapters/history/index.ts'
import { registerUse } from '../process/index.ts'
import { daysOfCycle } from './cycle-days.ts'
import type { DayEnergy } from './energy.ts'

/**
 * Energy by days from registers at midnights, ascending: the difference of two of one meter, times its multiplier, summed
 * over the meters of the point. Where midnights between are missing the stretch is a cycle, shared out by its mean day,
 * and parted where the multiplier changed: `multiplierOn` tells it of a meter's day, undefined when it is not known.
 */
export const energyOfRegisters = (
  rows: readonly StoredRegister[],
  multiplierOn: (meterId: string, day: EpochDay) => number | undefined,
): Map<EpochDay, DayEnergy> => {
  const sums = new Map<EpochDay, DayEnergy>()
  const told = rows.filter(({ total }) => !Number.isNaN(total))
  for (const own of Map.groupBy(told, ({ source }) => source.meterId).values()) {
    for (let i = 1; i < own.length; i++) {
      for (const energy of between(own[i - 1]!, own[i]!, multiplierOn)) {
        const sum = sums.get(energy.day)
        const basis = [...new Set([...(sum?.basis ?? []), ...energy.basis])]
        sums.set(energy.day, { ...energy, wh: (sum?.wh ?? 0) + energy.wh, basis })
      }
    }
  }
  return sums
}

/** The days between two midnights of one meter; none when its register began again and nobody can tell from where. */
const between = (
  start: StoredRegister,
  end: StoredRegister,
  multiplierOn: (meterId: string, day: EpochDay) => number | undefined,
): DayEnergy[] => {
  const units = unitsBetween(start.total, end.total)
  // A register of the primary side goes on from none of the secondary side.
  const isPrimary = end.source.multiplier === null
  if (units === undefined || isPrimary !== (start.source.multiplier === null)) return []
  const [from, days] = [start.day + 1, end.day - start.day]
  const factorOn = (day: EpochDay): number => {
    if (isPrimary) return 1
    return day === end.day
      ? end.source.multiplier!
      : (multiplierOn(end.source.meterId, day) ?? end.source.multiplier!)
  }
  return partsOf(from, end.day, factorOn).flatMap(part => {
    const length = part.to - part.from + 1
    const kwh = units.times(part.factor).times(length).div(days)
    const wh = kwh.times(1000).round(0, Big.roundHalfUp).toNumber()
    const parted = daysOfCycle({ from: part.from, to: part.to, wh })
    return days === 1 ? parted.map(one => ({ ...one, basis: ['register' as const] })) : parted
  })
}

/** The difference of what was read, digit by digit. */
const unitsBetween = (start: number, end: number): Big | undefined => {
  if (end >= start) return new Big(end).minus(start)
  const rolled = registerUse(start, end)
  return Number.isNaN(rolled) ? undefined : new Big(rolled)
}

/** The stretches of days on which one multiplier holds. */
const partsOf = (from: EpochDay, to: EpochDay, factorOn: (day: EpochDay) => number) => {
  const parts: { from: EpochDay; to: EpochDay; factor: number }[] = []
  for (let day = from; day <= to; day++) {
    const factor = factorOn(day)
    const last = parts.at(-1)
    if (last?.factor === factor) last.to = day
    else parts.push({ from: day, to: day, factor })
  }
  return parts
}
