import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DayFeatures, type Detector, detectors, type RegistryFacts } from '../../detectors/index.ts'
import type { Signature } from '../../schemas/finding.ts'
import { addCurves, type Curve } from './support/curve.ts'
import { drawFurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { highest } from './support/highest.ts'
import { LOOK_ALIKES } from './support/lookalike-catalogue.ts'
import { dayShiftWorks, office } from './support/lookalikes.ts'
import { drawMineSite, mineCurve } from './support/mines.ts'
import { createRandom, type Random } from './support/random.ts'
import { featuresOf, registryOf, windowsOf } from './support/windows.ts'

const DAYS = 28
const SEEDS = Array.from({ length: 8 }, (_, i) => 3001 + 19 * i)

const furnaceOf = (random: Random, kw: number): Curve =>
  furnaceCurve(random, { ...drawFurnaceSite(random, DAYS), kw, activeShare: 0.95 })
const mineOf = (random: Random, kw: number): Curve =>
  mineCurve(random, { ...drawMineSite(random, DAYS), kw, peakOff: false, stepAtDay: null })

/** A suspect of each signature that a curve alone gives away, at a size of `kw`. */
const SUSPECTS: Partial<Record<Signature, (random: Random, kw: number) => Curve>> = {
  'induction-furnace': furnaceOf,
  'crypto-mining': mineOf,
}
const LICENCES: Partial<Record<Signature, RegistryFacts['licensedProcesses']>> = {
  'induction-furnace': ['induction-melting'],
  'crypto-mining': ['isp'],
}

const lastScore = (detector: Detector, days: readonly DayFeatures[], facts: Partial<RegistryFacts> = {}) =>
  detector.score(windowsOf(days, registryOf(facts)).at(-1)!)

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length

const suspects = detectors.flatMap(detector => {
  const draw = SUSPECTS[detector.signature]
  return draw ? [[detector.signature, detector, draw] as const] : []
})

/** Scores may wobble by so little without telling anybody more or less. */
const SLIGHT = 0.02

describe.each(suspects)('%s: evidence', (signature, detector, draw) => {
  test('grows, and never shrinks, with the days that show it', () => {
    const scores = SEEDS.map(seed => {
      const random = createRandom(seed)
      const with_ = featuresOf(addCurves(draw(random, 400), office(random, DAYS, 150)))
      const without = featuresOf(office(createRandom(seed + 1), DAYS, 150))
      // The suspect load comes on the 14th day; the window ends some days later.
      const from = 14
      return [0, 2, 4, 7, 10, 14].map(count =>
        lastScore(detector, [...without.slice(0, from), ...with_.slice(from, from + count)]),
      )
    })
    const byCount = scores[0]!.map((_, i) => mean(scores.map(row => row[i]!)))
    for (let i = 1; i < byCount.length; i++)
      expect(byCount[i]! - byCount[i - 1]!, byCount.join(' ')).toBeGreaterThan(-SLIGHT)
    expect(byCount.at(-1)! - byCount[0]!).toBeGreaterThan(0.5)
  })

  test('grows with the share the suspect load has of its site', () => {
    const scores = [0.1, 0.3, 1, 3].map(share =>
      mean(
        SEEDS.map(seed => {
          const random = createRandom(seed)
          const host = dayShiftWorks(random, DAYS, 600)
          return lastScore(detector, featuresOf(addCurves(draw(random, 600 * share), host)))
        }),
      ),
    )
    for (let i = 1; i < scores.length; i++)
      expect(scores[i]! - scores[i - 1]!, scores.join(' ')).toBeGreaterThan(-SLIGHT)
  })

  test('falls by a licence and by nothing else that is lawful on file', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SEEDS),
        fc.constantFrom('3311', '5990', '6450', '4610'),
        (seed, code) => {
          const days = featuresOf(draw(createRandom(seed), 500))
          const facts = { industryCode: code }
          const plain = lastScore(detector, days, facts)
          const licensed = lastScore(detector, days, { ...facts, licensedProcesses: LICENCES[signature]! })
          expect(licensed).toBeLessThanOrEqual(plain)
          expect(licensed).toBeLessThan(0.7)
          expect(lastScore(detector, days, { ...facts, licensedProcesses: ['welding'] })).toBe(plain)
        },
      ),
      { numRuns: 12 },
    )
  })

  test('is the same at twice the size, within what such sites have', () => {
    for (const seed of SEEDS) {
      const curve = draw(createRandom(seed), 400)
      const twice = { ...curve, kw: curve.kw.map(kw => 2 * kw), kvar: curve.kvar.map(kvar => 2 * kvar) }
      expect(
        Math.abs(lastScore(detector, featuresOf(twice)) - lastScore(detector, featuresOf(curve))),
      ).toBeLessThan(0.05)
    }
  })
})

interface Labelled {
  readonly isSuspect: boolean
  readonly days: readonly DayFeatures[]
  readonly facts: Partial<RegistryFacts>
}

/** Suspects of a signature under hosts of all sizes, and a draw of every look-alike. */
const labelled = (draw: (random: Random, kw: number) => Curve): Labelled[] => [
  ...SEEDS.map(seed => {
    const random = createRandom(seed)
    const host = dayShiftWorks(random, DAYS, random.between(20, 300))
    return { isSuspect: true, days: featuresOf(addCurves(draw(random, 300), host)), facts: {} }
  }),
  ...LOOK_ALIKES.map(({ load, kw: [least, most], facts = {} }, i) => {
    const random = createRandom(4001 + i)
    return {
      isSuspect: false,
      days: featuresOf(load(random, DAYS, least + (most - least) * random.between(0, 1))),
      facts,
    }
  }),
]

/** Mean precision at the ranks of the suspects; ties count against. */
const averagePrecision = (all: readonly Labelled[], score: (one: Labelled) => number): number => {
  const ranked = all
    .map(one => ({ one, score: score(one) }))
    .sort((a, b) => b.score - a.score || Number(a.one.isSuspect) - Number(b.one.isSuspect))
  let found = 0
  const precisions = ranked.flatMap(({ one }, i) => (one.isSuspect ? [++found / (i + 1)] : []))
  return mean(precisions)
}

const dice = createRandom(5)
const overDays = (days: readonly DayFeatures[], pick: (day: DayFeatures) => number): number =>
  mean(days.map(pick).filter(Number.isFinite))
const RULES: Record<string, (one: Labelled) => number> = {
  null: () => 0.5,
  random: () => dice.between(0, 1),
  'load factor': ({ days }) => overDays(days, day => day.meanKw / day.maxKw),
  'valley share': ({ days }) => overDays(days, day => day.valleyKw / day.peakKw),
}

describe.each(suspects)('%s: a small labelled set', (signature, _detector, drawSuspect) => {
  test.each(Object.entries(RULES))('is ranked better than by %s', (_name, rule) => {
    const all = labelled(drawSuspect)
    const ours = averagePrecision(all, ({ days, facts }) => highest(signature, days, facts).score)
    expect(ours).toBeGreaterThan(averagePrecision(all, rule) + 0.2)
  })
})
