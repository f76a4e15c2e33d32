import { describe, expect, it } from 'vitest'
import { licenceExcess } from '../../detectors/licence-excess.ts'
import { addCurves, type Curve } from './support/curve.ts'
import { daysOf, week, windowOf } from './support/day-rows.ts'
import { drawFurnaceSite, type FurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { OPENING } from './support/highest.ts'
import { dayShiftWorks } from './support/lookalikes.ts'
import { createRandom } from './support/random.ts'
import { featuresOf, registryOf, windowsOf } from './support/windows.ts'

const LICENSED = { industryCode: '3391', licensedProcesses: ['induction-melting', 'sand-casting'] } as const

/** A foundry: melting with the rest of a works. */
const foundry = (seed: number, kw: number, days = 35, site: Partial<FurnaceSite> = {}): Curve => {
  const random = createRandom(seed)
  const melting = furnaceCurve(random, { ...drawFurnaceSite(random, days), kw, fromHour: 8, ...site })
  return addCurves(melting, dayShiftWorks(random, days, 0.1 * kw))
}

const scores = (curve: Curve, facts: object): number[] =>
  windowsOf(featuresOf(curve), registryOf({ ...LICENSED, ...facts })).map(window =>
    licenceExcess.score(window),
  )

describe('a licensed foundry', () => {
  it.each([1, 1.15, 1.6, 3])(
    'within a contract of %d times its furnace and its works opens nothing',
    share => {
      for (const seed of [11, 12, 13, 14]) {
        expect(Math.max(...scores(foundry(seed, 1_200, 70), { contractKva: share * 1_350 }))).toBeLessThan(
          0.5,
        )
      }
    },
  )

  it('that melts with a furnace larger than its contract opens a case, and says by how much', () => {
    const days = featuresOf(foundry(21, 1_600))
    const window = windowsOf(days, registryOf({ ...LICENSED, contractKva: 1_000 })).at(-1)!
    const { score, evidence, sentence, attributableKw } = licenceExcess.explain(window)
    expect(score).toBeGreaterThan(OPENING)
    expect(evidence.find(({ name }) => name === 'capacity-use')!.value).toBeGreaterThan(140)
    expect(sentence.en).toMatch(/exceeds/)
    expect(attributableKw).toBeGreaterThan(400)
  })

  it('that adds a furnace within its contract is a lead alone, beyond it a case', () => {
    const daily = { hours: 10, activeShare: 0.99, dual: true }
    const before = foundry(31, 700, 35, daily)
    const added = foundry(32, 700, 35, daily)
    added.kw.fill(0, 0, 18 * 96)
    added.kvar.fill(0, 0, 18 * 96)
    const grown = addCurves(before, added)
    const within = scores(grown, { contractKva: 2_500 }).at(-1)!
    expect(within).toBeLessThan(OPENING)
    expect(scores(grown, { contractKva: 1_250 }).at(-1)!).toBeGreaterThan(Math.max(OPENING, within))
  })

  it('is measured by its licensed tonnage where that is known', () => {
    const window = (licensedTonnesPerYear: number) =>
      windowOf(daysOf(week(35, 13_000)), { ...LICENSED, contractKva: 2_000, licensedTonnesPerYear })
    // 13,000 kWh × 365 / 650 kWh/t = 7,300 t a year
    expect(licenceExcess.score(window(3_000))).toBeGreaterThan(OPENING)
    expect(licenceExcess.score(window(6_500))).toBeLessThan(0.1)
    expect(licenceExcess.score(window(0))).toBeLessThan(0.1)
    const tonnes = licenceExcess.explain(window(3_000)).evidence.find(({ name }) => name === 'tonnes-a-year')
    expect(tonnes!.value).toBeCloseTo(7_000, -3)
  })

  it('with more orders and the same furnaces opens nothing', () => {
    const orders = [...week(17, 4_000), ...week(18, 7_500)]
    expect(licenceExcess.score(windowOf(daysOf(orders), { ...LICENSED, contractKva: 2_000 }))).toBeLessThan(
      OPENING,
    )
  })
})

it('without a licence nothing is exceeded', () => {
  expect(
    Math.max(...scores(foundry(21, 1_600), { contractKva: 1_000, licensedProcesses: ['sand-casting'] })),
  ).toBe(0)
})
