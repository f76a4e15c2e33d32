import type { Random } from '../../../services/simulator/random.ts'
import { clamp, whole } from './draw.ts'
import type { Furnace } from './furnace.ts'
import { drawHeatStyle } from './heat.ts'
import type { Site } from './world.ts'

type Physics = Omit<Furnace, 'fromHour' | 'toHour' | 'active' | 'edgeMinutes'>

/**
 * The furnace itself. A rectifier with phase control loses power factor with its voltage (the measured .61, .90,
 * .972), a diode rectifier does not.
 */
export const drawFurnace = (random: Random, dual: boolean, ratedKw: number): Physics => {
  const diode = random.chance(0.25)
  const full = diode ? random.between(0.95, 0.985) : random.between(0.9, 0.975)
  const heatMinutes = clamp(random.lognormal(60, 0.35), 26, 130)
  return {
    ratedKw,
    heatMinutes,
    heatSpread: random.between(0.04, 0.14),
    gapMinutes: dual
      ? random.between(2, 15)
      : random.chance(0.2)
        ? random.between(25, 55)
        : random.between(7, 25),
    gapSpread: random.between(0.2, 0.65),
    style: drawHeatStyle(random, dual),
    coolingShare: random.between(0.02, 0.06),
    tailMinutes: random.between(20, 130),
    restShare: random.chance(0.35) ? random.between(0.003, 0.015) : 0,
    powerFactors: [
      diode ? random.between(0.88, 0.96) : random.between(0.5, 0.75),
      diode ? full - 0.01 : random.between(0.78, 0.92),
      full,
    ],
  }
}

/** Working nights in runs with stops between them, so that about `share` of them are worked. */
export const stopBursts = (random: Random, days: number, share: number): boolean[] => {
  const meanStop = random.between(1, 4)
  const stop = (1 - share) / share / meanStop
  let working = random.chance(share)
  return Array.from({ length: days }, () => {
    working = working ? !random.chance(stop) : random.chance(1 / meanStop)
    return working
  })
}

/** A campaign of a few nights, most of them in a row. */
export const fewNights = (random: Random, days: number): boolean[] => {
  const nights = whole(random, 3, 9)
  const start = whole(random, 4, days - 14)
  const active = Array.from({ length: days }, () => false)
  for (let day = start, left = nights; left > 0 && day < days; day++) {
    if (random.chance(0.2)) continue
    active[day] = true
    left--
  }
  return active
}

/** Nobody melts before `onset`, nor at long holidays for most, but who has little else works through them. */
export const withOnset = (active: boolean[], onset: number, { world, random }: Site): boolean[] => {
  const stopsAtHoliday = random.chance(0.8)
  const [first, last] = world.longHoliday ?? [world.days, -1]
  const begun = active.map((works, day) => works && day >= onset)
  const stopped = begun.map((works, day) => works && !(day >= first && day <= last))
  return stopsAtHoliday && stopped.filter(Boolean).length >= 3 ? stopped : begun
}
