import { describe, expect, it } from 'vitest'
import { createRandom } from '../../services/simulator/random.ts'
import { growForest } from './baselines/isolation-forest.ts'

const cloud = (count: number) => {
  const random = createRandom(5)
  return Array.from({ length: count }, () => [random.normal(0, 1), random.normal(0, 1)])
}

describe('isolation forest', () => {
  it('finds what stands apart odder than what stands in the middle', () => {
    const forest = growForest([...cloud(500), [9, -9]], createRandom(1))
    expect(forest.score([9, -9])).toBeGreaterThan(0.65)
    expect(forest.score([0, 0])).toBeLessThan(0.5)
  })

  it('finds nothing odd among equal points, and grows on a single one', () => {
    const equal = growForest(
      Array.from({ length: 256 }, () => [1, 1]),
      createRandom(1),
    )
    expect(equal.score([1, 1])).toBeCloseTo(0.5, 9)
    expect(growForest([[1]], createRandom(1)).score([1])).toBeGreaterThanOrEqual(0)
  })

  it('says the same of the same seed', () => {
    const scores = [1, 2, 1].map(seed => growForest(cloud(100), createRandom(seed)).score([2, 0]))
    expect(scores[0]).toBe(scores[2])
    expect(scores[0]).not.toBe(scores[1])
  })
})
