import { describe, expect, test } from 'vitest'
import { addCurves, type Curve } from './support/curve.ts'
import { detectorOf, highest, OPENING } from './support/highest.ts'
import { dayShiftWorks, office } from './support/lookalikes.ts'
import { drawMineSite, type MineSite, mineCurve } from './support/mines.ts'
import { createRandom } from './support/random.ts'
import { featuresOf, registryOf, windowsOf } from './support/windows.ts'

const SEEDS = Array.from({ length: 12 }, (_, i) => 9001 + 17 * i)
const SIGNATURE = 'crypto-mining'

const mineAt = (seed: number, wishes: Partial<MineSite> = {}): Curve => {
  const random = createRandom(seed)
  return mineCurve(random, { ...drawMineSite(random, 40), ...wishes })
}

const scores = (curves: readonly Curve[], facts: Parameters<typeof registryOf>[0] = {}): number[] =>
  curves.map(curve => highest(SIGNATURE, featuresOf(curve), facts).score)

const atLeast = (values: readonly number[], threshold: number): number =>
  values.filter(value => value >= threshold).length

describe('a mine', () => {
  test('alone on its meter opens a case within a week', () => {
    for (const seed of SEEDS) {
      const { firstDay } = highest(SIGNATURE, featuresOf(mineAt(seed, { peakOff: false })))
      expect(firstDay).toBeGreaterThanOrEqual(2)
      expect(firstDay).toBeLessThanOrEqual(7)
    }
  })

  test('that stops at peak hours is found by its level', () => {
    expect(
      atLeast(scores(SEEDS.map(seed => mineAt(seed, { peakOff: true }))), OPENING),
    ).toBeGreaterThanOrEqual(10)
  })

  test('under an office it outweighs is found by the floor', () => {
    const curves = SEEDS.map(seed => {
      const host = office(createRandom(seed + 1), 40, 60)
      return addCurves(mineAt(seed, { kw: 100, peakOff: false, stepAtDay: null }), host)
    })
    expect(atLeast(scores(curves), OPENING)).toBeGreaterThanOrEqual(9)
  })

  test('switched on halfway is found within a week of it', () => {
    const host = office(createRandom(21), 40, 150)
    const mine = mineAt(22, { kw: 120, peakOff: false, stepAtDay: null, outagesPerMonth: 0 })
    for (const values of [mine.kw, mine.kvar]) values.fill(0, 0, 20 * 96)
    const { firstDay } = highest(SIGNATURE, featuresOf(addCurves(host, mine)))
    expect(firstDay).toBeGreaterThanOrEqual(20)
    expect(firstDay).toBeLessThanOrEqual(27)
  })

  test('without kvar and without any other sign stays in the middle', () => {
    const curve = mineAt(9001, { peakOff: false })
    const { score } = highest(SIGNATURE, featuresOf(curve, 'kvar'))
    expect(score).toBeGreaterThan(0.4)
    expect(score).toBeLessThan(OPENING)
  })

  test('needs some days', () => {
    const days = featuresOf(mineAt(9001, { peakOff: false })).slice(0, 2)
    expect(highest(SIGNATURE, days).score).toBeLessThan(OPENING)
  })
})

describe('the registry', () => {
  const days = featuresOf(mineAt(9002, { peakOff: false }))
  const scoreWith = (facts: Parameters<typeof registryOf>[0]) => highest(SIGNATURE, days, facts).score

  test('explains a flat load by an isp licence, not by an internet trade', () => {
    expect(scoreWith({ industryCode: '6450', licensedProcesses: ['isp'] })).toBeLessThan(0.6)
    expect(scoreWith({ industryCode: '6450' })).toBeGreaterThanOrEqual(OPENING)
  })

  test('makes a flat load likelier to be lawful in water works than in a warehouse', () => {
    expect(scoreWith({ industryCode: '4610' })).toBeLessThan(scoreWith({ industryCode: '5990' }))
  })
})

describe('a meter stuck at one value', () => {
  test('is no mine', () => {
    const slots = new Float64Array(96 * 20).fill(80)
    const curve = { days: 20, intervalMinutes: 15, kw: slots, kvar: slots.map(kw => kw * 0.2) }
    expect(scores([curve])[0]).toBeLessThan(OPENING)
  })
})

describe('an explanation', () => {
  const mine = mineAt(9003, { kw: 150, peakOff: false, stepAtDay: null, outagesPerMonth: 0 })
  const explain = (curve: Curve) =>
    detectorOf(SIGNATURE).explain(windowsOf(featuresOf(curve), registryOf()).at(-1)!)

  test('attributes the constant load alone', () => {
    const { attributableKw, attributableKwh } = explain(mine)
    expect(attributableKw).toBeGreaterThan(140)
    expect(attributableKw).toBeLessThan(165)
    expect(attributableKwh / (attributableKw * 24 * 35)).toBeCloseTo(1, 1)
  })

  test('attributes little more than the mine under a host', () => {
    const host = dayShiftWorks(createRandom(31), 40, 120)
    const { attributableKw } = explain(addCurves(mine, host))
    expect(attributableKw).toBeGreaterThan(140)
    expect(attributableKw).toBeLessThan(200)
  })

  test('carries facts with units and speaks both languages', () => {
    const { evidence, sentence, innocent } = explain(mine)
    expect(evidence.filter(({ unit }) => unit !== '').length).toBeGreaterThanOrEqual(3)
    expect(sentence.zh).toMatch(/核查/)
    expect(sentence.en).toMatch(/site check/)
    expect(innocent.length).toBeGreaterThanOrEqual(5)
  })
})
