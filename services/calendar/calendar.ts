import chineseDays from 'chinese-days'
import type { Context, TouHours } from '../../schemas/context.ts'
import { dayText, type EpochDay, weekdayOf } from '../../schemas/day.ts'

export type DayKind = 'working' | 'weekend' | 'holiday'

/** Chongqing, 渝发改规范〔2021〕14号: valley 00–08, peak 11–17 and 20–22, flat between. */
const CHONGQING_HOURS: TouHours = {
  valley: [[0, 8]],
  peak: [
    [11, 17],
    [20, 22],
  ],
}

/** What kind of day it is, and which hours are cheap where. */
export interface Calendar {
  kindOf(day: EpochDay): DayKind
  touOf(districtCode: string): TouHours
}

/**
 * The calendar of a context, or, for what it does not tell, the national holidays with their shifted working
 * days (调休) and Chongqing's tariff hours.
 */
export const createCalendar = (context: Context = {}): Calendar => {
  const kinds = new Map<EpochDay, DayKind>()
  const holidays = new Set(context.holidays)
  const extraWorkingDays = new Set(context.extra_working_days)
  const prefixes = Object.entries(context.tou ?? {}).sort(([a], [b]) => b.length - a.length)
  const hours = new Map<string, TouHours>()
  const findKind = (day: EpochDay): DayKind => {
    if (extraWorkingDays.has(dayText(day))) return 'working'
    if (!context.holidays) return nationalKind(day)
    if (holidays.has(dayText(day))) return 'holiday'
    return isWeekend(day) ? 'weekend' : 'working'
  }
  return {
    kindOf: day => remember(kinds, day, () => findKind(day)),
    touOf: code =>
      remember(
        hours,
        code,
        () => prefixes.find(([prefix]) => code.startsWith(prefix))?.[1] ?? CHONGQING_HOURS,
      ),
  }
}

const nationalKind = (day: EpochDay): DayKind => {
  const { work, name } = chineseDays.getDayDetail(dayText(day))
  if (work) return 'working'
  // A holiday is named "English,中文,days"; a plain weekend by its weekday alone.
  return name.includes(',') || !isWeekend(day) ? 'holiday' : 'weekend'
}

const isWeekend = (day: EpochDay): boolean => weekdayOf(day) % 6 === 0

const remember = <K, V>(known: Map<K, V>, key: K, find: () => V): V => {
  const seen = known.get(key)
  if (seen !== undefined) return seen
  const found = find()
  known.set(key, found)
  return found
}
