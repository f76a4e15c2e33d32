import { describe, expect, it } from 'vitest'
import { dayText, parseDay } from '../../../schemas/day.ts'
import {
  calendarNotices,
  workingDayFrom,
  workingDaysAfter,
  workingDaysBetween,
} from '../../../services/calendar/index.ts'

describe('working days', () => {
  // National Day and Mid-Autumn of 2025: off from 1 to 8 October, worked on Sunday 28 September and Saturday 11 October.
  it.each([
    ['2025-09-26', 1, '2025-09-28', 'a Sunday worked in exchange (调休)'],
    ['2025-09-30', 1, '2025-10-09', 'after eight days off'],
    ['2025-09-30', 3, '2025-10-11', 'a Saturday worked in exchange'],
    ['2025-09-30', 4, '2025-10-13', 'a Monday after a plain Sunday'],
    ['2025-10-03', 1, '2025-10-09', 'begun inside the holiday'],
    ['2025-10-08', 1, '2025-10-09', 'begun on its last day'],
  ])('of %s the %ith after it is %s: %s', (day, n, expected) => {
    expect(dayText(workingDaysAfter(parseDay(day), n))).toBe(expected)
  })

  it('are found from a day on, that day included', () => {
    expect(dayText(workingDayFrom(parseDay('2025-10-01')))).toBe('2025-10-09')
    expect(dayText(workingDayFrom(parseDay('2025-10-11')))).toBe('2025-10-11')
  })

  it('are counted between two days', () => {
    expect(workingDaysBetween(parseDay('2025-09-30'), parseDay('2025-10-12'))).toBe(3)
    expect(workingDaysBetween(parseDay('2025-09-30'), parseDay('2025-10-08'))).toBe(0)
    expect(workingDaysBetween(parseDay('2025-09-30'), parseDay('2025-09-29'))).toBe(0)
  })

  it('go by weekends alone where no holidays are known', () => {
    expect(dayText(workingDaysAfter(parseDay('2099-09-30'), 1))).toBe('2099-10-01')
    expect(dayText(workingDayFrom(parseDay('2099-10-03')))).toBe('2099-10-05')
  })
})

describe('the notice that a year has no holidays', () => {
  const atNoon = (day: string) => Date.parse(`${day}T12:00:00+08:00`)
  const known = (...years: number[]) => [(year: number) => years.includes(year)] as const
  it.each([
    ['2026-11-30', [2026], []],
    ['2026-12-01', [2026], ['2027']],
    ['2026-12-31', [2026, 2027], []],
    ['2027-03-01', [2026], ['2027']],
  ])('on %s, with %j known, tells of %j', (day, years, expected) => {
    const notices = calendarNotices(atNoon(day), ...known(...years))
    expect(notices.map(({ en }) => /holidays of (\d+)/.exec(en)?.[1])).toEqual(expected)
    for (const { zh } of notices) expect(zh).toContain('chinese-days')
  })

  it('goes by what the calendar holds', () => {
    expect(calendarNotices(atNoon('2025-12-15'))).toEqual([])
    expect(calendarNotices(atNoon('2099-06-15'))).toHaveLength(1)
  })
})
