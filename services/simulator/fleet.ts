import { dayStartMs, type EpochDay, MS_PER_MINUTE, shanghaiText } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import { type Curve, SLOTS_PER_DAY } from './curve.ts'
import { meterOf, rosterPlans } from './district.ts'
import type { Plan, Truth } from './plan.ts'
import { createRandom, type Random } from './random.ts'
import { outdoorTemperature } from './weather.ts'

interface FleetSize {
  readonly meters: number
  readonly days: number
  readonly seed: number
  readonly firstDay: EpochDay
}

export interface Fleet {
  readonly meters: readonly Meter[]
  /** What each meter of `meters` really does */
  readonly truths: readonly Truth[]
  /** Lines in the file, the header not counted */
  readonly lines: number
  /**
   * The readings as CSV text in chunks, header `meter_id,ts,kw,kvar` first; `time`: all meters of a slot before
   * the next slot, `meter`: a meter's whole period before the next one's. The lines are the same.
   */
  csv(order: 'time' | 'meter'): Generator<string>
}

/** A curve of the district's kinds that several meters vary. */
interface Template {
  readonly plan: Plan
  readonly curve: Curve
}

interface Member {
  readonly meter: Meter
  readonly truth: Truth
  readonly curve: Curve
  readonly scale: number
  readonly noiseSeed: number
  /** Peak-to-peak noise, relative */
  readonly noise: number
}

/** One meter in 200 is a suspect. */
const SUSPECT_EVERY = 200

const templates = ({ firstDay, days }: FleetSize, random: Random): readonly Template[] => {
  const temperature = outdoorTemperature(firstDay, days, random.fork('weather'))
  return rosterPlans(random.fork('order'))
    .map(plan => ({
      plan,
      curve: plan.load({ firstDay, days, temperature, random: random.fork(plan.name) }),
    }))
    .filter(({ curve }) => curve.intervalMinutes === 15)
}

const members = (size: FleetSize): readonly Member[] => {
  const random = createRandom(size.seed)
  const all = templates(size, random.fork('templates'))
  const legal = all.filter(({ plan }) => plan.truth === 'legal')
  const suspects = all.filter(({ plan }) => plan.truth !== 'legal')
  return Array.from({ length: size.meters }, (_, i) => {
    const isSuspect = i % SUSPECT_EVERY === SUSPECT_EVERY / 2
    const pool = isSuspect ? suspects : legal
    const { plan, curve } = pool[(isSuspect ? Math.floor(i / SUSPECT_EVERY) : i) % pool.length]!
    const scale = random.between(0.7, 1.3)
    const meter = meterOf({ ...plan, contractKva: Math.ceil(plan.contractKva * scale) }, i + 1, 15)
    const noise = random.between(0.02, 0.05)
    return { meter, truth: plan.truth, curve, scale, noise, noiseSeed: Math.floor(random.next() * 2 ** 31) }
  })
}

/** A factor around 1 that depends on meter and slot alone, so that both orders give the same lines. */
const factorOf = (member: Member, slot: number): number => {
  let mixed = Math.imul(member.noiseSeed ^ slot, 0x9e3779b1)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x85ebca6b)
  return member.scale * (1 + member.noise * (((mixed ^ (mixed >>> 13)) >>> 0) / 4_294_967_296 - 0.5))
}

/** Two decimals; `toFixed` takes several times as long. */
const decimals = (value: number): string => {
  const hundredths = Math.round(Math.abs(value) * 100)
  const rest = hundredths % 100
  const whole = (hundredths - rest) / 100
  const sign = value < 0 && hundredths > 0 ? '-' : ''
  return rest < 10 ? `${sign}${whole}.0${rest}` : `${sign}${whole}.${rest}`
}

const line = (member: Member, slot: number, ts: string): string => {
  const { kw, kvar } = member.curve
  const factor = factorOf(member, slot)
  const reactive = kvar ? decimals(kvar[slot]! * factor) : ''
  return `${member.meter.meterId},${ts},${decimals(kw[slot]! * factor)},${reactive}\n`
}

/**
 * Many meters, each a variation of one of the district's kinds, for measuring: cheap, and equal for equal
 * arguments. All record 15 minutes.
 */
export const makeFleet = (size: FleetSize): Fleet => {
  const all = members(size)
  const firstMs = dayStartMs(size.firstDay)
  const slots = size.days * SLOTS_PER_DAY
  const ts = Array.from({ length: slots }, (_, slot) =>
    shanghaiText(firstMs + (slot + 1) * 15 * MS_PER_MINUTE),
  )
  return {
    meters: all.map(({ meter }) => meter),
    truths: all.map(({ truth }) => truth),
    lines: size.meters * slots,
    *csv(order) {
      yield 'meter_id,ts,kw,kvar\n'
      const [outer, inner] = order === 'time' ? [slots, all.length] : [all.length, slots]
      for (let i = 0; i < outer; i++) {
        let chunk = ''
        for (let k = 0; k < inner; k++) {
          const [slot, meter] = order === 'time' ? [i, k] : [k, i]
          chunk += line(all[meter]!, slot, ts[slot]!)
        }
        yield chunk
      }
    },
  }
}
