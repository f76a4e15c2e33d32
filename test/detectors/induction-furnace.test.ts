import { describe, expect, test } from 'vitest'
import { addCurves, type Curve } from './support/curve.ts'
import { drawFurnaceSite, type FurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { detectorOf, highest, OPENING } from './support/highest.ts'
import { dayShiftWorks, office } from './support/lookalikes.ts'
import { createRandom } from './support/random.ts'
import { FIRST_DAY, featuresOf, registryOf, windowsOf } from './support/windows.ts'

const SEEDS = Array.from({ length: 12 }, (_, i) => 7001 + 13 * i)
const SIGNATURE = 'induction-furnace'

const siteAt = (seed: number, wishes: Partial<FurnaceSite>, withHost = true): Curve => {
  const random = createRandom(seed)
  const site = { ...drawFurnaceSite(random, 40), ...wishes }
  const furnace = furnaceCurve(random, site)
  if (!withHost) return furnace
  const host = seed % 2 === 0 ? office : dayShiftWorks
  return addCurves(furnace, host(random, site.days, site.kw * random.between(0.05, 0.3)))
}

const daysRunning = (curve: Curve): number[] =>
  Array.from({ length: curve.days }, (_, day) => day).filter(day => {
    const night = curve.kw.subarray(day * 96, day * 96 + 24)
    return Math.max(...night) > 200
  })

describe('a furnace without licence', () => {
  test.each([
    ['one crucible, kvar measured', { dual: false }, undefined],
    ['two crucibles on one supply, kvar measured', { dual: true }, undefined],
    ['one crucible, no kvar', { dual: false }, 'kvar'],
    ['two crucibles on one supply, no kvar', { dual: true }, 'kvar'],
  ] as const)('opens a case under a host: %s', (_name, wishes, without) => {
    const found = SEEDS.filter(seed => {
      const days = featuresOf(siteAt(seed, wishes), without)
      return highest(SIGNATURE, days).score >= OPENING
    })
    expect(found.length).toBeGreaterThanOrEqual(SEEDS.length - 1)
  })

  test('is found by its fifth night, and never by its first', () => {
    for (const seed of SEEDS) {
      const curve = siteAt(seed, { dual: false }, false)
      const running = daysRunning(curve)
      const { firstDay } = highest(SIGNATURE, featuresOf(curve))
      expect(firstDay).toBeGreaterThan(running[0]!)
      expect(firstDay).toBeLessThanOrEqual(running[4]!)
    }
  })

  test('is found in day operation too', () => {
    const days = featuresOf(
      siteAt(7003, { dual: false, fromHour: 8, hours: 12, heatMinutes: 94, gapMinutes: 45 }),
    )
    expect(highest(SIGNATURE, days).score).toBeGreaterThanOrEqual(OPENING)
  })

  test('stays found after it stopped for three weeks', () => {
    const days = featuresOf(siteAt(7002, { dual: false, activeShare: 1 }, false)).slice(0, 35)
    const idle = featuresOf(office(createRandom(3), 35, 80))
    const stopped = days.map((day, i) => (i < 10 ? day : { ...idle[i]!, day: day.day }))
    expect(detectorOf(SIGNATURE).score(windowsOf(stopped, registryOf()).at(-1)!)).toBeGreaterThanOrEqual(
      OPENING,
    )
  })

  test('scores no less with one more night of melting', () => {
    const days = featuresOf(siteAt(7004, { dual: false, activeShare: 1 }))
    const scores = windowsOf(days.slice(0, 8), registryOf()).map(window =>
      detectorOf(SIGNATURE).score(window),
    )
    for (let i = 1; i < scores.length; i++) expect(scores[i]).toBeGreaterThanOrEqual(scores[i - 1]! - 1e-9)
  })
})

describe('one odd day', () => {
  test('opens no case', () => {
    const quiet = featuresOf(office(createRandom(5), 35, 200))
    const melting = featuresOf(siteAt(7005, { dual: false, activeShare: 1 }, false))[3]!
    const days = quiet.map((day, i) => (i === 20 ? { ...melting, day: day.day } : day))
    expect(highest(SIGNATURE, days).score).toBeLessThan(0.4)
  })
})

describe('the registry', () => {
  const days = featuresOf(siteAt(7001, { dual: false }))
  const scoreWith = (facts: Parameters<typeof registryOf>[0]) => highest(SIGNATURE, days, facts).score

  test('explains a furnace by its licence alone', () => {
    expect(scoreWith({ licensedProcesses: ['induction-melting'] })).toBeLessThan(0.6)
    expect(scoreWith({ industryCode: '3391' })).toBeGreaterThanOrEqual(OPENING)
    expect(scoreWith({ industryCode: '3130', industryEdition: '2011' })).toBeGreaterThanOrEqual(OPENING)
  })

  test('finds a melting warehouse worse than a melting foundry', () => {
    expect(scoreWith({ industryCode: '5990' })).toBeGreaterThan(scoreWith({ industryCode: '3391' }))
  })

  test('lowers, and does not lift, the score for a heating licence', () => {
    expect(scoreWith({ licensedProcesses: ['heat-treatment'] })).toBeLessThan(scoreWith({}))
  })

  test('names the licence in the sentence', () => {
    const window = windowsOf(days, registryOf({ licensedProcesses: ['induction-melting'] })).at(-1)!
    const { sentence, innocent } = detectorOf(SIGNATURE).explain(window)
    expect(sentence.zh).toMatch(/许可/)
    expect(sentence.en).toMatch(/licence/)
    expect(innocent.find(({ name }) => name === 'licensed-foundry')?.plausibility).toBeGreaterThan(0.9)
  })
})

describe('an explanation', () => {
  const site = { dual: false, kw: 1000, activeShare: 1, heatMinutes: 60, gapMinutes: 15 } as const
  const window = windowsOf(featuresOf(siteAt(7007, site)), registryOf({ contractKva: 1250 })).at(-1)!
  const explained = detectorOf(SIGNATURE).explain(window)

  test('carries facts with units and the usual range', () => {
    expect(explained.evidence.filter(({ unit }) => unit !== '').length).toBeGreaterThanOrEqual(3)
    expect(explained.evidence.some(({ normal }) => normal !== undefined)).toBe(true)
  })

  test('puts the furnace apart from its host, within a third', () => {
    expect(explained.attributableKw).toBeGreaterThan(650)
    expect(explained.attributableKw).toBeLessThan(1100)
    const curve = siteAt(7007, site, false)
    const first = (window.days[0]!.day - FIRST_DAY) * 96
    const kwh = curve.kw.subarray(first).reduce((sum, kw) => sum + kw / 4, 0)
    expect(explained.attributableKwh / kwh).toBeGreaterThan(0.67)
    expect(explained.attributableKwh / kwh).toBeLessThan(1.33)
  })

  test('weighs at least six innocent loads', () => {
    expect(explained.innocent.length).toBeGreaterThanOrEqual(6)
  })
})

test('hourly readings cannot be judged, and it says so', () => {
  const days = featuresOf(siteAt(7001, {}))
  const window = windowsOf(days, registryOf({ intervalMinutes: 60 })).at(-1)!
  const { score, cannotJudge } = detectorOf(SIGNATURE).explain(window)
  expect(score).toBe(0)
  expect(cannotJudge?.en).toMatch(/interval/)
})
