import type { TouHours } from '../../../schemas/context.ts'
import { type EpochDay, MS_PER_DAY, parseDay, weekdayOf } from '../../../schemas/day.ts'
import { createCalendar } from '../../../services/calendar/index.ts'
import { createRandom, type Random } from '../../../services/simulator/random.ts'
import { pick, whole } from './draw.ts'

export const SLOTS = 96
/** What kind of day: as the calendar has it. */
export const KINDS = ['working', 'weekend', 'holiday'] as const

/** The period and the place that all meters of a population share. */
export interface World {
  readonly firstDay: EpochDay
  readonly days: number
  /** By day of the period: 0 working day, 1 weekend, 2 holiday */
  readonly kinds: readonly number[]
  /** By day of the period: 0 = Sunday … 6 = Saturday */
  readonly weekdays: readonly number[]
  /** First and last day of a holiday of five days or more, as days of the period */
  readonly longHoliday: readonly [first: number, last: number] | null
  readonly spansSpringFestival: boolean
  /** By the first digits of the district code */
  readonly tou: Readonly<Record<string, TouHours>>
  readonly districts: readonly District[]
}

export interface District {
  readonly code: string
  /** Outdoor temperature of each quarter of an hour, °C */
  readonly temperature: Float64Array
  readonly tou: TouHours
  /** 有序用电: days on which the works of the district are told to use less between two hours; null: none */
  readonly rationing: Rationing | null
}

export interface Rationing {
  readonly days: readonly [first: number, last: number]
  readonly hours: readonly [from: number, to: number]
  /** What is left of their use */
  readonly left: number
}

/** Where one meter stands, with chances of its own. */
export interface Site {
  readonly world: World
  readonly district: District
  readonly random: Random
}

/** First days: late autumn at the end, Spring Festival inside, or high summer, in some years. */
const SEASONS: readonly (readonly [from: string, spread: number])[] = [
  ['2024-09-16', 24],
  ['2025-12-18', 18],
  ['2025-09-08', 28],
  ['2024-12-01', 25],
  ['2025-06-20', 30],
]

const TOU_CHOICES: readonly TouHours[] = [
  {
    valley: [[0, 8]],
    peak: [
      [11, 17],
      [20, 22],
    ],
  },
  {
    valley: [
      [0, 7],
      [23, 24],
    ],
    peak: [
      [10, 15],
      [18, 21],
    ],
  },
  {
    valley: [
      [0, 6],
      [22, 24],
    ],
    peak: [
      [8, 11],
      [17, 21],
    ],
  },
]

const CODES = ['500112', '500107', '500115', '500116', '500118', '500151', '510107', '510681', '520302']

const longHolidayOf = (kinds: readonly number[]): World['longHoliday'] => {
  for (let first = 0; first < kinds.length; first++) {
    let last = first
    while (last + 1 < kinds.length && kinds[last + 1] === 2) last++
    if (kinds[first] === 2 && last - first >= 4) return [first, last]
  }
  return null
}

/** Days since the first of January. */
const dayOfYear = (day: EpochDay): number => {
  const year = new Date(day * MS_PER_DAY).getUTCFullYear()
  return day - parseDay(`${year}-01-01`)
}

/** Clear days swing more; spells of warm and cold last for days. */
const regionWeather = (firstDay: EpochDay, days: number, random: Random): Float64Array => {
  const temperature = new Float64Array(days * SLOTS)
  let spell = random.normal(0, 2.5)
  for (let day = 0; day < days; day++) {
    spell = 0.75 * spell + random.normal(0, 1.7)
    const season = 18.2 - 10.6 * Math.cos((2 * Math.PI * (dayOfYear(firstDay + day) - 18)) / 365.25)
    const swing = random.between(1, 5.5)
    for (let slot = 0; slot < SLOTS; slot++) {
      const clock = Math.cos((2 * Math.PI * (slot / 4 - 15.3)) / 24)
      temperature[day * SLOTS + slot] = season + spell + swing * clock
    }
  }
  return temperature
}

const drawRationing = (days: number, random: Random): Rationing | null => {
  if (random.chance(0.75)) return null
  const first = whole(random, 4, days - 8)
  return {
    days: [first, first + whole(random, 1, 6)],
    hours: [pick(random, [8, 10, 14]), pick(random, [17, 21, 22])],
    left: random.between(0.1, 0.7),
  }
}

const makeDistricts = (
  region: Float64Array,
  tou: Readonly<Record<string, TouHours>>,
  days: number,
  random: Random,
): District[] =>
  CODES.map(code => {
    const higher = random.normal(-0.5, 1.5)
    const swing = random.between(0.9, 1.1)
    return {
      code,
      temperature: region.map(value => 18 + (value - 18) * swing + higher),
      tou: tou[code.slice(0, 2)]!,
      rationing: drawRationing(days, random),
    }
  })

/** The world of a seed: season, weather, calendar, tariff hours. */
export const makeWorld = (seed: number, days: number): World => {
  const random = createRandom(seed).fork('world')
  const [from, spread] = SEASONS[(((seed - 1) % SEASONS.length) + SEASONS.length) % SEASONS.length]!
  const firstDay = parseDay(from) + whole(random, 0, spread)
  const calendar = createCalendar()
  const all = Array.from({ length: days }, (_, i) => firstDay + i)
  const kinds = all.map(day => KINDS.indexOf(calendar.kindOf(day)))
  const tou = { '50': pick(random, TOU_CHOICES), '51': pick(random, TOU_CHOICES), '52': TOU_CHOICES[1]! }
  const longHoliday = longHolidayOf(kinds)
  const month = longHoliday && new Date((firstDay + longHoliday[0]) * MS_PER_DAY).getUTCMonth()
  return {
    firstDay,
    days,
    kinds,
    weekdays: all.map(weekdayOf),
    longHoliday,
    spansSpringFestival: month === 0 || month === 1,
    tou,
    districts: makeDistricts(regionWeather(firstDay, days, random.fork('weather')), tou, days, random),
  }
}
