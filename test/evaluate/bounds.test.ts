import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { precisionAt, wilson } from './metrics/bounds.ts'

describe("Wilson's interval", () => {
  it('is what the formula gives for 10 of 20 and for none of 100', () => {
    const [low, high] = wilson(10, 20)
    expect(low).toBeCloseTo(0.2993, 4)
    expect(high).toBeCloseTo(0.7007, 4)
    // n none: upper end z²/(n + z²)
    expect(wilson(0, 100)).toEqual([0, expect.closeTo(1.959964 ** 2 / (100 + 1.959964 ** 2), 9)])
    expect(wilson(0, 0)).toEqual([0, 1])
  })

  it('holds the share, stays within 0 and 1, is symmetric, and narrows with what was seen', () => {
    const seen = fc
      .integer({ min: 1, max: 400 })
      .chain(of => fc.tuple(fc.integer({ min: 0, max: of }), fc.constant(of)))
    fc.assert(
      fc.property(seen, ([hits, of]) => {
        const [low, high] = wilson(hits, of)
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        expect(low).toBeLessThanOrEqual(hits / of + 1e-12)
        expect(high).toBeGreaterThanOrEqual(hits / of - 1e-12)
        expect(wilson(of - hits, of)[1]).toBeCloseTo(1 - low, 9)
        const [lowOfMore, highOfMore] = wilson(hits * 10, of * 10)
        expect(highOfMore - lowOfMore).toBeLessThan(high - low)
      }),
    )
  })

  it('covers the true share about 95 times in 100', () => {
    const [share, of] = [0.2, 60]
    let binomial = (1 - share) ** of
    let covered = 0
    for (let hits = 0; hits <= of; hits++) {
      const [low, high] = wilson(hits, of)
      if (low <= share && share <= high) covered += binomial
      binomial *= ((of - hits) / (hits + 1)) * (share / (1 - share))
    }
    expect(covered).toBeGreaterThan(0.93)
    expect(covered).toBeLessThan(0.975)
  })
})

describe('precision at a prevalence', () => {
  it('counts out of a hundred thousand', () => {
    // 100 suspects, of whom 80 are found; 99,900 others, of whom 999 are accused.
    expect(precisionAt(0.001, 0.8, 0.01)).toBeCloseTo(80 / (80 + 999), 9)
    expect(precisionAt(0.001, 0.8, 0)).toBe(1)
    expect(precisionAt(0.001, 0, 0)).toBeNaN()
  })
})
