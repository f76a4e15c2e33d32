import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inspectionWindow, type Spell } from '../../detectors/inspection-window.ts'
import { dayText } from '../../schemas/day.ts'
import { InspectionWindow } from '../../schemas/finding.ts'
import { inspectionBacktest } from '../evaluate/inspection-backtest.ts'
import { drawKnownSite } from './support/known-sites.ts'
import { FIRST_DAY } from './support/windows.ts'

const DAYS = 35
const LAST = FIRST_DAY + DAYS - 1
const all = Array.from({ length: DAYS }, (_, i) => FIRST_DAY + i)

/** Spells from 22:00 to 06:00 of nights counted from the first Monday. */
const nightly = (ranOn: (night: number) => boolean, hours: Partial<Spell> = {}): Spell[] =>
  all.filter((_, i) => i < DAYS - 1 && ranOn(i)).map(day => ({ day, fromHour: 22, toHour: 6, ...hours }))

const suggest = (spells: readonly Spell[]) => inspectionWindow(spells, all, LAST)!
const likelihoods = (spells: readonly Spell[]) =>
  suggest(spells).likelihoods.map(({ likelihood }) => likelihood)

describe('an inspection window', () => {
  test('tells hours, nights and the next three dates, in both languages', () => {
    const { from, to, activeNights, likelihoods, zh, en } = suggest(nightly(() => true))
    expect({ from, to, activeNights }).toEqual({ from: '22:00', to: '06:00', activeNights: 14 })
    expect(likelihoods.map(({ date }) => date)).toEqual([1, 2, 3].map(i => dayText(LAST + i)))
    expect(zh).toContain('22:00–06:00（次日）')
    expect(zh).toContain(dayText(LAST + 1))
    expect(en).toContain('on 14 of the last 14 nights')
  })

  test('lies inside the hours that nearly every night has', () => {
    const spells = nightly(() => true).map((spell, i) => ({
      ...spell,
      fromHour: 21 + (i % 3),
      toHour: 5 + (i % 3),
    }))
    expect(suggest(spells)).toMatchObject({ from: '23:00', to: '05:00' })
  })

  test('is not misled by nights that midnight cuts in two', () => {
    const halves = nightly(() => true).flatMap(({ day }, i) =>
      i % 3 === 0 ? [{ day: day + 1, fromHour: 0, toHour: 6 }] : [{ day, fromHour: 22, toHour: 6 }],
    )
    expect(suggest(halves)).toMatchObject({ from: '22:00', to: '06:00', activeNights: 14 })
  })

  test('tells work by day as well', () => {
    const { from, to, activeNights } = suggest(nightly(() => true, { fromHour: 9, toHour: 17 }))
    expect({ from, to }).toEqual({ from: '09:00', to: '17:00' })
    expect(activeNights).toBe(13) // the judged day itself was idle
  })

  test('is not suggested after a single spell', () => {
    expect(
      inspectionWindow(
        nightly(night => night === 30),
        all,
        LAST,
      ),
    ).toBeNull()
  })

  test('counts no night that was not seen', () => {
    const judged = all.filter(day => day % 2 === 0)
    expect(
      inspectionWindow(
        nightly(() => true),
        judged,
        LAST,
      ),
    ).toBeNull()
  })
})

describe('a likelihood', () => {
  test('is high where it ran every night, low where it stopped two weeks ago', () => {
    for (const likelihood of likelihoods(nightly(() => true))) expect(likelihood).toBeGreaterThan(0.85)
    for (const likelihood of likelihoods(nightly(night => night < 20))) expect(likelihood).toBeLessThan(0.4)
    expect(likelihoods(nightly(night => night < 20))[0]).toBeLessThan(0.3)
  })

  test('knows the days of the week', () => {
    // The window ends on a Sunday; the night that begins on a Tuesday is always idle.
    const [monday, tuesday, wednesday] = likelihoods(nightly(night => night % 7 !== 1))
    expect(tuesday).toBeLessThan(monday! - 0.15)
    expect(tuesday).toBeLessThan(wednesday! - 0.15)
  })

  test('follows bursts: it is higher after nights at work than after as many idle ones', () => {
    const burst = (lastRan: boolean) =>
      nightly(night => (Math.floor((DAYS - 2 - night) / 5) % 2 === 0) === lastRan)
    expect(likelihoods(burst(true))[0]!).toBeGreaterThan(likelihoods(burst(false))[0]! + 0.1)
  })

  test('stays a probability whatever nights it ran on, and no night more makes it fewer', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { minLength: DAYS - 1, maxLength: DAYS - 1 }),
        fc.integer({ min: 0, max: DAYS - 2 }),
        (ran, extra) => {
          const spells = nightly(night => ran[night]!)
          fc.pre(spells.length >= 2)
          const window = suggest(spells)
          expect(InspectionWindow.safeParse(window).error).toBeUndefined()
          const more = suggest(nightly(night => ran[night]! || night === extra))
          expect(more.activeNights).toBeGreaterThanOrEqual(window.activeNights)
        },
      ),
      { numRuns: 100 },
    )
  })
})

test('a visit at the suggested hours meets more than any other, and the likelihoods err less than a plain frequency', () => {
  const sites = Array.from({ length: 8 }, (_, i) => drawKnownSite(6001 + i, 63))
  const result = inspectionBacktest(sites)
  expect(result.suggestions).toBeGreaterThan(200)
  expect(result.hitRate).toBeGreaterThan(result.nextNightHitRate)
  expect(result.nextNightHitRate).toBeGreaterThan(2 * result.anyHourHitRate)
  expect(result.brier).toBeLessThan(result.baseRateBrier)
})
