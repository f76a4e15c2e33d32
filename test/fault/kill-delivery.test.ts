import { expect, it } from 'vitest'
import { tellDeliveryStories } from './support/delivery/story.ts'

/** Of four kills each */
const SEEDS = [1, 2, 3, 4, 5]

it('kill -9 at 20 points of release and delivery: each released case is told once in effect', async () => {
  const stories = await tellDeliveryStories(SEEDS)
  expect(stories.flatMap(({ wrong }) => wrong ?? [])).toEqual([])
  expect(stories.flatMap(({ kills }) => kills)).toHaveLength(20)
  expect(new Set(stories.flatMap(({ kills }) => kills)).size).toBe(4)
  for (const { faults, released } of stories) {
    expect(released).toBeGreaterThan(0)
    expect(Object.values(faults)).toEqual([0, 0, 0, 0])
  }
}, 900_000)
