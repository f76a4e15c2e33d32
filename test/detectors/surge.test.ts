import { describe, expect, it } from 'vitest'
import { surge } from '../../detectors/surge.ts'
import { daysOf, watchOf, week, windowOf } from './support/day-rows.ts'
import { OPENING } from './support/highest.ts'

const WORKS = { contractKva: 400 }
const jumped = [...week(24, 800), ...week(7, 4_800, { from: 24 })]

describe('a surge', () => {
  it('that nobody watches is a lead, and opens nothing however large', () => {
    const score = surge.score(windowOf(daysOf(jumped), WORKS))
    expect(score).toBeGreaterThan(0.5)
    expect(score).toBeLessThan(0.6)
    const huge = [...week(24, 800), ...week(7, 9e6, { from: 24 })]
    expect(surge.score(windowOf(daysOf(huge), WORKS))).toBeLessThan(0.6)
    expect(surge.explain(windowOf(daysOf(jumped), WORKS)).sentence.en).toMatch(/a lead alone/)
  })

  it('of a watched point may open a case, and says what it is watched for', () => {
    const watched = windowOf(daysOf(jumped), WORKS, watchOf({ watchedFor: 'crypto-mining' }))
    expect(surge.score(watched)).toBeGreaterThan(OPENING)
    const { sentence, evidence, attributableKwh } = surge.explain(watched)
    expect(sentence.en).toContain('red card (crypto mining)')
    expect(evidence.filter(({ normal }) => normal !== undefined).length).toBeGreaterThanOrEqual(3)
    expect(attributableKwh / 7).toBeCloseTo(4_000, -3)
  })

  it('grows with its height and with the days it lasts', () => {
    const scores = [1, 2, 3, 4, 6].map(times =>
      surge.score(
        windowOf(daysOf([...week(24, 800), ...week(7, times * 800, { from: 24 })]), WORKS, watchOf()),
      ),
    )
    expect(scores).toEqual(scores.toSorted((a, b) => a - b))
    const lasting = [2, 4, 5, 7].map(days =>
      surge.score(windowOf(daysOf([...week(24, 800), ...week(days, 4_800)]), WORKS, watchOf())),
    )
    expect(lasting).toEqual(lasting.toSorted((a, b) => a - b))
    expect(lasting[1]).toBeLessThan(0.1)
  })
})

describe.each([
  ['growth by a half', [...week(24, 2_000), ...week(7, 3_000, { from: 24 })], []],
  ['a second shift', [...week(24, 2_000), ...week(7, 3_400, { from: 24 })], []],
  ['weeks with a quiet weekend', week(35, 3_000, { weekend: 0.1 }), []],
  [
    'a shutdown over a holiday and the return',
    [...week(12, 3_000), ...week(10, 60, { from: 12 }), ...week(9, 3_000, { from: 22 })],
    [13, 14, 15, 16, 17, 18, 19],
  ],
  ['a small shop that is let', [...week(24, 10), ...week(7, 90, { from: 24 })], []],
] as const)('%s', (_name, kwh, holidays) => {
  it('is hardly a lead, and opens nothing even of a watched point', () => {
    for (let days = 18; days <= kwh.length; days++) {
      const rows = daysOf(kwh.slice(0, days), 0.33, holidays)
      expect(surge.score(windowOf(rows, WORKS))).toBeLessThan(0.3)
      expect(surge.score(windowOf(rows, WORKS, watchOf()))).toBeLessThan(OPENING)
    }
  })
})
