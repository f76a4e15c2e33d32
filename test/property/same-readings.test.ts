import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MS_PER_DAY } from '../../schemas/day.ts'
import { outcomeCounts } from '../../services/ingest/index.ts'
import { createRandom } from '../detectors/support/random.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { MONDAY, type Sample, slotEndMs } from '../support/readings.ts'
import { outcomesInAll, type Result, resultOf } from '../support/result.ts'
import { cutAt, deliver } from '../support/shuffle.ts'
import { type Station, withStation } from '../support/station.ts'

const DAYS = 9
const meters = [meter(), meter({ meterId: 'M2' }), meter({ meterId: 'M3', contractKva: 800 })]
const END_MS = slotEndMs(MONDAY + DAYS, 95)

/** Two furnaces and a shop; a share of the readings never came, some were corrected under a higher revision. */
const district = (seed: number, missing: number): Sample[] => {
  const random = createRandom(seed)
  return [
    ...furnaceSamples('M1', MONDAY, DAYS, { seed }),
    ...shopSamples('M2', MONDAY, DAYS, seed),
    ...furnaceSamples('M3', MONDAY, DAYS, { seed: seed + 1, kw: 400 }),
  ]
    .filter(() => !random.chance(missing))
    .flatMap(one =>
      random.chance(0.02) ? [one, { ...one, kw: one.kw * random.between(0.5, 1.5), revision: 1 }] : [one],
    )
}

const takeAll = async (station: Station, batches: readonly Sample[][], restarts: readonly boolean[]) => {
  for (const [i, batch] of batches.entries()) {
    if (batch.length > 0) await station.take(batch)
    if (restarts[i % Math.max(1, restarts.length)]) await station.restart()
  }
  await station.engine.closeByClock(END_MS + MS_PER_DAY)
}

const inOrder = (samples: readonly Sample[]): Promise<Result> =>
  withStation({ meters }, async station => {
    await takeAll(station, [[...samples].sort((a, b) => a.atMs - b.atMs)], [])
    return resultOf(station)
  })

const way = fc.record({
  seed: fc.integer({ min: 1, max: 1_000_000 }),
  missing: fc.constantFrom(0, 0.02, 0.3),
  lateDays: fc.constantFrom(0, 0.3, 2, 7),
  together: fc.boolean(),
  doubled: fc.constantFrom(0, 0.1, 1),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
  restarts: fc.array(fc.boolean(), { maxLength: 3 }),
})

describe('same readings, same result', () => {
  it('ends in the same days, findings and charges, however the readings arrive', async () => {
    await fc.assert(
      fc.asyncProperty(way, async ({ seed, missing, cuts, restarts, ...delivery }) => {
        const samples = district(seed, missing)
        const expected = await inOrder(samples)
        const arriving = deliver(samples, { seed, ...delivery })
        await withStation({ meters }, async station => {
          await takeAll(station, cutAt(arriving, cuts), restarts)
          const result = await resultOf(station)
          expect(result.features).toEqual(expected.features)
          expect(result.findings).toEqual(expected.findings)
          expect(result.charges).toEqual(expected.charges)
          expect(result.openedAt).toEqual(expected.openedAt)
          expect(await outcomesInAll(station)).toBe(arriving.length)
        })
      }),
      { numRuns: 30, endOnFailure: false },
    )
  })

  it('ends the same wherever batches are cut and engines restarted, even when readings come weeks late', async () => {
    await fc.assert(
      fc.asyncProperty(way, async ({ seed, missing, cuts, restarts, ...delivery }) => {
        const arriving = deliver(district(seed, missing), { seed, ...delivery, lateDays: 20 })
        const end = async (batches: readonly Sample[][], between: readonly boolean[]) =>
          withStation({ meters }, async station => {
            await takeAll(station, batches, between)
            return { ...(await resultOf(station)), outcomes: await outcomeCounts(station.ports.store.db) }
          })
        expect(await end(cutAt(arriving, cuts), restarts)).toEqual(await end([arriving], []))
      }),
      { numRuns: 30 },
    )
  })
})
