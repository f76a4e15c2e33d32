import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { averagePrecision, bestF1, f1Of, quantileOf, type Ranked, recallAtFalse } from './metrics/ranking.ts'

/** Few distinct scores, so that many are equal. */
const ranked = fc.array(fc.record({ score: fc.integer({ min: 0, max: 12 }), isSuspect: fc.boolean() }), {
  minLength: 1,
  maxLength: 40,
})
const withSuspects = ranked.filter(all => all.some(({ isSuspect }) => isSuspect))

/** Every threshold tried on its own, from the highest down. */
const byThreshold = (all: readonly Ranked[]) => {
  const suspects = all.filter(({ isSuspect }) => isSuspect).length
  return [...new Set(all.map(({ score }) => score))]
    .sort((a, b) => b - a)
    .map(threshold => {
      const accused = all.filter(({ score }) => score >= threshold)
      const hits = accused.filter(({ isSuspect }) => isSuspect).length
      return { threshold, hits, wrong: accused.length - hits, missed: suspects - hits }
    })
}

describe('average precision', () => {
  it('is the area under precision over recall, threshold by threshold', () => {
    fc.assert(
      fc.property(withSuspects, all => {
        const steps = byThreshold(all)
        const area = steps.reduce((sum, { hits, wrong, missed }, i) => {
          const gained = hits - (steps[i - 1]?.hits ?? 0)
          return sum + (gained / (hits + missed)) * (hits / (hits + wrong))
        }, 0)
        expect(averagePrecision(all)).toBeCloseTo(area, 12)
      }),
    )
  })

  it('is 1 for a perfect order, the share of suspects for one that tells nothing, and nothing without suspects', () => {
    const perfect = [3, 2, 1, 0].map(score => ({ score, isSuspect: score > 1 }))
    expect(averagePrecision(perfect)).toBe(1)
    expect(averagePrecision(perfect.map(each => ({ ...each, score: 0 })))).toBe(0.5)
    expect(averagePrecision([{ score: 1, isSuspect: false }])).toBeNaN()
  })

  it('does not depend on the order of meters of the same score', () => {
    fc.assert(
      fc.property(withSuspects, all => {
        expect(averagePrecision(all.toReversed())).toBeCloseTo(averagePrecision(all), 12)
      }),
    )
  })
})

describe('F1 and recall at few false accusations', () => {
  it('gives the best F1 of any threshold, and that threshold', () => {
    fc.assert(
      fc.property(withSuspects, all => {
        const { f1, threshold } = bestF1(all)
        const all1 = byThreshold(all).map(({ hits, wrong, missed }) => f1Of(hits, wrong, missed))
        expect(f1).toBeCloseTo(Math.max(...all1), 12)
        const at = byThreshold(all).find(step => step.threshold === threshold)!
        expect(f1Of(at.hits, at.wrong, at.missed)).toBeCloseTo(f1, 12)
      }),
    )
  })

  it('gives the highest recall of any threshold within the false accusations allowed', () => {
    fc.assert(
      fc.property(withSuspects, fc.integer({ min: 0, max: 10 }), (all, most) => {
        const within = byThreshold(all).filter(({ wrong }) => wrong <= most)
        const best = Math.max(0, ...within.map(({ hits, missed }) => hits / (hits + missed)))
        expect(recallAtFalse(all, most)).toBeCloseTo(best, 12)
      }),
    )
  })
})

describe('quantiles', () => {
  it('stand between the neighbours', () => {
    expect(quantileOf([4, 1, 3, 2], 0.5)).toBe(2.5)
    expect(quantileOf([5], 0.9)).toBe(5)
    expect(quantileOf([1, 2], 1)).toBe(2)
    expect(quantileOf([], 0.5)).toBeNaN()
  })
})
