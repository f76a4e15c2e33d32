import type { RegisterDay } from '../../detectors/index.ts'
import type { EpochDay } from '../../schemas/day.ts'
import type { QualityMark } from '../../schemas/quality.ts'
import type { StoredRegister } from '../adapters/history/index.ts'
import type { FillingDay } from './slot-rule.ts'

/** What a point used in a day by its registers, and what is odd about them. */
export interface RegisterEnergy extends RegisterDay {
  readonly marks: readonly QualityMark[]
}

/** A day that is to be judged: a curve, or, where there is none, registers. */
export type ClosedDay = FillingDay | RegisterEnergy

const PERIODS = ['total', 'sharp', 'peak', 'flat', 'valley'] as const
/** A register that begins again stood in the last tenth of its digits before, and in the first tenth after. */
const ROLLOVER_SHARE = 0.1
/** No meter has fewer digits before the point. */
const DIGITS_AT_LEAST = 4
/** A day of nothing, one of about two days' energy, and then one as before: the register was sent twice. */
const DOUBLE = { from: 1.6, to: 2.4 }
const ALIKE = { from: 0.6, to: 1.4 }
const TEN = { from: 8, to: 12.5 }

/**
 * Energy of the days from `from` on, from registers at the midnights that end days, ascending. A day is the
 * difference of two midnights of one meter, times its multiplier, summed over the meters that stood there at both.
 * The midnight two days before `from` is needed for the energy around its first day, by which it is marked.
 */
export const energyOfDays = (rows: readonly StoredRegister[], from: EpochDay): RegisterEnergy[] => {
  const byDay = Map.groupBy(rows, ({ day }) => day)
  const energies = new Map(
    [...byDay].map(([day, today]) => [day, energyOf(today, byDay.get(day - 1) ?? [], day)]),
  )
  const kwhOf = (day: EpochDay): number => energies.get(day)?.kwh ?? Number.NaN
  return [...energies.values()]
    .filter(({ day }) => day >= from)
    .map(energy => ({ ...energy, marks: [...energy.marks, ...marksAmong(kwhOf, energy.day)] }))
}

/** Energy of one day, with the marks that the registers alone tell. `rows` hold those of it and of the day before. */
export const energyOfDay = (rows: readonly StoredRegister[], day: EpochDay): RegisterEnergy =>
  energyOf(
    rows.filter(row => row.day === day),
    rows.filter(row => row.day === day - 1),
    day,
  )

const energyOf = (
  today: readonly StoredRegister[],
  yesterday: readonly StoredRegister[],
  day: EpochDay,
): RegisterEnergy => {
  const pairs = pairsOf(today, yesterday)
  const [kwh, sharpKwh, peakKwh, flatKwh, valleyKwh] = PERIODS.map(name => sumOf(pairs, name)) as [
    number,
    number,
    number,
    number,
    number,
  ]
  return {
    day,
    kwh,
    sharpKwh,
    peakKwh,
    flatKwh,
    valleyKwh,
    maxKw: highestOf(today),
    marks: yesterday.length === 0 ? ['gap'] : marksOf(pairs, today),
  }
}

/** The two midnights of one meter. */
interface Pair {
  readonly start: StoredRegister
  readonly end: StoredRegister
}

const pairsOf = (today: readonly StoredRegister[], yesterday: readonly StoredRegister[]): Pair[] =>
  today.flatMap(end => {
    const start = yesterday.find(({ source }) => source.meterId === end.source.meterId)
    return start ? [{ start, end }] : []
  })

const sumOf = (pairs: readonly Pair[], name: (typeof PERIODS)[number]): number =>
  pairs.length === 0
    ? Number.NaN
    : pairs.reduce((sum, { start, end }) => sum + registerUse(start[name], end[name]) * factorOf(end), 0)

const factorOf = ({ source }: StoredRegister): number => source.multiplier ?? 1

const highestOf = (today: readonly StoredRegister[]): number => {
  const told = today.map(row => row.maxKw * factorOf(row)).filter(value => !Number.isNaN(value))
  return told.length === 0 ? Number.NaN : Math.max(...told)
}

const marksOf = (pairs: readonly Pair[], today: readonly StoredRegister[]): QualityMark[] => {
  const rolled = pairs.some(({ start, end }) => PERIODS.some(name => rollsOver(start[name], end[name])))
  const restarted = pairs.some(
    ({ start, end }) => end.total < start.total && !rollsOver(start.total, end.total),
  )
  return [
    ...(rolled ? (['rollover'] as const) : []),
    ...(restarted || pairs.length < today.length ? (['exchange'] as const) : []),
  ]
}

/** What a register of as many digits before the point can no longer show. */
const fullScale = (value: number): number => 10 ** Math.max(DIGITS_AT_LEAST, `${Math.floor(value)}`.length)

const rollsOver = (start: number, end: number): boolean =>
  end < start && start >= (1 - ROLLOVER_SHARE) * fullScale(start) && end <= ROLLOVER_SHARE * fullScale(start)

/** How far a register went on between two readings, over its last digit when it rolled over; NaN when it began again. */
export const registerUse = (start: number, end: number): number => {
  if (end >= start) return end - start
  return rollsOver(start, end) ? end + fullScale(start) - start : Number.NaN
}

/** The marks of a day that the energy of the days around tells. */
export const marksAmong = (kwhOf: (day: EpochDay) => number, day: EpochDay): QualityMark[] => {
  const marks: QualityMark[] = []
  const [last, kwh, next] = [kwhOf(day - 1), kwhOf(day), kwhOf(day + 1)]
  const isDoubled = within(next / last, DOUBLE) && within(kwhOf(day + 2) / last, ALIKE)
  if (last > 0 && kwh === 0 && isDoubled) marks.push('repeated-register')
  if (last > 0 && next > 0 && within(kwh / last, TEN) && within(kwh / next, TEN)) marks.push('times-ten')
  if (kwh > 0 && within(last / kwh, TEN) && within(next / kwh, TEN)) marks.push('times-ten')
  return marks
}

const within = (ratio: number, { from, to }: { from: number; to: number }): boolean =>
  ratio >= from && ratio <= to
