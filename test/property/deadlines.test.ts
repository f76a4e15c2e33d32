import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, dayStartMs, dayText, type EpochDay, MS_PER_DAY, parseDay } from '../../schemas/day.ts'
import { dueAfter, dueSoonUntil } from '../../services/deadlines/index.ts'

const FIRST = dayStartMs(parseDay('2023-01-01'))
const instant = fc.integer({ min: FIRST, max: FIRST + 4 * 365 * MS_PER_DAY })
const workingDays = fc.integer({ min: 1, max: 60 })

const isWorked = (day: EpochDay): boolean => chineseDays.isWorkday(dayText(day))
const lastDayOf = (dueMs: number): EpochDay => dayOf(dueMs) - 1

describe('a deadline in working days', () => {
  it('is the end of the day on which a walk day by day has met so many working days', () => {
    fc.assert(
      fc.property(instant, workingDays, (entered, n) => {
        let met = 0
        let day = dayOf(entered)
        while (met < n) if (isWorked(++day)) met++
        expect(dueAfter(entered, n)).toBe(dayStartMs(day + 1))
      }),
    )
  })

  it('never ends on a day off, and ends at midnight of the plant', () => {
    fc.assert(
      fc.property(instant, workingDays, (entered, n) => {
        const due = dueAfter(entered, n)
        expect(dayStartMs(dayOf(due))).toBe(due)
        expect(isWorked(lastDayOf(due))).toBe(true)
        expect(due).toBeGreaterThan(entered)
      }),
    )
  })

  it('is never earlier for who came later, and later for who has more days', () => {
    fc.assert(
      fc.property(instant, instant, workingDays, (one, other, n) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)]
        expect(dueAfter(before, n)).toBeLessThanOrEqual(dueAfter(after, n))
        expect(dueAfter(before, n)).toBeLessThan(dueAfter(before, n + 1))
      }),
    )
  })

  it('comes near exactly when at most one working day of it is left', () => {
    fc.assert(
      fc.property(instant, workingDays, instant, (entered, n, now) => {
        const due = dueAfter(entered, n)
        let left = 0
        for (let day = dayOf(now); day <= lastDayOf(due); day++) if (isWorked(day)) left++
        if (now < due) expect(due <= dueSoonUntil(now)).toBe(left <= 1)
      }),
    )
  })
})
