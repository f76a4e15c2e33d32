import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../schemas/day.ts'
import { createCalendar } from '../../../services/calendar/index.ts'

describe('the national calendar', () => {
  const { kindOf } = createCalendar()
  it.each([
    ['2024-10-01', 'holiday', 'National Day, a Tuesday'],
    ['2024-10-06', 'holiday', 'a Sunday inside the National Day holiday'],
    ['2024-09-29', 'working', 'a Sunday worked in exchange (调休)'],
    ['2024-10-12', 'working', 'a Saturday worked in exchange (调休)'],
    ['2024-10-13', 'weekend', 'a plain Sunday'],
    ['2024-10-14', 'working', 'a plain Monday'],
    ['2025-01-29', 'holiday', 'Spring Festival'],
  ])('%s is %s: %s', (day, kind) => {
    expect(kindOf(parseDay(day))).toBe(kind)
  })
})

describe('a calendar that is told', () => {
  const { kindOf } = createCalendar({ holidays: ['2024-05-07'], extra_working_days: ['2024-05-11'] })
  it.each([
    ['2024-05-07', 'holiday'],
    ['2024-05-11', 'working'],
    ['2024-05-12', 'weekend'],
    ['2024-10-01', 'working'],
  ])('%s is %s', (day, kind) => {
    expect(kindOf(parseDay(day))).toBe(kind)
  })
})

describe('tariff hours', () => {
  const wide = { valley: [[0, 8] as [number, number]], peak: [] }
  const narrow = { valley: [[1, 7] as [number, number]], peak: [] }

  it('are found by the longest prefix of the district code', () => {
    const { touOf } = createCalendar({ tou: { '50': wide, '5001': narrow } })
    expect(touOf('500107')).toBe(narrow)
    expect(touOf('500228')).toBe(wide)
  })

  it('are Chongqing’s where nothing is told', () => {
    const { touOf } = createCalendar({ tou: { '51': wide } })
    expect(touOf('500107')).toEqual({
      valley: [[0, 8]],
      peak: [
        [11, 17],
        [20, 22],
      ],
    })
  })
})
