import { dayText, type EpochDay, weekdayOf } from '../schemas/day.ts'
import type { InspectionWindow } from '../schemas/finding.ts'

/** A stretch of work, in plant hours of the day it begins on; an end not after its begin is of the next day. */
export interface Spell {
  readonly day: EpochDay
  readonly fromHour: number
  readonly toHour: number
}

/** How nights are counted and forecast. Chosen on drawn curves (test/evaluate/inspection-backtest.ts). */
export const INSPECTION = {
  spellsLeast: 2,
  nightsShown: 14,
  nightsAhead: 3,
  /** Nights after which a night weighs half */
  halfLifeNights: 21,
  /** Beta prior: as many nights at work and idle are taken as seen */
  priorActive: 1,
  priorIdle: 1,
  /** Nights that the frequency of a weekday, and of nights after such a night, is drawn towards that of all by */
  weekdayPrior: 4,
  runPrior: 6,
  /** Of the begins so many are before the suggested one, and of the ends as many after */
  quantile: 0.75,
  shortestHours: 1,
} as const

interface Hours {
  readonly from: number
  /** Over 24 when it is of the next day */
  readonly to: number
}

const lengthOf = ({ fromHour, toHour }: Spell): number =>
  toHour > fromHour ? toHour - fromHour : toHour + 24 - fromHour

const sharedQuantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!
}

/** An hour as near as can be to another, on the circle of the day: 23 is -1 beside 2. */
const near = (hour: number, to: number): number => hour - 24 * Math.round((hour - to) / 24)

/** The spell in whose middle most others are too. */
const middleHour = (spells: readonly Spell[]): number => {
  const middles = spells.map(spell => spell.fromHour + lengthOf(spell) / 2)
  const distances = middles.map(middle =>
    middles.reduce((sum, other) => sum + Math.abs(near(other, middle) - middle), 0),
  )
  return middles[distances.indexOf(Math.min(...distances))]!
}

const orAll = (hours: readonly number[], isWanted: (hour: number) => boolean): readonly number[] => {
  const wanted = hours.filter(isWanted)
  return wanted.length > 0 ? wanted : hours
}

/**
 * Hours in which it is nearly always at work. A spell cut off at midnight, as its other half was not judged, tells
 * nothing of that end.
 */
const usualHours = (spells: readonly Spell[]): Hours => {
  const middle = middleHour(spells)
  const begins = orAll(
    spells.map(({ fromHour }) => fromHour),
    hour => hour > 0,
  )
  const ends = orAll(
    spells.map(({ toHour }) => toHour),
    hour => hour < 24,
  )
  const from = sharedQuantile(
    begins.map(hour => near(hour, middle)),
    INSPECTION.quantile,
  )
  const to = sharedQuantile(
    ends.map(hour => near(hour, middle)),
    1 - INSPECTION.quantile,
  )
  const isLong = to - from >= INSPECTION.shortestHours
  const half = INSPECTION.shortestHours / 2
  const [begin, end] = isLong ? [from, to] : [middle - half, middle + half]
  const shift = 24 * Math.floor(begin / 24)
  return { from: begin - shift, to: end - shift }
}

/** Whether it ran in those hours of the night that begins on a day. */
const ranOn = (spells: readonly Spell[], night: EpochDay, { from, to }: Hours): boolean =>
  spells.some(spell => {
    const begin = 24 * (spell.day - night) + spell.fromHour
    return begin < to && begin + lengthOf(spell) > from
  })

/** Nights that were seen whole, with what was seen. */
interface Night {
  readonly night: EpochDay
  readonly ran: boolean
}

const nightsOf = (spells: readonly Spell[], judged: ReadonlySet<EpochDay>, hours: Hours): Night[] => {
  const overMidnight = hours.to > 24
  return [...judged]
    .filter(day => !overMidnight || judged.has(day + 1))
    .sort((a, b) => a - b)
    .map(night => ({ night, ran: ranOn(spells, night, hours) }))
}

/** Frequency of nights at work among some, the later ones more, drawn towards `mean` as by `prior` nights. */
const frequency = (nights: readonly Night[], last: EpochDay, prior: number, mean: number): number => {
  let ran = prior * mean
  let all = prior
  for (const night of nights) {
    const weight = 0.5 ** ((last - night.night) / INSPECTION.halfLifeNights)
    all += weight
    if (night.ran) ran += weight
  }
  return ran / all
}

const oddsOf = (share: number): number => share / (1 - share)

/** Nights that follow a night at work, or an idle one: stops come in bursts. */
const after = (nights: readonly Night[], ran: boolean): Night[] =>
  nights.filter((_, i) => nights[i - 1]?.ran === ran)

/** Likelihood of work on each of the next nights after the last one seen; looks at nothing later. */
const forecast = (nights: readonly Night[], ahead: readonly EpochDay[]): number[] => {
  const { priorActive, priorIdle, weekdayPrior, runPrior } = INSPECTION
  const last = nights.at(-1)!
  const prior = priorActive + priorIdle
  const base = frequency(nights, last.night, prior, priorActive / prior)
  const stays = frequency(after(nights, true), last.night, runPrior, base)
  const comes = frequency(after(nights, false), last.night, runPrior, base)
  let likelihood = last.ran ? 1 : 0
  let night = last.night
  return ahead.map(target => {
    for (; night < target; night++) likelihood = likelihood * stays + (1 - likelihood) * comes
    const sameWeekday = nights.filter(({ night: day }) => weekdayOf(day) === weekdayOf(target))
    const onWeekday = frequency(sameWeekday, last.night, weekdayPrior, base)
    const odds = (oddsOf(likelihood) * oddsOf(onWeekday)) / oddsOf(base)
    return odds / (1 + odds)
  })
}

const clock = (hour: number): string => {
  const minutes = 15 * Math.round(4 * (hour % 24))
  return `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

const told = (hours: Hours, active: number, seen: number, likelihoods: InspectionWindow['likelihoods']) => {
  const [from, to] = [clock(hours.from), clock(hours.to)]
  const percent = (likelihood: number): number => Math.round(100 * likelihood)
  return {
    zh: `建议检查时段 ${from}–${to}${hours.to > 24 ? '（次日）' : ''}：近 ${seen} 个可判断夜次中 ${active} 次在此时段运行；今后三夜运行可能性：${likelihoods
      .map(({ date, likelihood }) => `${date} ${percent(likelihood)}%`)
      .join('，')}。`,
    en: `Suggested hours ${from}-${to}${hours.to > 24 ? ' (next day)' : ''}: it ran then on ${active} of the last ${seen} nights that can be judged; likelihood on the next three: ${likelihoods
      .map(({ date, likelihood }) => `${date} ${percent(likelihood)} %`)
      .join(', ')}.`,
  }
}

/**
 * When an inspection is most likely to meet the load at work, from the spells seen on judged days up to `day`. A
 * "night" is named by the date on which the suggested hours begin; work by day is told the same way. Null when too
 * little was seen.
 */
export const inspectionWindow = (
  spells: readonly Spell[],
  judgedDays: readonly EpochDay[],
  day: EpochDay,
): InspectionWindow | null => {
  if (spells.length < INSPECTION.spellsLeast) return null
  const hours = usualHours(spells)
  const nights = nightsOf(spells, new Set(judgedDays), hours)
  if (nights.length === 0) return null
  const { nightsShown, nightsAhead } = INSPECTION
  const shown = nights.filter(({ night }) => night > day - nightsShown - (hours.to > 24 ? 1 : 0))
  const ahead = Array.from({ length: nightsAhead }, (_, i) => day + 1 + i)
  const likelihoods = forecast(nights, ahead).map((likelihood, i) => ({
    date: dayText(ahead[i]!),
    likelihood: Math.round(1000 * likelihood) / 1000,
  }))
  const activeNights = shown.filter(({ ran }) => ran).length
  return {
    from: clock(hours.from),
    to: clock(hours.to),
    activeNights,
    likelihoods,
    ...told(hours, activeNights, shown.length, likelihoods),
  }
}
