import type { EpochDay } from '../../schemas/day.ts'
import type { QualityMark } from '../../schemas/quality.ts'
import type { StoredRegister } from '../adapters/history/index.ts'

/** What a point used in a day by its registers, kWh on the primary side. NaN = not known. */
export interface RegisterEnergy {
  readonly day: EpochDay
  readonly kwh: number
  readonly sharpKwh: number
  readonly peakKwh: number
  readonly flatKwh: number
  readonly valleyKwh: number
  readonly maxKw: number
  readonly marks: readonly QualityMark[]
}

const PERIODS = ['total', 'sharp', 'peak', 'flat', 'valley'] as const
/** A register that begins again stood in the last tenth of its digits before, and in the first tenth after. */
const ROLLOVER_SHARE = 0.1
/** A day of nothing and then one of about two days' energy: the register was sent twice. */
const DOUBLE = { from: 1.6, to: 2.4 }
const TEN = { from: 8, to: 12.5 }

/**
 * Energy of the days from `from` on, from registers at the midnights that end days, ascending; the day before `from`
 * is needed for its first. A day is the difference of two midnights of one meter, times its multiplier.
 */
export const energyOfDays = (rows: readonly StoredRegister[], from: EpochDay): RegisterEnergy[] => {
  const byDay = Map.groupBy(rows, ({ day }) => day)
  const days = [...byDay.keys()].filter(day => day >= from)
  const energies = days.map(day => energyOf(byDay.get(day)!, byDay.get(day - 1) ?? [], day))
  return energies.map((energy, i) => ({
    ...energy,
    marks: [...energy.marks, ...marksAmong(energies[i - 1], energy, energies[i + 1])],
  }))
}

const energyOf = (
  today: readonly StoredRegister[],
  yesterday: readonly StoredRegister[],
  day: EpochDay,
): RegisterEnergy => {
  const pair = pairOf(today, yesterday)
  const end = pair?.end ?? today[0]!
  const factor = end.source.multiplier ?? 1
  const [kwh, sharpKwh, peakKwh, flatKwh, valleyKwh] = PERIODS.map(name =>
    pair ? used(pair.start[name], pair.end[name]) * factor : Number.NaN,
  ) as [number, number, number, number, number]
  const rolled = pair && PERIODS.some(name => rollsOver(pair.start[name], pair.end[name]))
  const exchanged = yesterday.length > 0 && (!pair || pair.end.total < pair.start.total)
  const marks: QualityMark[] = [
    ...(yesterday.length === 0 ? (['gap'] as const) : []),
    ...(rolled ? (['rollover'] as const) : []),
    ...(exchanged && !rolled ? (['exchange'] as const) : []),
  ]
  return { day, kwh, sharpKwh, peakKwh, flatKwh, valleyKwh, maxKw: end.maxKw * factor, marks }
}

/** The two midnights of one meter; of several that stood there, of the one that ran. */
const pairOf = (
  today: readonly StoredRegister[],
  yesterday: readonly StoredRegister[],
): { start: StoredRegister; end: StoredRegister } | undefined => {
  const pairs = today.flatMap(end => {
    const start = yesterday.find(({ source }) => source.meterId === end.source.meterId)
    return start ? [{ start, end }] : []
  })
  return pairs.find(({ start, end }) => end.total > start.total) ?? pairs[0]
}

/** The highest value of a register with as many digits before the point as `value` has, plus one. */
const fullScale = (value: number): number => 10 ** Math.max(1, Math.ceil(Math.log10(value + 1)))

const rollsOver = (start: number, end: number): boolean =>
  end < start && start >= (1 - ROLLOVER_SHARE) * fullScale(start) && end <= ROLLOVER_SHARE * fullScale(start)

const used = (start: number, end: number): number => {
  if (end >= start) return end - start
  return rollsOver(start, end) ? end + fullScale(start) - start : Number.NaN
}

const marksAmong = (
  before: RegisterEnergy | undefined,
  { day, kwh }: RegisterEnergy,
  after: RegisterEnergy | undefined,
): QualityMark[] => {
  const marks: QualityMark[] = []
  const [last, next] = [
    before?.day === day - 1 ? before.kwh : Number.NaN,
    after?.day === day + 1 ? after.kwh : Number.NaN,
  ]
  if (last > 0 && kwh === 0 && within(next / last, DOUBLE)) marks.push('repeated-register')
  if (last > 0 && next > 0 && within(kwh / last, TEN) && within(kwh / next, TEN)) marks.push('times-ten')
  if (kwh > 0 && within(last / kwh, TEN) && within(next / kwh, TEN)) marks.push('times-ten')
  return marks
}

const within = (ratio: number, { from, to }: { from: number; to: number }): boolean =>
  ratio >= from && ratio <= to
