import type { EpochDay } from '../../schemas/day.ts'
import { furnaceCurve } from '../detectors/support/furnaces.ts'
import { createRandom } from '../detectors/support/random.ts'
import { type Sample, sample } from './readings.ts'

const SLOTS_PER_DAY = 96

/** A constructed furnace works: 1,200 kW, five to seven heats of 75 minutes nearly every night. */
export const furnaceSamples = (
  meterId: string,
  firstDay: EpochDay,
  days: number,
  { seed = 7, kw = 1_200 } = {},
): Sample[] => {
  const curve = furnaceCurve(createRandom(seed), {
    days,
    kw,
    heatMinutes: 75,
    gapMinutes: 15,
    dual: false,
    series: false,
    fromHour: 22,
    hours: 8,
    activeShare: 0.99,
  })
  return Array.from(curve.kw, (power, i) =>
    sample(firstDay + Math.floor(i / SLOTS_PER_DAY), i % SLOTS_PER_DAY, power, {
      meterId,
      kvar: curve.kvar[i]!,
    }),
  )
}

/** A shop: 40 kW from 09 to 21, 6 kW at night, with a little noise. */
export const shopSamples = (meterId: string, firstDay: EpochDay, days: number, seed = 3): Sample[] => {
  const random = createRandom(seed)
  return Array.from({ length: days * SLOTS_PER_DAY }, (_, i) => {
    const slot = i % SLOTS_PER_DAY
    const kw = (slot >= 36 && slot < 84 ? 40 : 6) * random.between(0.9, 1.1)
    return sample(firstDay + Math.floor(i / SLOTS_PER_DAY), slot, kw, { meterId })
  })
}
