import type { KnownSite } from '../../evaluate/inspection-backtest.ts'
import { addCurves } from './curve.ts'
import { drawFurnaceSite, furnaceCurve } from './furnaces.ts'
import { dayShiftWorks } from './lookalikes.ts'
import { createRandom } from './random.ts'
import { FIRST_DAY, featuresOf, registryOf } from './windows.ts'

const SLOTS_PER_HOUR = 4
const SUNDAY = 6
/** A furnace counts as at work from this share of its power on, as a mean over the hours. */
const AT_WORK_SHARE = 0.2

/** A furnace under a works, stopped in bursts of nights; every other one rests on the night from Sunday to Monday. */
export const drawKnownSite = (seed: number, days: number): KnownSite => {
  const random = createRandom(seed)
  const site = drawFurnaceSite(random, days)
  const furnace = furnaceCurve(random, site)
  if (seed % 2 === 0)
    for (let i = 0; i < furnace.kw.length; i++) {
      const hours = i / SLOTS_PER_HOUR - 12
      if (Math.floor(hours / 24) % 7 !== SUNDAY) continue
      furnace.kw[i] = 0
      furnace.kvar[i] = 0
    }
  const works = dayShiftWorks(random, days, site.kw * random.between(0.05, 0.3))
  return {
    days: featuresOf(addCurves(furnace, works)),
    registry: registryOf(),
    melts: (day, fromHour, toHour) => {
      const at = (hour: number): number => Math.round((24 * (day - FIRST_DAY) + hour) * SLOTS_PER_HOUR)
      const slots = furnace.kw.slice(at(fromHour), at(toHour))
      return slots.reduce((sum, kw) => sum + kw, 0) > AT_WORK_SHARE * site.kw * slots.length
    },
  }
}
