import { describe, expect, test } from 'vitest'
import { type DayFeatures, FEATURE_NAMES } from '../../detectors/index.ts'
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
  test('alone on its meter opens a case once its drift has been seen for some days', () => {
    const first = SEEDS.map(
      seed => highest(SIGNATURE, featuresOf(mineAt(seed, { peakOff: false, noise: 0.01 }))).firstDay,
    )
    expect(first.filter(day => day >= 2 && day <= 12).length).toBeGreaterThanOrEqual(10)
  })

  test('that stops at peak hours is found by its level', () => {
    expect(
      atLeast(scores(SEEDS.map(seed => mineAt(seed, { peakOff: true }))), OPENING),
    ).toBeGreaterThanOrEqual(10)
  })

  test('that stops at peak hours is found under a works that outweighs it', () => {
    const curves = SEEDS.map(seed =>
      addCurves(
        mineAt(seed, { kw: 80, peakOff: true, stepAtDay: null }),
        dayShiftWorks(createRandom(seed + 1), 40, 200),
      ),
    )
    expect(atLeast(scores(curves), OPENING)).toBeGreaterThanOrEqual(10)
  })

  test('under an office it outweighs is found by the floor', () => {
    const curves = SEEDS.map(seed => {
      const host = office(createRandom(seed + 1), 40, 60)
      return addCurves(mineAt(seed, { kw: 100, peakOff: false, stepAtDay: null }), host)
    })
    expect(atLeast(scores(curves), OPENING)).toBeGreaterThanOrEqual(9)
  })

  const begun = (seed: number, wishes: Partial<MineSite> = {}): Curve => {
    const mine = mineAt(seed, { kw: 60, peakOff: false, stepAtDay: null, fromDay: 20, ...wishes })
    return addCurves(office(createRandom(seed + 1), 40, 150), mine)
  }

  test.each([
    ['with fans', {}],
    ['with strong cooling', { coolingPerK: 0.015, coolingFromC: 12 }],
  ])('begun under an office is found within five days, %s', (_name, wishes) => {
    const first = SEEDS.map(seed => highest(SIGNATURE, featuresOf(begun(seed, wishes))).firstDay)
    expect(first.filter(day => day >= 22 && day <= 25).length).toBeGreaterThanOrEqual(10)
  })

  test('alone without kvar opens a case when it is seen to begin, and otherwise only when it is very still', () => {
    const without = (wishes: Partial<MineSite>) =>
      SEEDS.map(seed => {
        const mine = mineAt(seed, { peakOff: false, stepAtDay: null, ...wishes })
        return highest(SIGNATURE, featuresOf(mine, 'kvar')).score
      })
    expect(atLeast(without({ fromDay: 12, noise: 0.01 }), OPENING)).toBeGreaterThanOrEqual(10)
    expect(atLeast(without({ noise: 0.008 }), OPENING)).toBeGreaterThanOrEqual(8)
    expect(atLeast(without({ noise: 0.022 }), OPENING)).toBeLessThanOrEqual(2)
  })

  test('needs some days', () => {
    const days = featuresOf(mineAt(9001, { peakOff: false })).slice(0, 2)
    expect(highest(SIGNATURE, days).score).toBeLessThan(OPENING)
  })
})

/** What daily registers leave of a day. */
const registerDay = (day: DayFeatures): DayFeatures => ({
  ...(Object.fromEntries(FEATURE_NAMES.map(name => [name, Number.NaN])) as unknown as DayFeatures),
  day: day.day,
  intervalMinutes: 1440,
  dayKind: day.dayKind,
  coverage: 1,
  kwh: day.kwh,
  meanKw: day.meanKw,
  valleyKw: day.valleyKw,
  flatKw: day.flatKw,
  peakKw: day.peakKw,
})

describe('daily registers alone', () => {
  const daysOf = (curve: Curve) => featuresOf(curve).map(registerDay)
  const begun = (seed: number) =>
    daysOf(mineAt(seed, { peakOff: false, stepAtDay: null, outagesPerMonth: 0, fromDay: 15 }))

  test('open a case only on a load that begins at once and is equal ever after', () => {
    expect(
      atLeast(
        SEEDS.map(seed => highest(SIGNATURE, begun(seed)).score),
        OPENING,
      ),
    ).toBeGreaterThanOrEqual(9)
    for (const seed of SEEDS) {
      expect(highest(SIGNATURE, begun(seed)).score).toBeLessThan(0.8)
      expect(highest(SIGNATURE, daysOf(office(createRandom(seed), 40, 200))).score).toBeLessThan(0.1)
      expect(highest(SIGNATURE, daysOf(mineAt(seed, { peakOff: false }))).score).toBeLessThan(OPENING)
    }
  })

  test('say what they cannot tell', () => {
    const window = windowsOf(begun(9001), registryOf()).at(-1)!
    const { limits, evidence, dates } = detectorOf(SIGNATURE).explain(window)
    expect(limits.some(({ zh }) => zh.includes('只有每日示数'))).toBe(true)
    expect(evidence.filter(({ unit }) => unit !== '').length).toBeGreaterThanOrEqual(3)
    expect(dates.length).toBeLessThanOrEqual(14)
  })
})

describe('the registry', () => {
  const days = featuresOf(mineAt(9002, { peakOff: false }))
  const scoreWith = (facts: Parameters<typeof registryOf>[0]) => highest(SIGNATURE, days, facts).score

  test('explains a flat load by an isp licence, not by an internet trade', () => {
    expect(scoreWith({ industryCode: '6450', licensedProcesses: ['isp'] })).toBeLessThan(0.6)
    expect(scoreWith({ industryCode: '6450' })).toBeGreaterThan(0.6)
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
    expect(attributableKw).toBeGreaterThan(110)
    expect(attributableKw).toBeLessThan(200)
  })

  test('dates the beginning, with the level before and after', () => {
    const late = mineAt(9003, { kw: 60, peakOff: false, stepAtDay: null, outagesPerMonth: 0, fromDay: 20 })
    const { evidence, attributableKw, dates } = explain(addCurves(late, office(createRandom(32), 40, 150)))
    const step = evidence.find(({ name }) => name === 'step-up')!
    expect(step.en).toContain('2024-01-21')
    expect(step.value).toBeGreaterThan(50)
    expect(step.value).toBeLessThan(75)
    expect(attributableKw).toBe(Math.max(attributableKw, 50))
    expect(dates.every(({ date }) => date >= '2024-01-21')).toBe(true)
    expect(dates.length).toBe(14)
  })

  test('carries facts with units and speaks both languages', () => {
    const { evidence, sentence, innocent } = explain(mine)
    expect(evidence.filter(({ unit }) => unit !== '').length).toBeGreaterThanOrEqual(3)
    expect(sentence.zh).toMatch(/核查/)
    expect(sentence.en).toMatch(/site check/)
    expect(innocent.length).toBeGreaterThanOrEqual(5)
  })
})
