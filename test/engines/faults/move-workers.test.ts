import { inject, it } from 'vitest'
import { tellStory } from './support/story.ts'
import { addWorker, pauseBeyondLocks, pauseWorker, removeWorker } from './support/worker-faults.ts'

const { seeds } = inject('faults')

it.each(seeds)('workers that come, go and stand still, seed %i: everything is there once', async seed => {
  await tellStory('a worker added, paused, removed, paused', seed, random => [
    addWorker,
    pauseWorker,
    removeWorker(random),
    pauseWorker,
  ])
})

it.each(seeds)('a worker that wakes up without its locks, seed %i: it does nothing any more', async seed => {
  await tellStory('a worker paused until its locks were gone', seed, () => [pauseBeyondLocks, addWorker])
})
