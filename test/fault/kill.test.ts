import { expect, it } from 'vitest'
import { tellStories } from './support/story.ts'

const SEEDS = Array.from({ length: 20 }, (_, i) => i + 1)

it('kill -9 and power cuts at any moment: what was acknowledged is there once, its days whole', async () => {
  const stories = await tellStories(SEEDS)
  expect(stories.flatMap(({ wrong }) => wrong ?? [])).toEqual([])
  expect(stories.every(({ kills, acknowledged }) => kills.length > 0 && acknowledged > 0)).toBe(true)
}, 900_000)
