import { describe, expect, it } from 'vitest'
import { runOne } from './run.ts'

const SEED = 7
const RUNS = 180
/** Against what never ends; how fast it is is not judged here. */
const LIMIT_MS = 60_000

describe('the importers', () => {
  it('take, show or refuse whatever is fed to them', { timeout: 4 * LIMIT_MS }, async () => {
    const outcomes = new Set<string>()
    for (let run = 0; run < RUNS; run++) {
      const told = await runOne(SEED, run, LIMIT_MS).catch(error => {
        throw new Error(`see it again by: npm run test:fuzz -- --seed ${SEED} --run ${run}`, { cause: error })
      })
      for (const [door, word] of Object.entries(told.outcomes)) outcomes.add(`${door}: ${word}`)
    }
    expect([...outcomes]).toEqual(
      expect.arrayContaining([
        'takeIn: taken',
        'takeIn: bad-columns',
        'takeIn: GzipError',
        'takeIn: bad-request',
        'takeIn: unsupported-media-type',
        'previewOf: shown',
        'readRegistry: read',
        'readRegistry: bad-columns',
      ]),
    )
  })
})
