import { dayOf, dayText, type EpochDay, parseDay } from '../../schemas/day.ts'
import type { BothLanguages } from '../../schemas/finding.ts'
import { createCalendar } from './calendar.ts'

const calendar = createCalendar()

/**
 * Years whose holidays are not known: this one, and from December on the next (国务院办公厅 publishes them in November).
 * Until they are, only weekends count there.
 */
export const calendarNotices = (
  nowMs: number,
  hasHolidays: (year: number) => boolean = knowsHolidays,
): BothLanguages[] => {
  const [year, month] = dayText(dayOf(nowMs)).split('-').map(Number) as [number, number]
  const asked = month === 12 ? [year, year + 1] : [year]
  return asked
    .filter(one => !hasHolidays(one))
    .map(one => ({
      zh: `节假日数据不含 ${one} 年：该年的办理时限只按周末推算，请更新 chinese-days。`,
      en: `The holidays of ${one} are not known: deadlines of that year go by weekends alone. Update chinese-days.`,
    }))
}

/** New Year's Day is a holiday in every year that is known. */
const knowsHolidays = (year: number): boolean => calendar.kindOf(newYearOf(year)) === 'holiday'

const newYearOf = (year: number): EpochDay => parseDay(`${year}-01-01`)
