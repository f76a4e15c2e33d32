import type { Random } from '../../../services/simulator/random.ts'
import type { Curve } from './curve.ts'
import { pick } from './draw.ts'
import { ANY_HOST, recordedLoad } from './recorded.ts'
import { shift, type Works, worksLoad } from './works.ts'
import type { Site } from './world.ts'

const flat24 = (level: number): number[] => Array.from({ length: 24 }, () => level)
const joined = (...shifts: readonly number[][]): number[] =>
  flat24(0).map((_, hour) => Math.max(...shifts.map(each => each[hour]!)))

/** Hours of ordinary trades. */
export const HOURS = {
  office: (random: Random) => shift(8 + random.between(-0.5, 1), 18 + random.between(-0.5, 2)),
  shop: (random: Random) => shift(9 + random.between(0, 1), 21 + random.between(0, 1.5), 0),
  restaurant: (random: Random) => joined(shift(10, 14.5, 0), shift(16.5, 21.5 + random.between(0, 3), 0)),
  hotel: (random: Random) => joined(flat24(random.between(0.3, 0.6)), shift(17, 24, 0), shift(6, 9.5, 0)),
  'one-shift': (random: Random) => shift(7.5 + random.between(-1, 1), 17.5 + random.between(-1, 2), 0.5),
  'two-shift': (random: Random) => shift(6 + random.between(0, 2), 23 + random.between(-1.5, 1), 0.25),
  'three-shift': () => flat24(1),
  'net-cafe': (random: Random) => joined(flat24(random.between(0.5, 0.8)), shift(13, 25, 0)),
  clinic: (random: Random) => joined(flat24(random.between(0.35, 0.6)), shift(7.5, 18)),
} as const

export type Hours = keyof typeof HOURS

const MACHINES: readonly Hours[] = ['one-shift', 'two-shift', 'three-shift']

/** An ordinary enterprise with these hours. */
export const drawWorks = (random: Random, hours: Hours, meanKw: number): Works => {
  const isWorks = MACHINES.includes(hours)
  const saturday = isWorks
    ? random.chance(0.5)
      ? 1
      : random.between(0, 0.6)
    : hours === 'office'
      ? random.between(0, 0.5)
      : random.between(0.8, 1.3)
  const high = random.between(isWorks ? 0.8 : 0.87, isWorks ? 0.96 : 0.985)
  return {
    meanKw,
    hours: HOURS[hours](random),
    base: random.between(0.03, hours === 'hotel' || hours === 'clinic' ? 0.5 : 0.35),
    saturday,
    sunday: isWorks || hours === 'office' ? saturday * random.between(0.1, 1) : saturday,
    holiday: isWorks ? random.between(0, 0.3) : random.between(0.2, 1.2),
    noise: random.between(0.015, isWorks ? 0.14 : 0.07),
    dayNoise: random.between(0.02, 0.1),
    machines: isWorks && random.chance(0.7) ? Math.round(random.between(2, 10)) : 0,
    machineShare: random.between(0.05, 0.3),
    coolPerK: random.between(0, isWorks ? 0.02 : 0.07),
    heatPerK: random.between(0, isWorks ? 0.015 : 0.05),
    powerFactorHigh: high,
    powerFactorLow: high - random.between(-0.02, 0.3),
  }
}

export const ordinaryWorks = (site: Site, meanKw: number): Curve =>
  worksLoad(site, drawWorks(site.random, pick(site.random, Object.keys(HOURS) as Hours[]), meanKw))

/** A legal load of `meanKw` that something may hide in: recorded, or of an ordinary trade. */
export const anyHost = (site: Site, meanKw: number): Curve =>
  site.random.chance(0.65) ? recordedLoad(site, ANY_HOST, meanKw) : ordinaryWorks(site, meanKw)
