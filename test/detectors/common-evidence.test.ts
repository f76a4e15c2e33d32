import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type DayFeatures,
  type Detector,
  detectors,
  explainInFull,
  FEATURE_NAMES,
  type RegistryFacts,
} from '../../detectors/index.ts'
import { dayText } from '../../schemas/day.ts'
import { type EvidenceFact, Score } from '../../schemas/finding.ts'
import { drawCurve } from './support/curve.ts'
import { FIRST_DAY, featuresOf, registryOf } from './support/windows.ts'

const silent: Score = {
  score: 0.8,
  evidence: [],
  innocent: [],
  sentence: { zh: '疑似。', en: 'Suspected.' },
  dates: [],
  limits: [],
  inspection: null,
  attributableKw: 100,
  attributableKwh: 100,
}

/** A detector that says this of every window. */
const saying = (score: Partial<Score>): Detector => ({
  ...detectors[0]!,
  explain: () => ({ ...silent, ...score }),
})

const factsOf = (
  days: readonly DayFeatures[],
  { registry = {}, said = {} }: { registry?: Partial<RegistryFacts>; said?: Partial<Score> } = {},
): Map<string, EvidenceFact> => {
  const window = { day: days.at(-1)!.day, days, registry: registryOf(registry) }
  const score = Score.parse(explainInFull(saying(said), window))
  return new Map(score.evidence.map(fact => [fact.name, fact]))
}

/** 100 kW at every hour; from a day on another level. */
const level = (days: number, from = days, kw = 100) =>
  featuresOf(drawCurve(days, (_hour, day) => ({ kw: day >= from ? kw : 100, powerFactor: 0.95 })))

/** The least of a load that a metal works could have: 100 kW from 08 to 18, 30 kW else. */
const shifts = featuresOf(
  drawCurve(14, hour => ({ kw: hour >= 8 && hour < 18 ? 100 : 30, powerFactor: 0.9 })),
)

describe('against contract capacity', () => {
  it('tells kWh a month for each kVA', () => {
    const fact = factsOf(level(10), { registry: { contractKva: 200 } }).get('capacity-energy')!
    expect(fact).toMatchObject({ value: 360, unit: 'kWh/kVA', weight: 0 })
    expect(fact.zh).toContain('容量的 50%')
  })

  it('speaks for the accusation beyond the whole capacity alone', () => {
    expect(factsOf(level(10), { registry: { contractKva: 50 } }).get('capacity-energy')!.weight).toBe(0.5)
  })

  it('is silent where none is on file', () => {
    expect(factsOf(level(10), { registry: { contractKva: 0 } }).has('capacity-energy')).toBe(false)
  })
})

describe('against the declared trade', () => {
  it('stands beside what was measured of it, with its source', () => {
    const fact = factsOf(level(10), { registry: { industryCode: '3130' } }).get('trade-load-factor')!
    expect(fact).toMatchObject({ value: 100, normal: '18-30 %: steel processing without melting' })
    expect(fact.normalZh).toContain('18-30%')
    expect(fact.en).toContain('own measurement on public recordings (one enterprise, 10 windows of 35 days)')
    expect(fact.weight).toBeCloseTo(0.3)
  })

  it('speaks against the accusation within the range', () => {
    const { weight, value } = factsOf(shifts, { registry: { industryCode: '8331' } }).get(
      'trade-night-share',
    )!
    expect(value).toBe(23.1)
    expect(weight).toBeGreaterThan(0)
    const working = factsOf(shifts, { registry: { industryCode: '3311' } }).get('trade-night-share')!
    expect(working.weight).toBe(-0.1)
  })

  it('claims no range for a trade without a recording, nor for a code of the older edition', () => {
    for (const registry of [
      { industryCode: '5990' },
      { industryCode: '' },
      { industryCode: '3130', industryEdition: '2011' as const },
    ]) {
      const fact = factsOf(level(10), { registry }).get('trade-night-share')!
      expect(fact.normal).toBeUndefined()
      expect(fact).toMatchObject({ value: 50, weight: 0 })
    }
  })
})

describe('before and after', () => {
  const dated = (day: number) => ({
    dates: [{ date: dayText(FIRST_DAY + day), from: '22:00', to: '24:00', kwh: 5 }],
  })

  it('parts the days at the first dated one', () => {
    const fact = factsOf(level(20, 12, 250), { said: dated(12) }).get('change-daily-energy')!
    expect(fact).toMatchObject({ value: 150, unit: '%' })
    expect(fact.en).toContain('2400 kWh in the 12 days before 2024-01-13, 6000 kWh in the 8 days')
  })

  it('finds the step itself where no day is known', () => {
    expect(factsOf(level(20, 13, 180)).get('change-daily-energy')!.en).toContain('13 days before 2024-01-14')
  })

  it('says so where the days show no start', () => {
    const fact = factsOf(level(20)).get('change-daily-energy')!
    expect(fact).toMatchObject({ value: 'none', weight: 0 })
  })

  it('does not take one odd day for a start', () => {
    const odd = featuresOf(drawCurve(20, (_hour, day) => ({ kw: day === 9 ? 900 : 100, powerFactor: 0.9 })))
    expect(factsOf(odd).get('change-daily-energy')!.value).toBe('none')
  })

  it('can tell of a site that stood still before', () => {
    const still = featuresOf(drawCurve(20, (_hour, day) => ({ kw: day < 10 ? 0 : 300, powerFactor: 0.9 })))
    expect(factsOf(still).get('change-daily-energy')).toMatchObject({ value: 'from nothing', weight: 0.3 })
  })
})

describe('what was looked at', () => {
  it('counts days and how complete they are', () => {
    const days = level(10).filter((_, i) => i !== 4)
    const partly = days.map((day, i) => (i === 0 ? { ...day, coverage: 0.5 } : day))
    const fact = factsOf(partly).get('data-days')!
    expect(fact).toMatchObject({ value: 8, unit: 'days' })
    expect(fact.en).toContain('9 days of a window of 10 were looked at')
    expect(fact.en).toContain('94.4 %')
  })
})

describe('the facts of a detector', () => {
  it('stand first, and are not said twice', () => {
    const own = { name: 'data-days', value: 1, unit: '', zh: '自', en: 'own', weight: 0 }
    const window = { day: FIRST_DAY + 9, days: level(10), registry: registryOf() }
    const { evidence } = explainInFull(saying({ evidence: [own] }), window)
    expect(evidence[0]).toEqual(own)
    expect(evidence.filter(({ name }) => name === 'data-days')).toHaveLength(1)
  })

  it('are all there is where nothing can be judged', () => {
    const why = { zh: '无法判断。', en: 'Nothing can be said.' }
    const window = { day: FIRST_DAY, days: level(1), registry: registryOf() }
    expect(explainInFull(saying({ cannotJudge: why }), window).evidence).toEqual([])
  })
})

describe('whatever the days hold', () => {
  const anyNumber = fc.oneof(
    fc.double({ min: 0, max: 5_000, noNaN: true }),
    fc.constantFrom(Number.NaN, 0, Number.POSITIVE_INFINITY, 3e38, -1),
  )
  const row = fc.array(anyNumber, { minLength: FEATURE_NAMES.length, maxLength: FEATURE_NAMES.length })

  it('is a score that JSON can carry', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 35 }), rows => {
        const days = rows.map((values, i) => {
          const named = Object.fromEntries(FEATURE_NAMES.map((name, at) => [name, values[at]!]))
          return { ...(named as unknown as DayFeatures), day: FIRST_DAY + i }
        })
        const facts = factsOf(days, { registry: { contractKva: 100, industryCode: '3130' } })
        expect(facts.has('data-days')).toBe(true)
        expect(facts.size).toBeLessThanOrEqual(5)
      }),
      { numRuns: 100 },
    )
  })
})
