import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MS_PER_DAY } from '../../schemas/day.ts'
import { listCases } from '../../services/cases/index.ts'
import { loadRecording, type RecordingName } from '../../services/simulator/index.ts'
import { addCurves, type Curve, drawCurve } from '../detectors/support/curve.ts'
import { drawFurnaceSite, furnaceCurve } from '../detectors/support/furnaces.ts'
import * as legal from '../detectors/support/lookalikes.ts'
import { drawMineSite, mineCurve } from '../detectors/support/mines.ts'
import { createRandom, type Random } from '../detectors/support/random.ts'
import { DIRT, type Dirt, samplesOf, soil } from '../support/dirt.ts'
import { meter } from '../support/meters.ts'
import { MONDAY, type Sample, slotEndMs } from '../support/readings.ts'
import { cutAt, deliver } from '../support/shuffle.ts'
import { withStation } from '../support/station.ts'

const DAYS = 35
const CLEAN_RUNS = 12
const SITES = 10
const RECORDED: readonly RecordingName[] = [
  'steel-works-2018',
  'metal-processing-2018-02-05',
  'furniture-store-2015-10-12',
  'school-2014-01-13',
  'administration-2015-11-02',
]

/** A recorded load at some size; recordings have no kvar here. */
const recorded = (name: RecordingName, kw: number): Curve => {
  const { kw: values } = loadRecording(name)
  const top = values.reduce((most, value) => Math.max(most, value), 0)
  return drawCurve(DAYS, (_hour, _day, slot) => ({ kw: (kw * values[slot]!) / top, powerFactor: 1 }))
}

const SIMULATED = [
  legal.dayShiftWorks,
  legal.office,
  legal.threeShiftTextile,
  legal.coldStore,
  legal.waterWorks,
  legal.chargingDepot,
  legal.nightShiftWorks,
  legal.heatTreatment,
]

const size = (random: Random): number => 60 * 20 ** random.between(0, 1)

/** Legal loads, recorded ones without kvar and simulated ones with it, each at a meter of its own. */
const legalSamples = (seed: number): Sample[][] => {
  const random = createRandom(seed)
  const drawnRecording = RECORDED[Math.floor(random.between(0, RECORDED.length))]!
  const simulated = [0, 1, 2].map(() => SIMULATED[Math.floor(random.between(0, SIMULATED.length))]!)
  return [
    samplesOf(recorded(drawnRecording, size(random)), 'M0', false),
    ...simulated.map((load, i) => samplesOf(load(random, DAYS, size(random)), `M${i + 1}`)),
  ]
}

const anyDirt: fc.Arbitrary<Dirt> = fc.record({
  kind: fc.constantFrom(...DIRT),
  day: fc.integer({ min: 0, max: DAYS - 1 }),
  slot: fc.integer({ min: 0, max: 95 }),
  amount: fc.double({ min: 0, max: 1, noNaN: true }),
})

/** The signatures of the cases that these readings open, by customer. */
const accused = (
  samples: readonly Sample[],
  cuts: readonly number[] = [],
): Promise<Map<string, string[]>> => {
  const meters = [...new Set(samples.map(({ meterId }) => meterId))].map(meterId =>
    meter({ meterId, industryCode: '3311' }),
  )
  return withStation({ meters }, async station => {
    for (const batch of cutAt(samples, cuts)) if (batch.length > 0) await station.take(batch)
    await station.engine.closeByClock(slotEndMs(MONDAY + DAYS, 95) + MS_PER_DAY)
    const cases = await listCases(station.ports.store.db, { limit: 100 })
    return new Map(
      cases.map(({ customerId, charges }) => [customerId, charges.map(({ signature }) => signature)]),
    )
  })
}

describe('dirty data', () => {
  it('makes no suspect of a legal load, whatever goes wrong and in whatever order it comes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(anyDirt, { minLength: 1, maxLength: 20, size: 'max' }),
        fc.record({
          lateDays: fc.constantFrom(0, 0.3, 5),
          together: fc.boolean(),
          doubled: fc.constantFrom(0, 0.1),
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 3 }),
        async (seed, dirt, delivery, cuts) => {
          const samples = legalSamples(seed).flatMap(load => soil(load, dirt))
          const arriving = deliver(samples, { seed, ...delivery })
          expect(Object.fromEntries(await accused(arriving, cuts))).toEqual({})
        },
      ),
      { numRuns: CLEAN_RUNS, seed: 20_240_506, endOnFailure: true },
    )
  })
})

/** Dirt on a third of the days. */
const thirdOfDays = (random: Random): Dirt[] =>
  Array.from({ length: DAYS }, (_, day) => day).flatMap(day =>
    random.chance(1 / 3)
      ? [
          {
            kind: DIRT[Math.floor(random.between(0, DIRT.length))]!,
            day,
            slot: Math.floor(random.between(0, 96)),
            amount: random.between(0, 1),
          },
        ]
      : [],
  )

describe('a suspect whose data are dirty on a third of the days', () => {
  it.each([
    [
      'induction-furnace',
      (random: Random) =>
        addCurves(furnaceCurve(random, drawFurnaceSite(random, DAYS)), legal.dayShiftWorks(random, DAYS, 60)),
    ],
    [
      'crypto-mining',
      (random: Random) => mineCurve(random, { ...drawMineSite(random, DAYS), peakOff: false, kw: 200 }),
    ],
  ])('is found in most cases: %s', async (signature, draw) => {
    const samples = Array.from({ length: SITES }, (_, i) => {
      const random = createRandom(500 + i)
      return soil(samplesOf(draw(random), `M${i}`), thirdOfDays(random))
    })
    const cases = await accused(samples.flat())
    const found = [...cases.values()].filter(signatures => signatures.includes(signature)).length
    expect(found / SITES).toBeGreaterThanOrEqual(0.8)
  })
})
