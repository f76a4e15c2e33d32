import { describe, expect, it } from 'vitest'
import { runOne } from './run.ts'

const RUNS = 200
/** Against what never ends; how fast it is is not judged here. */
const LIMIT_MS = 60_000

describe('the importers', () => {
  it('take, show or refuse whatever is fed to them', { timeout: 5 * LIMIT_MS }, async () => {
    const outcomes = new Set<string>()
    for (let run = 0; run < RUNS; run++) {
      const told = await runOne(7, run, LIMIT_MS)
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
