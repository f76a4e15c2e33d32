import type { Meter } from '../../schemas/meter.ts'
import { createRandom } from '../detectors/support/random.ts'
import { meter } from './meters.ts'
import { MONDAY, type Sample, sample } from './readings.ts'

/** Days before and with the order to use less at peak hours. */
const DAYS_BEFORE = 14
const DAYS_WITH = 18
export const CURTAILMENT_DAYS = DAYS_BEFORE + DAYS_WITH
/** What the suspect may still use at peak hours. */
const LEFT = 0.2
const TRADES = ['3130', '4220', '5990', '1711']

const isPeak = (slot: number): boolean => (slot >= 44 && slot < 68) || (slot >= 80 && slot < 88)

/** Works whose load has a shape, and under the order stands at one level at every hour but the dear ones. */
const suspectKw = (day: number, slot: number): number => {
  if (day >= DAYS_BEFORE) return isPeak(slot) ? 300 * LEFT : 300
  return isPeak(slot) ? 420 : slot < 32 ? 210 : 300
}

const neighbourKw = (kind: number, slot: number): number => {
  if (kind % 3 === 0) return 120
  if (kind % 3 === 1) return slot >= 32 && slot < 88 ? 90 : 12
  return slot >= 36 && slot < 72 ? 200 : 60
}

/** A district of enterprises, flat ones among them, and M1; what each may use at peak hours under an order. */
export const curtailedDistrict = (
  neighbours: number,
  isDistrictWide: boolean,
): { meters: Meter[]; samples: Sample[] } => {
  const random = createRandom(17)
  const meters = [meter({ contractKva: 500 })]
  const samples: Sample[] = []
  const add = (
    meterId: string,
    kwAt: (day: number, slot: number) => number,
    noise: number,
    tan: number,
  ): void => {
    for (let day = 0; day < CURTAILMENT_DAYS; day++) {
      for (let slot = 0; slot < 96; slot++) {
        const kw = kwAt(day, slot) * random.between(1 - noise, 1 + noise)
        samples.push(sample(MONDAY + day, slot, kw, { meterId, kvar: kw * tan }))
      }
    }
  }
  add('M1', suspectKw, 0.01, 0.25)
  for (let i = 0; i < neighbours; i++) {
    const meterId = `N${i}`
    meters.push(meter({ meterId, contractKva: 315, industryCode: TRADES[i % TRADES.length]! }))
    const left = isDistrictWide ? random.between(0.12, 0.4) : 1
    const kwAt = (day: number, slot: number) =>
      neighbourKw(i, slot) * (day >= DAYS_BEFORE && isPeak(slot) ? left : 1)
    // Motors: a power factor of .85
    add(meterId, kwAt, 0.15, 0.62)
  }
  return { meters, samples }
}
