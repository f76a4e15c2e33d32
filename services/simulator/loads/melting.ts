import { weekdayOf } from '../../../schemas/day.ts'
import { type Load, MINUTES_PER_DAY, meansOf, reactiveRatio, type Site } from '../curve.ts'
import type { Random } from '../random.ts'

/** A coreless medium-frequency induction furnace and its working hours. */
export interface Furnace {
  /** Power the supply is limited to, kW */
  readonly ratedKw: number
  /** Metal of one heat, t */
  readonly chargeTonnes: number
  /** Electricity for a tonne of molten metal, kWh: 550 to 700 for steel and iron */
  readonly kwhPerTonne: number
  /** Median pause between two heats, minutes, and its spread on the logarithm */
  readonly gapMinutes: number
  readonly gapSpread: number
  /** `dual`: one supply feeds two crucibles (一拖二), so one melts while the other pours and is charged */
  readonly output: 'single' | 'dual'
  /** Hours of the local day; past 24 when the work runs over midnight */
  readonly fromHour: number
  readonly toHour: number
  /** Whether work starts on a day: days since the first, and 0 = Sunday … 6 = Saturday */
  readonly worksOn: (day: number, weekday: number, random: Random) => boolean
}

/**
 * A heat's power over its time, as shares of both: cold charge and ramp, plateau, then flat at the supply's
 * limit. Shape parameters measured on a public recording of a 450 kW furnace, pawakrai/smart-factory-ds, MIT.
 */
const HEAT_SHAPE: readonly (readonly [number, number])[] = [
  [0, 0.24],
  [0.1, 0.45],
  [0.2, 0.77],
  [0.38, 0.8],
  [0.5, 1],
  [1, 1],
]
/** Cold metal is added once to three times; the power falls for minutes. Same source. */
const TOP_UP = { most: 3, from: 0.36, to: 0.6, minutes: [3, 7], depth: [0.15, 0.55] } as const
/** Power factor by level, from the same source, as kvar per kW: .61 in holding, .90 half way, .97 at power. */
const REACTIVE_BY_LEVEL: readonly (readonly [number, number])[] = [
  [0.03, 1.4],
  [0.12, 1.3],
  [0.35, 0.48],
  [0.6, 0.25],
  [1, 0.22],
]
/** Energy of a heat varies by 6 %, the flat top by 1 % within a heat and between heats. */
const VARIATION = { energy: 0.06, flatTop: 0.01 }
/** With two crucibles the second takes what the first leaves, but for minutes of switching over. */
const DUAL = { floor: [0.82, 0.9], dipFloor: 0.62, switchMinutes: [2, 5], switchLevel: [0.3, 0.5] } as const
/** Cooling-water pumps and tower: share of the rated power, running on after the last heat. */
const COOLING = { share: 0.04, tailMinutes: [60, 100], powerFactor: 0.85 } as const

const interpolate = (points: readonly (readonly [number, number])[], x: number): number => {
  const right = points.findIndex(([at]) => at >= x)
  if (right === -1) return points.at(-1)![1]
  if (right === 0) return points[0]![1]
  const [x0, y0] = points[right - 1]!
  const [x1, y1] = points[right]!
  return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0)
}

const topUps = (shape: Float64Array, output: Furnace['output'], random: Random): void => {
  const count = 1 + Math.floor(random.next() * TOP_UP.most)
  for (let i = 0; i < count; i++) {
    const start = Math.floor(shape.length * random.between(TOP_UP.from, TOP_UP.to))
    const end = Math.min(shape.length, start + Math.round(random.between(...TOP_UP.minutes)))
    const depth = random.between(...TOP_UP.depth)
    shape.fill(output === 'dual' ? Math.max(depth, DUAL.dipFloor) : depth, start, end)
  }
}

const shareByTheOther = (shape: Float64Array, random: Random): void => {
  const floor = random.between(...DUAL.floor)
  shape.forEach((level, i) => {
    if (level < floor && i < 0.5 * shape.length) shape[i] = Math.max(level, floor)
  })
  shape.fill(random.between(...DUAL.switchLevel), 0, Math.round(random.between(...DUAL.switchMinutes)))
}

/** One heat, minute by minute, as shares of the rated power. */
const heatShape = (minutes: number, output: Furnace['output'], random: Random): Float64Array => {
  const shape = Float64Array.from({ length: minutes }, (_, i) => interpolate(HEAT_SHAPE, (i + 0.5) / minutes))
  if (output === 'dual') shareByTheOther(shape, random)
  topUps(shape, output, random)
  const top = random.normal(1 - VARIATION.flatTop, VARIATION.flatTop)
  return shape.map(level => Math.min(1.02, level * random.normal(top, VARIATION.flatTop)))
}

/** A heat that takes its energy: kWh = t × kWh/t, whatever its top-ups cost in time. */
export const heatKw = (furnace: Furnace, random: Random): Float64Array => {
  const kwh = furnace.chargeTonnes * furnace.kwhPerTonne * random.normal(1, VARIATION.energy)
  const shape = heatShape(Math.round((kwh / furnace.ratedKw / 0.8) * 60), furnace.output, random)
  const shapeKwh = shape.reduce((sum, level) => sum + (level * furnace.ratedKw) / 60, 0)
  const minutes = Math.max(1, Math.round((shape.length * kwh) / shapeKwh))
  const stretched = Float64Array.from(
    { length: minutes },
    (_, i) => shape[Math.floor((i * shape.length) / minutes)]! * furnace.ratedKw,
  )
  return stretched
}

/** Heats one after another between two minutes; a heat that would end too late is not begun. */
const campaign = (kw: Float64Array, start: number, end: number, furnace: Furnace, random: Random): number => {
  let minute = start
  for (;;) {
    const heat = heatKw(furnace, random)
    if (minute + heat.length > Math.min(end, kw.length)) return minute
    kw.set(heat, minute)
    minute += heat.length
    if (furnace.output === 'single')
      minute += Math.round(random.lognormal(furnace.gapMinutes, furnace.gapSpread))
  }
}

const workingDays = (furnace: Furnace, site: Site): readonly number[] =>
  Array.from({ length: site.days }, (_, day) => day).filter(day =>
    furnace.worksOn(day, weekdayOf(site.firstDay + day), site.random),
  )

/** A furnace with its cooling pumps. Starts and ends of the work vary by some 20 minutes. */
export const melting =
  (furnace: Furnace): Load =>
  site => {
    const furnaceKw = new Float64Array(site.days * MINUTES_PER_DAY)
    const coolingKw = new Float64Array(furnaceKw.length)
    for (const day of workingDays(furnace, site)) {
      const random = site.random.fork(`day ${day}`)
      const edge = () => Math.round(random.normal(0, 10))
      const start = Math.max(0, day * MINUTES_PER_DAY + furnace.fromHour * 60 + edge())
      const end = day * MINUTES_PER_DAY + furnace.toHour * 60 + edge()
      const last = campaign(furnaceKw, start, end, furnace, random)
      const tail = Math.round(random.between(...COOLING.tailMinutes))
      coolingKw.fill(COOLING.share * furnace.ratedKw, start, Math.min(last + tail, coolingKw.length))
    }
    const kvar = furnaceKw.map(
      (kw, i) =>
        kw * interpolate(REACTIVE_BY_LEVEL, kw / furnace.ratedKw) +
        coolingKw[i]! * reactiveRatio(COOLING.powerFactor),
    )
    const kw = furnaceKw.map((value, i) => value + coolingKw[i]!)
    return { intervalMinutes: 15, kw: meansOf(kw, 15), kvar: meansOf(kvar, 15) }
  }
