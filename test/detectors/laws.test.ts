import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type DayFeatures,
  type DetectorWindow,
  detectors,
  FEATURE_NAMES,
  WINDOW_DAYS,
} from '../../detectors/index.ts'
import { Score, Signature } from '../../schemas/finding.ts'
import { LicensedProcess } from '../../schemas/meter.ts'
import { WatchPlace, WatchReason } from '../../schemas/watch.ts'
import type { Curve } from './support/curve.ts'
import { drawFurnaceSite, furnaceCurve } from './support/furnaces.ts'
import { dayShiftWorks, office } from './support/lookalikes.ts'
import { drawMineSite, mineCurve } from './support/mines.ts'
import { createRandom } from './support/random.ts'
import { FIRST_DAY, featuresOf, registryOf, windowsOf } from './support/windows.ts'

const anyNumber = fc.oneof(
  fc.double({ min: 0, max: 1, noNaN: true }),
  fc.double({ min: 0, max: 5000, noNaN: true }),
  fc.constantFrom(Number.NaN, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 3e38, -1),
)
const anyDay = (day: number): fc.Arbitrary<DayFeatures> =>
  fc
    .tuple(
      fc.array(anyNumber, { minLength: FEATURE_NAMES.length, maxLength: FEATURE_NAMES.length }),
      fc.boolean(),
    )
    .map(([values, whole]) => {
      const named = Object.fromEntries(FEATURE_NAMES.map((name, i) => [name, values[i]!]))
      return { ...(named as unknown as DayFeatures), day, coverage: whole ? 1 : values[0]! }
    })
const anyRegistry = fc.record({
  industryCode: fc.constantFrom('', '5990', '3391', '3130', '6450', '4610', 'x'),
  industryEdition: fc.constantFrom('2011' as const, '2017' as const),
  contractKva: fc.constantFrom(0, 100, 1e9),
  voltageKv: fc.constantFrom(0, 0.4, 10),
  intervalMinutes: fc.constantFrom(1, 5, 15, 30, 60),
  licensedProcesses: fc.subarray([...LicensedProcess.options]),
  licensedTonnesPerYear: fc.constantFrom(0, 500, 1e9),
})
const anyWatch = fc.option(
  fc.record({
    reason: fc.constantFrom(...WatchReason.options),
    since: fc.constantFrom(0, FIRST_DAY - 100, FIRST_DAY + 10),
    by: fc.constantFrom(...WatchPlace.options),
    customerId: fc.constantFrom('', 'C1'),
    isNewcomer: fc.constantFrom(true, false, null),
    sharedBy: fc.integer({ min: 1, max: 40 }),
    watchedFor: fc.constantFrom(null, ...Signature.options),
    document: fc.constantFrom('', '〔2024〕8号'),
  }),
)
const anyWindow: fc.Arbitrary<DetectorWindow> = fc
  .tuple(fc.integer({ min: 0, max: WINDOW_DAYS }), anyRegistry, anyWatch)
  .chain(([count, registry, watch]) =>
    fc
      .tuple(...Array.from({ length: count }, (_, i) => anyDay(FIRST_DAY + i)))
      .map(days => ({ day: FIRST_DAY + count - 1, days, registry, watch })),
  )

const drawn = (draw: (random: ReturnType<typeof createRandom>) => Curve, seed: number): DetectorWindow =>
  windowsOf(featuresOf(draw(createRandom(seed))), registryOf()).at(-1)!
const realistic: fc.Arbitrary<DetectorWindow> = fc
  .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.integer({ min: 0, max: 3 }))
  .map(([seed, kind]) =>
    drawn(random => {
      if (kind === 0) return furnaceCurve(random, drawFurnaceSite(random, 20))
      if (kind === 1) return mineCurve(random, drawMineSite(random, 20))
      return (kind === 2 ? office : dayShiftWorks)(random, 20, 300)
    }, seed),
  )

const deepFreeze = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze)
    Object.freeze(value)
  }
  return value
}

describe.each(detectors)('$signature', detector => {
  test.each([
    ['any numbers', anyWindow, 300],
    ['simulated loads', realistic, 25],
  ] as const)('scores %s within 0..1 and explains the same score', (_name, windows, numRuns) => {
    fc.assert(
      fc.property(windows, window => {
        const score = detector.score(window)
        const explained = detector.explain(window)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(1)
        expect(explained.score).toBe(score)
        expect(Score.safeParse(explained).error).toBeUndefined()
        expect(JSON.stringify(explained)).not.toMatch(/NaN|Infinity|undefined/)
        if (explained.cannotJudge) expect(score).toBe(0)
        else expect(explained.evidence.length).toBeGreaterThanOrEqual(3)
      }),
      { numRuns },
    )
  })

  test('changes nothing it is given, and answers the same again', () => {
    fc.assert(
      fc.property(anyWindow, fc.array(realistic, { maxLength: 1 }), (window, others) => {
        deepFreeze(window)
        const first = detector.explain(window)
        for (const other of others) detector.explain(other)
        expect(detector.explain(structuredClone(window))).toStrictEqual(first)
      }),
      { numRuns: 60 },
    )
  })

  test('says why it cannot judge in both languages', () => {
    const { cannotJudge, score } = detector.explain({ day: FIRST_DAY, days: [], registry: registryOf() })
    expect(score).toBe(0)
    expect(cannotJudge?.zh).toMatch(/无法判断/)
    expect(cannotJudge?.en).toMatch(/nothing can be said/)
  })

  test('leaves days with too many gaps out of the judgement', () => {
    fc.assert(
      fc.property(realistic, window => {
        const days = window.days.map(day => ({ ...day, coverage: 0.7 }))
        expect(detector.score({ ...window, days })).toBe(0)
      }),
      { numRuns: 10 },
    )
  })

  test('gives every threshold a finite number and a version', () => {
    expect(Object.values(detector.parameters).every(Number.isFinite)).toBe(true)
    expect(detector.version).not.toBe('')
  })

  test.each([
    ['zero', 0],
    ['flat', 250],
    ['huge', 3e37],
  ])('survives a %s line', (_name, kw) => {
    const slots = new Float64Array(96 * 10).fill(kw)
    const curve = { days: 10, intervalMinutes: 15, kw: slots, kvar: slots }
    const score = detector.score(windowsOf(featuresOf(curve), registryOf()).at(-1)!)
    expect(score).toBeGreaterThanOrEqual(0)
    expect(score).toBeLessThan(0.7)
  })
})
