import { inject, it } from 'vitest'
import { tellStory } from './support/story.ts'
import { killWorker } from './support/worker-faults.ts'

const KILLS = 10

it.each(inject('faults').seeds)('kill -9 of workers, seed %i: everything is there once', async seed => {
  await tellStory('kill -9 of 10 workers', seed, random =>
    Array.from({ length: KILLS }, () => killWorker(random)),
  )
})
