export { type Calendar, createCalendar } from './calendar.ts'
export { calendarNotices } from './notices.ts'
export { workingDayFrom, workingDaysAfter, workingDaysBetween } from './working-days.ts'
