import { meansOf, reactiveRatio } from '../../../services/simulator/curve.ts'
import type { Random } from '../../../services/simulator/random.ts'
import type { Curve } from './curve.ts'
import { type HeatStyle, heatLevels } from './heat.ts'
import { type Site, SLOTS } from './world.ts'

const MINUTES = 1_440

/** An induction furnace and the hours it works. */
export interface Furnace {
  readonly ratedKw: number
  readonly heatMinutes: number
  readonly heatSpread: number
  /** Median pause between heats, minutes, and the spread of its logarithm */
  readonly gapMinutes: number
  readonly gapSpread: number
  readonly style: HeatStyle
  /** Hours of the local day; `toHour` past 24 runs over midnight */
  readonly fromHour: number
  readonly toHour: number
  readonly edgeMinutes: number
  /** Whether work starts on each day of the period */
  readonly active: readonly boolean[]
  /** Pumps and tower: share of the rated power, minutes after the last heat, and the share that never stops */
  readonly coolingShare: number
  readonly tailMinutes: number
  readonly restShare: number
  /** Power factor in charging, half way and at power */
  readonly powerFactors: readonly [holding: number, partial: number, full: number]
}

/** kvar over kW by level: steps of the measured table (3-20 %, 20-50 %, above), joined by straight lines. */
const ratioAt = ([holding, partial, full]: Furnace['powerFactors'], level: number): number => {
  const [a, b, c] = [reactiveRatio(holding), reactiveRatio(partial), reactiveRatio(full)]
  if (level < 0.12) return a
  if (level < 0.35) return a + ((b - a) * (level - 0.12)) / 0.23
  return level < 0.6 ? b + ((c - b) * (level - 0.35)) / 0.25 : c
}

/** Heats from `start` on; one that would run far past `end` is not begun. Answers the minute of the last pouring. */
const session = (kw: Float64Array, start: number, end: number, furnace: Furnace, random: Random): number => {
  let minute = Math.max(0, start)
  for (;;) {
    const minutes = furnace.heatMinutes * random.lognormal(1, furnace.heatSpread)
    if (minute + 0.8 * minutes > Math.min(end, kw.length)) return minute
    const heat = heatLevels(furnace.style, minutes, random)
    for (let i = 0; i < heat.length && minute + i < kw.length; i++)
      kw[minute + i] = heat[i]! * furnace.ratedKw
    minute += heat.length
    const pause = Math.round(random.lognormal(furnace.gapMinutes, furnace.gapSpread))
    const idle = furnace.style.floor * furnace.ratedKw
    for (let i = minute; i < Math.min(minute + pause, end, kw.length); i++)
      kw[i] = idle * random.normal(1, 0.01)
    minute += pause
  }
}

const fillWhere = (column: Float64Array, from: number, to: number, value: number): void => {
  column.fill(value, Math.max(0, from), Math.max(0, Math.min(column.length, to)))
}

/** The furnace with its cooling water. */
export const furnaceLoad = (site: Site, furnace: Furnace): Curve => {
  const melting = new Float64Array(site.world.days * MINUTES)
  const cooling = new Float64Array(melting.length)
  for (const [day, works] of furnace.active.entries()) {
    if (!works) continue
    const random = site.random.fork(`day ${day}`)
    const edge = () => Math.round(random.normal(0, furnace.edgeMinutes))
    const start = day * MINUTES + Math.round(furnace.fromHour * 60) + edge()
    const end = day * MINUTES + Math.round(furnace.toHour * 60) + edge()
    const last = session(melting, start, end, furnace, random)
    const tail = Math.round(furnace.tailMinutes * random.between(0.6, 1.4))
    fillWhere(cooling, start, last + tail, furnace.coolingShare * furnace.ratedKw)
  }
  const first = furnace.active.indexOf(true)
  if (first >= 0)
    for (let m = first * MINUTES; m < cooling.length; m++)
      cooling[m] = Math.max(cooling[m]!, furnace.restShare * furnace.ratedKw)
  const motors = reactiveRatio(0.83)
  const kvar = melting.map(
    (kw, m) => kw * ratioAt(furnace.powerFactors, kw / furnace.ratedKw) + cooling[m]! * motors,
  )
  return {
    kw: meansOf(
      melting.map((kw, m) => kw + cooling[m]!),
      MINUTES / SLOTS,
    ),
    kvar: meansOf(kvar, MINUTES / SLOTS),
  }
}
