import type { EpochDay } from '../../schemas/day.ts'
import { createCalendar } from './calendar.ts'

/** Working days of China: Monday to Friday without the national holidays, with the days worked in exchange (调休). */
const { kindOf } = createCalendar()

/** The first working day from a day on, itself included. */
export const workingDayFrom = (day: EpochDay): EpochDay => {
  let next = day
  while (kindOf(next) !== 'working') next++
  return next
}

/** The n-th working day after a day, which itself does not count (民法典 201: 开始的当日不计入). */
export const workingDaysAfter = (day: EpochDay, n: number): EpochDay => {
  let last = day
  for (let i = 0; i < n; i++) last = workingDayFrom(last + 1)
  return last
}

/** How many working days lie after one day and up to another, that one included. */
export const workingDaysBetween = (after: EpochDay, upTo: EpochDay): number => {
  let days = 0
  for (let day = after + 1; day <= upTo; day++) if (kindOf(day) === 'working') days++
  return days
}
