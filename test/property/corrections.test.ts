import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayText, MS_PER_DAY } from '../../schemas/day.ts'
import type { Meter } from '../../schemas/meter.ts'
import type { ReadingBatch } from '../../services/adapters/log/index.ts'
import { createRandom } from '../detectors/support/random.ts'
import { correct, differences, effectsOf, findingsNow } from '../services/corrections/said.ts'
import { standOf } from '../services/corrections/stand.ts'
import { furnaceSamples, shopSamples } from '../support/furnace.ts'
import { meter } from '../support/meters.ts'
import { batchOf, MONDAY, type Sample, slotEndMs } from '../support/readings.ts'
import { cutAt } from '../support/shuffle.ts'
import { type Station, withStation } from '../support/station.ts'

const DAYS = 8
const END_MS = slotEndMs(MONDAY + DAYS, 95)
const POINTS = ['P1', 'P2', 'P3', 'P4']

/** What the registry says of three meters; no two stand at one point. */
const facts = fc
  .tuple(
    fc.shuffledSubarray(POINTS, { minLength: 3, maxLength: 3 }),
    fc.array(
      fc.record({
        customerId: fc.constantFrom('C1', 'C2', 'C3'),
        customerName: fc.constantFrom('甲', '乙'),
        districtCode: fc.constantFrom('500107', '500115', '110101'),
        industryCode: fc.constantFrom('5990', '3130', '6450'),
        contractKva: fc.constantFrom(0, 1_600),
        licensedProcesses: fc.constantFrom<Meter['licensedProcesses'][]>([], [], ['induction-melting']),
        multiplier: fc.constantFrom(1, 1, 0.1, 40),
      }),
      { minLength: 3, maxLength: 3 },
    ),
  )
  .map(([points, meters]) =>
    meters.map((one, i) => meter({ meterId: `M${i + 1}`, pointId: points[i]!, ...one })),
  )

/** Registries that say one of two things, and from a day on it may be the other. */
const registries = fc
  .record({
    said: fc.array(facts, { minLength: 2, maxLength: 2 }),
    ways: fc.array(
      fc.record({
        first: fc.nat(1),
        second: fc.option(fc.nat(1)),
        cut: fc.integer({ min: 1, max: DAYS - 1 }),
      }),
      { minLength: 2, maxLength: 4 },
    ),
  })
  .map(({ said, ways }) =>
    ways.map(({ first, second, cut }) => [
      ...said[first]!,
      ...(second === null ? [] : said[second]!.map(one => ({ ...one, validFrom: dayText(MONDAY + cut) }))),
    ]),
  )

/** Some readings never came, and the last day is not over. */
const readings = (seed: number, missing: number, tail: number): Sample[] => {
  const random = createRandom(seed)
  return [
    ...furnaceSamples('M1', MONDAY, DAYS, { seed }),
    ...shopSamples('M2', MONDAY, DAYS, seed),
    ...furnaceSamples('M3', MONDAY, DAYS, { seed: seed + 1, kw: 400 }),
  ]
    .filter(({ atMs }) => atMs <= slotEndMs(MONDAY + DAYS - 1, 95 - tail) && !random.chance(missing))
    .sort((a, b) => a.atMs - b.atMs)
}

type Side = ReadingBatch['side']

const way = fc.record({
  seed: fc.integer({ min: 1, max: 1_000 }),
  missing: fc.constantFrom(0, 0, 0.01, 0.2),
  tail: fc.constantFrom(0, 1, 30, 70),
  registries,
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
  sides: fc.array(fc.constantFrom<Side>('primary', 'secondary'), { minLength: 4, maxLength: 4 }),
  /** Before which piece of the readings the next registry comes; the last ones come at the end */
  when: fc.array(fc.nat(4), { minLength: 4, maxLength: 4 }),
  restarts: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  waits: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
})

const say = ({ engine }: Station, meters: readonly Meter[]) =>
  engine.importRegistry(meters, { replace: true }, 'test')

describe('a registry that was wrong and is corrected', () => {
  it('ends as if it had been right from the start', async () => {
    await fc.assert(
      fc.asyncProperty(
        way,
        async ({ seed, missing, tail, registries, cuts, sides, when, restarts, waits }) => {
          const pieces = cutAt(readings(seed, missing, tail), cuts).map((samples, i) =>
            batchOf(samples, sides[i]),
          )
          const right = registries.at(-1)!
          const end = async (station: Station) => {
            await station.engine.settle()
            // Whether a day that moved is closed by its readings may depend on where they came to first.
            await station.engine.closeByClock(END_MS + MS_PER_DAY)
            return standOf(station, POINTS)
          }
          const expected = await withStation({ meters: right }, async station => {
            for (const piece of pieces) await station.engine.append(piece, [], 'test')
            return end(station)
          })
          await withStation({ meters: registries[0]! }, async station => {
            const coming = registries.slice(1).map((meters, i) => ({ meters, before: when[i]! }))
            for (const [i, piece] of pieces.entries()) {
              while (coming.length > 1 && coming[0]!.before <= i) await say(station, coming.shift()!.meters)
              await station.engine.append(piece, [], 'test')
              if (waits[i]) await station.engine.settle()
              if (restarts[i]) await station.restart()
            }
            for (const { meters } of coming) {
              await say(station, meters)
              if (waits[4]) await station.engine.settle()
            }
            if (restarts[4]) await station.restart()
            expect(await end(station)).toEqual(expected)
          })
        },
      ),
      { numRuns: 40, endOnFailure: true },
    )
  })

  it('tells exactly the findings that came, went or changed', async () => {
    const two = fc.record({ seed: fc.integer({ min: 1, max: 1_000 }), registries })
    await fc.assert(
      fc.asyncProperty(two, async ({ seed, registries: [wrong, ...right] }) => {
        await withStation({ meters: wrong! }, async station => {
          await station.engine.append(batchOf(readings(seed, 0, 0), 'secondary'), [], 'test')
          await station.engine.settle()
          for (const meters of right) {
            const before = await findingsNow(station)
            const id = await correct(station, meters)
            const expected = differences(before, await findingsNow(station))
            const told = id === null ? new Map() : await effectsOf(station, id)
            expect(new Set(told.keys())).toEqual(new Set(expected.keys()))
            for (const [place, effect] of expected) expect(told.get(place)).toMatchObject(effect)
          }
        })
      }),
      { numRuns: 40 },
    )
  })
})
