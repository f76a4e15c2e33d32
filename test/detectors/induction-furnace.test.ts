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

  test('scores no less with one more night of the same melting', () => {
    const idle = featuresOf(office(createRandom(4), 20, 60))
    const melting = featuresOf(siteAt(7004, { dual: false, activeShare: 1 }))[5]!
    const scoreOf = (nights: number): number => {
      const days = idle.map((day, i) => (i >= 6 && i < 6 + nights ? { ...melting, day: day.day } : day))
      return detectorOf(SIGNATURE).score(windowsOf(days, registryOf()).at(-1)!)
    }
    for (let nights = 1; nights < 12; nights++)
      expect(scoreOf(nights)).toBeGreaterThanOrEqual(scoreOf(nights - 1) - 1e-9)
  })

  test('opens after a campaign of three nights, and fades only slowly', () => {
    const opened = SEEDS.filter(seed => {
      const site = siteAt(seed, { dual: false, activeShare: 1, fromHour: 22 }, false)
      const quiet = featuresOf(office(createRandom(seed), 35, 0.1 * Math.max(...site.kw)))
      const campaign = featuresOf(site)
      const days = quiet.map((day, i) => (i >= 5 && i < 9 ? { ...campaign[i]!, day: day.day } : day))
      const scores = windowsOf(days, registryOf()).map(window => detectorOf(SIGNATURE).score(window))
      const top = Math.max(...scores.slice(0, 12))
      expect(scores[30]).toBeGreaterThan(0.8 * top)
      return top >= OPENING
    })
    expect(opened.length).toBeGreaterThanOrEqual(SEEDS.length - 1)
  })

  test('stands under one day that is read tenfold, one that is stuck and one that is missing', () => {
    for (const seed of SEEDS.slice(0, 4)) {
      const site = siteAt(seed, { dual: false, activeShare: 1 })
      const clean = highest(SIGNATURE, featuresOf(site)).score
      const dirty = { ...site, kw: site.kw.slice(), kvar: site.kvar.slice() }
      for (let i = 960; i < 1056; i++) {
        dirty.kw[i]! *= 10
        dirty.kvar[i]! *= 10
      }
      dirty.kw.fill(dirty.kw[1600]!, 1600, 1700)
      dirty.kw.fill(Number.NaN, 2000, 2096)
      const days = featuresOf(dirty)
      expect(highest(SIGNATURE, days).score).toBeGreaterThan(clean - 0.05)
      const { attributableKwh } = detectorOf(SIGNATURE).explain(windowsOf(days, registryOf()).at(-1)!)
      const before = detectorOf(SIGNATURE).explain(windowsOf(featuresOf(site), registryOf()).at(-1)!)
      expect(attributableKwh).toBeLessThan(1.1 * before.attributableKwh)
    }
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
    for (const licence of ['sand-casting', 'die-casting', 'cupola-melting'] as const)
      expect(scoreWith({ licensedProcesses: [licence] })).toBe(scoreWith({}))
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

describe('nights', () => {
  const site = {
    dual: false,
    kw: 900,
    activeShare: 1,
    fromHour: 22,
    hours: 8,
    heatMinutes: 60,
    gapMinutes: 12,
  }
  const window = windowsOf(featuresOf(siteAt(7009, site, false)), registryOf()).at(-1)!
  const { dates, attributableKwh } = detectorOf(SIGNATURE).explain(window)

  test('are dated by the evening they begin on, the latest last, at most fourteen', () => {
    expect(dates.length).toBe(14)
    expect(dates.map(({ date }) => date)).toEqual(dates.map(({ date }) => date).toSorted())
    for (const { from, to } of dates.slice(0, -1)) {
      expect(from).toMatch(/^2[12]:/)
      expect(to).toMatch(/^0[4567]:/)
    }
  })

  test('share the energy of the window', () => {
    const usual = attributableKwh / window.days.length
    for (const { kwh } of dates.slice(1, -1)) {
      expect(kwh).toBeGreaterThan(0.7 * usual)
      expect(kwh).toBeLessThan(1.3 * usual)
    }
  })
})

const hourly = (curve: Curve): Curve => {
  const mean = (column: Float64Array) =>
    Float64Array.from({ length: column.length / 4 }, (_, i) =>
      column.subarray(4 * i, 4 * i + 4).reduce((sum, value) => sum + value / 4, 0),
    )
  return { ...curve, intervalMinutes: 60, kw: mean(curve.kw), kvar: mean(curve.kvar) }
}

describe('readings that show no heats', () => {
  test('of 60 minutes cannot be judged, and it says so', () => {
    const days = featuresOf(hourly(siteAt(7001, {})))
    const { score, cannotJudge } = detectorOf(SIGNATURE).explain(windowsOf(days, registryOf()).at(-1)!)
    expect(score).toBe(0)
    expect(cannotJudge?.en).toMatch(/interval/)
    expect(cannotJudge?.zh).toMatch(/无法判断/)
  })

  test('do not hide those that do: a window of both is judged by what can be', () => {
    const fine = featuresOf(siteAt(7001, { dual: false, activeShare: 1 }))
    const coarse = featuresOf(hourly(siteAt(7001, { dual: false, activeShare: 1 })))
    const days = fine.map((day, i) => (i < 12 ? coarse[i]! : day))
    const explained = detectorOf(SIGNATURE).explain(windowsOf(days, registryOf()).at(-1)!)
    expect(explained.score).toBeGreaterThanOrEqual(OPENING)
    expect(explained.limits.some(({ en }) => /not judged/.test(en))).toBe(true)
  })
})
